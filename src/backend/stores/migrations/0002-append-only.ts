import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../schema.js';

const TABLES = ['consent_entries', 'events'];

const inSqlite = TABLES.flatMap((table) =>
  ['update', 'delete'].map(
    (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
  ),
);

const inPostgres = [
  `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`,
  ...TABLES.map(
    (table) => `create trigger ${table}_append_only before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
];

/** Consents and the trail are added to, never changed: the database itself refuses it. */
export const appendOnly = (dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of dialect === 'sqlite' ? inSqlite : inPostgres) await sql.raw(statement).execute(db);
  },
});
