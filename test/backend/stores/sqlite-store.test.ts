import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { ImmediateSqliteDialect } from '../../../src/backend/stores/sql/sqlite-dialect.js';
import { openSqlite } from '../../../src/backend/stores/sqlite.js';
import { storeSuite } from '../../../src/testing/store-suite.js';
import { tally, together } from '../../../src/testing/store/expect.js';
import { consent, IDLE, noting, NOW } from '../../../src/testing/store/rows.js';
import { activate, invite } from '../../../src/testing/store/world.js';
import { inTurn } from './support/in-turn.js';
import { sqlCases } from './support/sql-cases.js';

const folder = mkdtempSync(join(tmpdir(), 'portal-sqlite-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => join(folder, 'data', `${(files += 1)}.sqlite`);

describe('SQLite store in memory', () => {
  storeSuite({ test, createStore: async () => (await openSqlite(':memory:')).store, rounds: 3 });
});

describe('SQLite store on a file', () => {
  storeSuite({ test, createStore: async () => (await openSqlite(newFile())).store });
  sqlCases('sqlite', { create: () => Promise.resolve(newFile()), open: openSqlite });
});

describe('SQLite stores on one file', () => {
  storeSuite({
    test,
    createStore: async () => {
      const file = newFile();
      return inTurn([(await openSqlite(file)).store, (await openSqlite(file)).store]);
    },
  });

  test('wait for each other, and nobody else waits for that', async () => {
    const file = newFile();
    const stores = await Promise.all([1, 2, 3].map(() => openSqlite(file)));
    const { account, session } = await activate(stores[0]!.store);
    const start = performance.now();
    const recorded = await together(60, async (index) => {
      const { store } = stores[index % 3]!;
      await store.touchSession(session.digest, IDLE, NOW + index);
      return store.recordConsent(consent(account.id, { documentId: String(index % 4) }), noting());
    });
    assert.deepEqual(tally(recorded), { true: 4, false: 56 });
    assert.equal((await stores[1]!.store.listConsentEntries(account.id)).length, 4);
    assert.ok(performance.now() - start < 4_000, 'One stopped the others.');
    await Promise.all(stores.map(({ store }) => store.close()));
  });
});

test('whoever waits for the SQLite connection gets it before those who come later', async () => {
  const driver = new ImmediateSqliteDialect(new Database(':memory:')).createDriver();
  await driver.init();
  const order: string[] = [];
  const take = async (name: string) => {
    await driver.acquireConnection();
    order.push(name);
    return () => driver.releaseConnection();
  };
  const release = await take('first');
  const early = take('early');
  const released = release();
  const late = take('late');
  await released;
  await (
    await early
  )();
  await (
    await late
  )();
  assert.deepEqual(order, ['first', 'early', 'late']);
  await driver.destroy();
});

describe('opening an SQLite file', () => {
  test('makes the file and its folder for their owner alone', { skip: process.platform === 'win32' }, async () => {
    const file = join(folder, 'new', 'deep', 'portal.sqlite');
    const { store } = await openSqlite(file);
    await invite(store);
    const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);
    assert.equal(rights(join(folder, 'new', 'deep')), '700');
    for (const end of ['', '-wal', '-shm']) assert.equal(rights(file + end), '600', `portal.sqlite${end}`);
    await store.close();
  });

  test('writes so that what was acknowledged stays', async () => {
    const { store, db } = await openSqlite(newFile());
    const pragma = async (name: string) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0];
    assert.equal(await pragma('journal_mode'), 'wal');
    assert.equal(await pragma('synchronous'), 2);
    assert.equal(await pragma('foreign_keys'), 1);
    assert.equal(await pragma('mmap_size'), 0);
    assert.equal(Object.values((await sql<object>`pragma busy_timeout`.execute(db)).rows[0]!)[0], 5_000);
    await store.close();
  });

  test('keeps what is there', async () => {
    const file = newFile();
    const first = await openSqlite(file);
    const { person } = await invite(first.store);
    await first.store.close();
    const second = await openSqlite(file);
    assert.deepEqual(await second.store.findPerson(person.id), person);
    await second.store.close();
  });

  const refuses = (file: string, message: RegExp) =>
    assert.rejects(openSqlite(file, { busyMs: 50 }), { name: 'StoreUnavailable', message });

  test('says that a file is not a database', async () => {
    const file = join(folder, 'text.sqlite');
    writeFileSync(file, 'This is a text about something else, and long enough to be looked at.'.repeat(20));
    await refuses(file, /text\.sqlite can't be opened: the file is not a database\.$/);
  });

  test('says that a path leads nowhere', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await refuses(join(file, 'portal.sqlite'), /its path leads to something else/);
    await refuses(folder, /its path leads to something else/);
  });

  test('says that it may not write', { skip: process.platform === 'win32' }, async () => {
    // Root may write everywhere.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid!(65_534);
    try {
      await refuses('/portal-elements-test/portal.sqlite', /this user may not write there/);
    } finally {
      if (isRoot) process.seteuid!(0);
    }
  });

  test('says that another program holds it', async () => {
    const file = newFile();
    await (await openSqlite(file)).store.close();
    const other = new Database(file);
    other.pragma('locking_mode = exclusive');
    other.exec('begin exclusive');
    await refuses(file, /another program holds it locked/);
    other.close();
    await (await openSqlite(file)).store.close();
  });

  test('tells a writer that waited in vain that the store is unavailable', async () => {
    const file = newFile();
    const { store } = await openSqlite(file, { busyMs: 10 });
    const other = new Database(file);
    other.exec('begin immediate');
    await assert.rejects(store.recordEvents([{ at: 0, name: 'late' }]), { name: 'StoreUnavailable' });
    await store.ping();
    other.exec('rollback');
    await store.recordEvents([{ at: 0, name: 'late' }]);
    other.close();
    await store.close();
  });
});
