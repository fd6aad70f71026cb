import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../schema.js';

const words = {
  sqlite: { instant: 'integer', position: 'integer primary key autoincrement', options: 'strict' },
  postgres: { instant: 'bigint', position: 'bigint generated always as identity primary key', options: '' },
};

function statements(dialect: Dialect): string[] {
  const { instant, position, options } = words[dialect];
  return [
    `create table people (
      id text not null primary key,
      reference text constraint people_reference_unique unique,
      kind text not null,
      given_name text not null,
      family_name text not null,
      email text,
      birthdate text,
      home_phone text,
      work_phone text,
      mobile_phone text
    ) ${options}`,

    `create table invitations (
      position ${position},
      id text not null constraint invitations_id_unique unique,
      person_id text not null references people (id),
      code_digest text not null constraint invitations_code_digest_unique unique,
      email text not null,
      language text not null,
      issued_at ${instant} not null,
      expires_at ${instant} not null,
      used_at ${instant},
      replaced_at ${instant},
      revoked_at ${instant},
      locked_at ${instant}
    ) ${options}`,
    'create index invitations_person_id on invitations (person_id)',
    'create index invitations_issued_at on invitations (issued_at, position)',

    `create table tickets (
      digest text not null primary key,
      invitation_id text not null references invitations (id),
      opened_at ${instant} not null,
      expires_at ${instant} not null,
      spent_at ${instant}
    ) ${options}`,
    'create index tickets_invitation_id on tickets (invitation_id)',
    'create index tickets_expires_at on tickets (expires_at)',

    `create table accounts (
      id text not null primary key,
      username text not null,
      username_key text not null constraint accounts_username_key_unique unique,
      email text not null,
      email_confirmed_at ${instant},
      password_hash text not null,
      password_changed_at ${instant} not null,
      language text,
      home_phone text,
      work_phone text,
      mobile_phone text,
      created_at ${instant} not null,
      help_seen_at ${instant},
      disabled_at ${instant}
    ) ${options}`,

    `create table account_links (
      position ${position},
      id text not null constraint account_links_id_unique unique,
      account_id text not null references accounts (id),
      person_id text not null references people (id),
      invitation_id text not null constraint account_links_invitation_id_unique unique references invitations (id),
      relationship text not null check (relationship in ('self', 'other')),
      linked_at ${instant} not null
    ) ${options}`,
    'create index account_links_account_id on account_links (account_id)',
    'create index account_links_person_id on account_links (person_id)',

    `create table sessions (
      digest text not null primary key,
      id text not null constraint sessions_id_unique unique,
      account_id text not null references accounts (id),
      started_at ${instant} not null,
      last_seen_at ${instant} not null,
      expires_at ${instant} not null,
      user_agent text not null
    ) ${options}`,
    'create index sessions_account_id on sessions (account_id)',

    `create table consent_entries (
      position ${position},
      id text not null constraint consent_entries_id_unique unique,
      account_id text not null references accounts (id),
      document_id text not null,
      version text not null,
      document text not null,
      text_digest text not null,
      decision text not null check (decision in ('accept', 'decline', 'withdraw')),
      answers text not null,
      signature text,
      mobile_phone text,
      recorded_at ${instant} not null
    ) ${options}`,
    'create index consent_entries_account_id on consent_entries (account_id, document_id, version, position)',

    `create table mailed_tokens (
      digest text not null primary key,
      purpose text not null check (purpose in ('reset-password', 'confirm-email')),
      account_id text not null references accounts (id),
      address text not null,
      password_changed_at ${instant} not null,
      opened_at ${instant} not null,
      expires_at ${instant} not null,
      spent_at ${instant}
    ) ${options}`,
    'create index mailed_tokens_account_id on mailed_tokens (account_id, purpose)',
    'create index mailed_tokens_expires_at on mailed_tokens (expires_at)',
    'create index mailed_tokens_spent_at on mailed_tokens (spent_at)',

    `create table letters (
      position ${position},
      id text not null constraint letters_id_unique unique,
      kind text not null,
      payload text,
      state text not null check (state in ('waiting', 'sent', 'parked')),
      queued_at ${instant} not null,
      due_at ${instant} not null,
      attempts integer not null,
      sent_at ${instant},
      failure text
    ) ${options}`,
    'create index letters_due_at on letters (state, due_at, position)',
    'create index letters_sent_at on letters (state, sent_at)',

    `create table events (
      position ${position},
      at ${instant} not null,
      name text not null,
      account_id text,
      person_id text,
      invitation_id text,
      detail text
    ) ${options}`,
    'create index events_at on events (at, position)',
    'create index events_account_id on events (account_id, at, position)',

    `create table attempt_counters (
      key text not null primary key,
      open integer not null,
      failed integer not null,
      window_start ${instant} not null,
      blocked_until ${instant} not null,
      touched_at ${instant} not null
    ) ${options}`,
    'create index attempt_counters_touched_at on attempt_counters (touched_at)',

    `create table noted_values (
      subject text not null,
      value_digest text not null,
      noted_at ${instant} not null,
      primary key (subject, value_digest)
    ) ${options}`,
    'create index noted_values_noted_at on noted_values (noted_at)',
  ];
}

/** All tables. */
export const tables = (dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements(dialect)) await sql.raw(statement).execute(db);
  },
});
