import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { Store } from '../../../src/backend/ports.js';
import { openPostgres } from '../../../src/backend/stores/postgres.js';
import type { Db } from '../../../src/backend/stores/schema.js';
import { createActs } from '../../../src/backend/stores/sql/acts.js';
import { storeSuite } from '../../../src/testing/store-suite.js';
import { noting, NOW } from '../../../src/testing/store/rows.js';
import { activate, invite, prepare } from '../../../src/testing/store/world.js';
import { createMigrated, server, skip } from './support/migrated-postgres.js';
import { explainPostgres, listenToPostgres, scansIn, Statements } from './support/plans.js';
import { sqlCases } from './support/sql-cases.js';

async function with_(body: (opened: { store: Store; db: Db }, url: string) => Promise<void>): Promise<void> {
  const url = await createMigrated();
  const opened = await openPostgres(url);
  try {
    await body(opened, url);
  } finally {
    await opened.store.close();
  }
}

describe('PostgreSQL store', { skip }, () => {
  after(() => server?.stop());

  const statements = new Statements();
  const endListening = listenToPostgres(statements);
  storeSuite({ test, createStore: async () => (await openPostgres(await createMigrated())).store, rounds: 3 });

  test('every statement that the suite made finds its rows by an index, and a lacking one would be told', async () => {
    endListening();
    const client = new pg.Client(await createMigrated());
    await client.connect();
    const read = () => scansIn(statements, explainPostgres(client), 'postgres');
    assert.ok(statements.all.length > 80, `Only ${statements.all.length} statements were seen.`);
    assert.deepEqual(await read(), { scans: [], idle: [] });
    await client.query('drop index sessions_account_id');
    const { scans } = await read();
    assert.ok(scans.length > 0);
    for (const scan of scans) assert.match(scan, / on sessions: .*"account_id" = \?/);
    await client.end();
  });

  sqlCases('postgres', { create: () => server!.createDatabase(), open: openPostgres });

  test('gives times as numbers, and leaves the process’s own parsers alone', () =>
    with_(async ({ db }, url) => {
      const { rows } = await sql<{ time: unknown }>`select ${NOW}::bigint as time`.execute(db);
      assert.deepEqual(rows, [{ time: NOW }]);
      const client = new pg.Client(url);
      await client.connect();
      assert.deepEqual((await client.query('select 1::bigint as one')).rows, [{ one: '1' }]);
      await client.end();
    }));

  test('leaves nothing of a transaction whose connection breaks, and goes on with a new one', () =>
    with_(async ({ store, db }, url) => {
      const { invitation } = await invite(store);
      const act = await prepare(store, invitation);
      await sql`create function stall() returns trigger language plpgsql as $$ begin perform pg_sleep(5); return new; end $$`.execute(
        db,
      );
      await sql`create trigger stalling before insert on sessions for each row execute function stall()`.execute(db);
      const pending = store.activateAccount(act, NOW, noting());
      const broken = assert.rejects(pending, { name: 'StoreUnavailable' });
      const database = new URL(url).pathname.slice(1);
      const active = `from pg_stat_activity where datname = '${database}' and wait_event = 'PgSleep'`;
      while ((await server!.run(`select pid ${active}`)).length === 0)
        await new Promise((next) => setTimeout(next, 20));
      await server!.run(`select pg_terminate_backend(pid) ${active}`);
      await broken;
      await sql`drop trigger stalling on sessions`.execute(db);
      assert.equal(await store.findAccount(act.account.id), undefined);
      assert.equal(await store.activateAccount(act, NOW, noting()), 'activated');
    }));

  test('does again what a deadlock undid', () =>
    with_(async ({ store, db }) => {
      const [one, other] = [await activate(store), await activate(store)];
      const { act } = createActs(db, 'postgres');
      let tries = 0;
      let meet = (): void => undefined;
      const met = new Promise<void>((resolve) => (meet = resolve));
      const rename = (first: string, second: string) =>
        act(async (trx) => {
          tries += 1;
          await trx.updateTable('accounts').set({ language: 'es' }).where('id', '=', first).execute();
          // Each holds its first row before either asks for its second.
          if (tries === 2) meet();
          await met;
          await trx.updateTable('accounts').set({ language: 'es' }).where('id', '=', second).execute();
        });
      const { id } = one.account;
      await Promise.all([rename(id, other.account.id), rename(other.account.id, id)]);
      assert.ok(tries > 2, 'There was no deadlock.');
    }));

  test('waits for nobody without end', () =>
    with_(async ({ store, db }, url) => {
      const { account } = await activate(store);
      const holder = new pg.Client(url);
      await holder.connect();
      await holder.query('begin');
      await holder.query('select * from accounts for update');
      await assert.rejects(store.disableAccount(account.id, NOW, noting()), { name: 'StoreUnavailable' });
      await holder.query('rollback');
      await holder.end();
      const { rows } = await sql<{ setting: string }>`select current_setting('statement_timeout') as setting`.execute(
        db,
      );
      assert.deepEqual(rows, [{ setting: '10s' }]);
    }));

  test('acknowledges nothing that isn’t on the disk, also where the server would', () =>
    with_(async (_, url) => {
      await server!.run(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
      const { store, db } = await openPostgres(url);
      const { rows } = await sql<{ setting: string }>`select current_setting('synchronous_commit') as setting`.execute(
        db,
      );
      assert.deepEqual(rows, [{ setting: 'on' }]);
      await store.close();
    }));

  test('says what stands in the way, without the password', async () => {
    const refuses = (url: string, message: RegExp) =>
      assert.rejects(openPostgres(url), (error: Error) => {
        assert.equal(error.name, 'StoreUnavailable');
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      });
    const url = new URL(await createMigrated());
    const { host } = url;
    await refuses(
      `postgres://postgres:hunter2@${host}/nowhere`,
      /nowhere can't be opened: the server has no database of that name\.$/,
    );
    await refuses(`postgres://nobody:hunter2@${host}/postgres`, /the server refuses this user or password\.$/);
    await refuses('postgres://postgres:hunter2@127.0.0.1:1/portal', /no PostgreSQL server answers there\.$/);
    await refuses('hunter2', /^The address of the database is none/);
    await server!.run(`create database latin encoding 'LATIN1' template template0`);
    await refuses(`postgres://postgres@${host}/latin`, /LATIN1, which can't hold every name/);
  });
});
