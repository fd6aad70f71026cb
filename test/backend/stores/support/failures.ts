import { sql } from 'kysely';
import type { Db, Dialect } from '../../../../src/backend/stores/schema.js';

/** Makes the database fail when this is done to a table, as it would on a full disk. */
export async function failOn(db: Db, dialect: Dialect, verb: 'insert' | 'update', table: string): Promise<void> {
  const statements =
    dialect === 'sqlite'
      ? [`create trigger failing before ${verb} on ${table} begin select raise(abort, 'injected'); end`]
      : [
          `create or replace function fail() returns trigger language plpgsql as $$ begin raise exception 'injected'; end $$`,
          `create trigger failing before ${verb} on ${table} for each statement execute function fail()`,
        ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Ends it. */
export async function heal(db: Db, dialect: Dialect, table: string): Promise<void> {
  await sql.raw(`drop trigger failing${dialect === 'sqlite' ? '' : ` on ${table}`}`).execute(db);
}

/** Everything in the database, to be compared. */
export async function contents(db: Db): Promise<string> {
  const tables = [
    'people',
    'invitations',
    'tickets',
    'accounts',
    'accountLinks',
    'sessions',
    'mailedTokens',
    'letters',
    'events',
  ] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows.map((some) => some.map((row) => JSON.stringify(row)).sort()));
}
