import assert from 'node:assert/strict';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { migrate } from '../../../src/backend/stores/migrate.js';
import type { Schema } from '../../../src/backend/stores/schema.js';
import { createSqlStore } from '../../../src/backend/stores/sql-store.js';
import { ImmediateSqliteDialect } from '../../../src/backend/stores/sql/sqlite-dialect.js';
import { storeSuite } from '../../../src/testing/store-suite.js';

// Housekeeping looks at every session: an index on when each was last seen would cost every request.
const MAY_SCAN = [/^delete from "sessions"/];

test('every statement that the suite makes finds its rows by an index', async () => {
  const statements = new Set<string>();
  let latest: Database.Database | undefined;
  const createStore = async () => {
    latest = new Database(':memory:');
    const db = new Kysely<Schema>({
      dialect: new ImmediateSqliteDialect(latest),
      plugins: [new CamelCasePlugin()],
      log: ({ query }) => void statements.add(query.sql),
    });
    await migrate(db, 'sqlite');
    return createSqlStore(db, 'sqlite');
  };
  const cases: (() => Promise<void>)[] = [];
  storeSuite({ test: (_name, body) => cases.push(body), createStore });
  await createStore();
  const plan = latest!;
  statements.clear();
  for (const body of cases) await body();

  const ours = [...statements].filter(
    (statement) =>
      /^(select|update|delete|with)/.test(statement) && !/schema_migrations|sqlite_|pragma/.test(statement),
  );
  assert.ok(ours.length > 40, `Only ${ours.length} statements were seen.`);
  const scans = ours
    .filter((statement) => !MAY_SCAN.some((allowed) => allowed.test(statement) && statement.includes(' or ')))
    .map((statement) => ({ statement, steps: explain(plan, statement) }))
    // `always` is one row that isn't in any table.
    .filter(({ steps }) =>
      steps.some((step) => /^SCAN (?!CONSTANT|always$)/.test(step) && !/USING (COVERING )?INDEX/.test(step)),
    );
  assert.deepEqual(scans, []);
});

function explain(database: Database.Database, statement: string): string[] {
  const marks = statement.match(/\?/g)?.length ?? 0;
  const rows = database.prepare(`explain query plan ${statement}`).all(Array.from({ length: marks }, () => 1));
  return (rows as { detail: string }[]).map(({ detail }) => detail);
}
