import { test } from 'node:test';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { overHttp, under, WIDE } from '../support/conformance.js';
import { startServer } from '../support/server.js';

test('the server on SQLite', async (t) => {
  const server = await startServer({ limits: WIDE });
  t.after(server.stop);
  await adapterSuite({ test: under(t), backend: overHttp(server) });
});
