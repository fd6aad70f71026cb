// What the portal is compared with, in a process of its own: bare argon2id, and a bare handler that reads one row.
import { availableParallelism } from 'node:os';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { hash, verify } from '@node-rs/argon2';
import Database from 'better-sqlite3';
import { Hono } from 'hono';
import { HASH_COST } from '../../src/backend/node/argon2-hasher.js';
import { PASSWORD } from '../../test/support/deps.js';

const database = new Database(process.argv[2]);
database.pragma('journal_mode = wal');
database.exec('create table if not exists rows (id integer primary key, name text) strict');
database.exec(`insert or ignore into rows with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
  select i, 'row ' || i from n`);
const find = database.prepare('select id, name from rows where id = ?');

const app = new Hono();
app.get('/rows/:id', (context) => context.json(find.get(context.req.param('id')) as object));
const server = createAdaptorServer({ fetch: app.fetch }) as Server;
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));

const stored = await hash(PASSWORD, HASH_COST);

/** As many at once as there are cores, as the product does. */
async function verifications(seconds: number): Promise<{ perSecond: number; count: number }> {
  let count = 0;
  const start = performance.now();
  const lane = async (): Promise<void> => {
    while (performance.now() - start < seconds * 1_000) {
      await verify(stored, PASSWORD);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return { perSecond: count / ((performance.now() - start) / 1_000), count };
}

process.on('message', ({ seconds }: { seconds: number }) => {
  void verifications(seconds).then((done) => process.send!(done));
});
process.once('disconnect', () => process.exit());
