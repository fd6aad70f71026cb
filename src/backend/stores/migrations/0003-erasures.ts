import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../schema.js';

const erased = 'exists (select 1 from erasures where account_id = old.account_id)';

const inSqlite = [
  'create table erasures (account_id text not null primary key, erased_at integer not null) strict',
  'drop trigger consent_entries_no_delete',
  `create trigger consent_entries_no_delete before delete on consent_entries when not ${erased}
    begin select raise(abort, 'consent_entries is append-only'); end`,
];

const inPostgres = [
  'create table erasures (account_id text not null primary key, erased_at bigint not null)',
  'drop trigger consent_entries_append_only on consent_entries',
  `create function refuse_unless_erased() returns trigger language plpgsql as
    $$ begin
      if ${erased} then return old; end if;
      raise exception 'consent_entries is append-only';
    end $$`,
  `create trigger consent_entries_append_only before update or truncate on consent_entries
    for each statement execute function refuse_change()`,
  `create trigger consent_entries_kept before delete on consent_entries
    for each row execute function refuse_unless_erased()`,
];

/** The consents of an account may go once the database has it written down that the account was erased. */
export const erasures = (dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of dialect === 'sqlite' ? inSqlite : inPostgres) await sql.raw(statement).execute(db);
  },
});
