import { test } from 'node:test';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { findPostgres, startPostgres } from '../backend/stores/support/postgres.js';
import { overHttp, under, WIDE } from '../support/conformance.js';
import { startServer } from '../support/server.js';

const bin = findPostgres();
const skip = bin ? false : 'there are no programs of a PostgreSQL server on this machine';

test('the server on PostgreSQL', { skip }, async (t) => {
  const postgres = await startPostgres(bin!);
  const server = await startServer({ limits: WIDE, env: { PORTAL_DATABASE_URL: await postgres.createDatabase() } });
  t.after(async () => {
    await server.stop();
    await postgres.stop();
  });
  await adapterSuite({ test: under(t), backend: overHttp(server) });
});
