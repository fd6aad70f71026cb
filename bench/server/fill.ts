import { sql } from 'kysely';
import type { Db, Dialect } from '../../src/backend/stores/schema.js';

/** How much there is in a database. */
export interface Size {
  accounts: number;
  /** Codes that nobody has used. */
  codes: number;
  sessions: number;
}

/** The name of the account with this number. */
export const usernameOf = (i: number): string => `filled-${i}@example.org`;

/** The id of the account with this number: spread over the index, as chance would. */
export const accountIdOf = (i: number): string => `account-${spread(i)}-filled`;

const FACTOR = 742_938_285n;
const PRIME = 1_000_000_007n;
const spread = (i: number): string => String(1_000_000_000n + ((BigInt(i) * FACTOR) % PRIME));

const mixed = `cast(1000000000 + (i * ${FACTOR}) % ${PRIME} as text)`;
// As long as a real digest is.
const digest = (kind: string): string => `'${kind}-' || ${mixed} || '-of-what-somebody-has-got-and'`;
const numbers = (count: number): string =>
  `with recursive n(i) as (select cast(0 as bigint) union all select i + 1 from n where i < ${count - 1})`;

/** Statements that fill the tables as years would: everybody with a person, a code, a link, a consent and an event. */
function statements({ accounts, codes, sessions }: Size, passwordHash: string, now: number): string[] {
  const person = `'person-' || ${mixed} || '-filled'`;
  const code = `'code-' || ${mixed} || '-filled'`;
  const account = `'account-' || ${mixed} || '-filled'`;
  const name = `'filled-' || cast(i as text) || '@example.org'`;
  const ago = `${now} - i * 1000`;
  return [
    `insert into people (id, kind, given_name, family_name, email, birthdate, home_phone)
      ${numbers(accounts + codes)} select ${person}, 'patient', 'Pat', 'Doe', ${name}, '1980-02-29', '+12025550123' from n`,
    `insert into invitations (id, person_id, code_digest, email, language, issued_at, expires_at, used_at)
      ${numbers(accounts + codes)} select ${code}, ${person}, ${digest('code')}, ${name}, 'en', ${ago},
      ${now} + 2592000000, case when i < ${accounts} then ${ago} end from n`,
    `insert into accounts (id, username, username_key, email, email_confirmed_at, password_hash, password_changed_at,
      language, created_at) ${numbers(accounts)} select ${account}, ${name}, ${name}, ${name}, ${ago},
      '${passwordHash}', ${ago}, 'en', ${ago} from n`,
    `insert into account_links (id, account_id, person_id, invitation_id, relationship, linked_at)
      ${numbers(accounts)} select 'link-' || ${mixed} || '-filled', ${account}, ${person}, ${code}, 'self', ${ago} from n`,
    `insert into consent_entries (id, account_id, document_id, version, document, text_digest, decision, answers,
      recorded_at) ${numbers(accounts)} select 'entry-' || ${mixed} || '-filled', ${account}, 'of-before', '2020-01',
      '{}', 'digest', 'accept', '{}', ${ago} from n`,
    `insert into events (at, name, account_id)
      ${numbers(accounts)} select ${ago}, 'account.created', ${account} from n`,
    `insert into sessions (digest, id, account_id, started_at, last_seen_at, expires_at, user_agent)
      ${numbers(sessions)} select ${digest('session')}, 'session-' || ${mixed} || '-filled', ${account},
      ${now} - 60000, ${now}, ${now} + 43200000, 'Browser/1.0' from n where i < ${accounts}`,
  ];
}

/** Fills an empty database in bulk; every account has the same password. */
export async function fill(db: Db, dialect: Dialect, size: Size, passwordHash: string): Promise<void> {
  await db.connection().execute(async (one) => {
    const run = async (...texts: string[]): Promise<void> => {
      for (const text of texts) await sql.raw(text).execute(one);
    };
    // For this connection alone, which nobody else uses: what breaks off is filled anew.
    if (dialect === 'sqlite') await run('pragma synchronous = off', 'pragma cache_size = -600000');
    // Nor does it look up every reference: what refers to what is plain from the numbers.
    else await run('set statement_timeout = 0', 'set session_replication_role = replica');
    await run('begin', ...statements(size, passwordHash, Date.now()), 'commit');
    if (dialect === 'sqlite') await run('pragma wal_checkpoint(truncate)');
    else await run('vacuum analyze', 'checkpoint', 'select pg_stat_reset()');
  });
}
