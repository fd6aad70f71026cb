import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { migrate } from '../../../src/backend/stores/migrate.js';
import type { Schema } from '../../../src/backend/stores/schema.js';
import { createSqlStore } from '../../../src/backend/stores/sql-store.js';
import { ImmediateSqliteDialect } from '../../../src/backend/stores/sql/sqlite-dialect.js';
import { storeSuite } from '../../../src/testing/store-suite.js';
import { explainSqlite, scansIn, Statements } from './support/plans.js';

const statements = new Statements();
let database: Database.Database;

async function createStore() {
  database = new Database(':memory:');
  const db = new Kysely<Schema>({
    dialect: new ImmediateSqliteDialect(database),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => statements.add(query.sql, query.parameters),
  });
  await migrate(db, 'sqlite');
  return createSqlStore(db, 'sqlite');
}

before(async () => {
  const cases: (() => Promise<void>)[] = [];
  storeSuite({ test: (_name, body) => cases.push(body), createStore });
  for (const body of cases) await body();
  await createStore();
});

test('every statement that the suite makes finds its rows by an index', async () => {
  assert.ok(statements.all.length > 80, `Only ${statements.all.length} statements were seen.`);
  assert.deepEqual(await scansIn(statements, explainSqlite(database), 'sqlite'), { scans: [], idle: [] });
});

test('a lacking index would be told', async () => {
  database.exec('drop index sessions_account_id');
  const { scans } = await scansIn(statements, explainSqlite(database), 'sqlite');
  assert.ok(scans.length > 0);
  // The deletion of an account looks for what refers to it.
  for (const scan of scans) assert.match(scan, /^SCAN sessions: (.*"account_id" = \?|delete from "accounts")/);
});
