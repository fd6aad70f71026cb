import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Store } from '../ports.js';
import { migrate } from './migrate.js';
import type { Db, Schema } from './schema.js';
import { createSqlStore } from './sql-store.js';
import { StoreUnavailable } from '../store-unavailable.js';
import { SECOND } from '../units.js';

/** How a PostgreSQL database is used. */
export interface PostgresOptions {
  /** Most connections at a time; 10 unless told. */
  connections?: number;
}

/**
 * Opens a PostgreSQL database as a store. As many servers as wanted may use the same one.
 *
 * No statement, no wait for a lock and no wait for a connection is endless; one that took too long fails, and the store
 * throws `StoreUnavailable`.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws StoreUnavailable saying in a sentence what stands in the way, without the password
 */
export async function openPostgres(
  url: string,
  { connections = 10 }: PostgresOptions = {},
): Promise<{ store: Store; db: Db }> {
  const where = nameOf(url);
  try {
    // Migrations may take longer than any request.
    const preparing = connect(url, { max: 1, lock_timeout: 0, statement_timeout: 0 });
    try {
      await demandUtf8(preparing);
      await migrate(preparing, 'postgres');
    } finally {
      await preparing.destroy();
    }
    const db = connect(url, { max: connections });
    return { store: createSqlStore(db, 'postgres'), db };
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    throw new StoreUnavailable(`The database ${where} can't be opened: ${reason(error)}`, { cause: error });
  }
}

function connect(url: string, config: pg.PoolConfig): Db {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'portal-elements',
    connectionTimeoutMillis: 5 * SECOND,
    statement_timeout: 10 * SECOND,
    lock_timeout: 5 * SECOND,
    idle_in_transaction_session_timeout: 10 * SECOND,
    types: { getTypeParser },
    verify: (client, done) => void keepWhatIsAcknowledged(client).then(() => done(), done),
    ...config,
  });
  // A connection that breaks tells whoever uses it by failing, and is replaced; unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
}

/**
 * What was acknowledged stays; a server that waits for even more than its own disk is left at that. The pool asks for it,
 * not the query builder: a connection that breaks at this very statement has to leave the pool, or its place is lost.
 */
async function keepWhatIsAcknowledged(client: pg.ClientBase): Promise<void> {
  await client.query(
    `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')`,
  );
}

const BIGINT = 20;

/** Times and counts are far below 2^53, so they come as numbers; the process's own parsers are left alone. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === BIGINT && format !== 'binary') return Number;
  return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
}

async function demandUtf8(db: Db): Promise<void> {
  const { rows } = await db.executeQuery<{ encoding: string }>(
    CompiledQuery.raw(`select current_setting('server_encoding') as encoding`),
  );
  const encoding = rows[0]?.encoding;
  if (encoding !== 'UTF8') {
    throw new StoreUnavailable(
      `The database is in ${encoding}, which can't hold every name. Create it with the encoding UTF8.`,
    );
  }
}

const REASONS: [code: RegExp, reason: string][] = [
  [/^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)/, 'no PostgreSQL server answers there.'],
  [/^(ENOTFOUND|EAI_AGAIN)/, 'there is no host of that name.'],
  [/^28/, 'the server refuses this user or password.'],
  [/^3D000/, 'the server has no database of that name.'],
  [/^42501/, 'this user may not create tables there.'],
  [/^53300/, 'the server has no connection left.'],
  [/^57P03/, 'the server is only starting up.'],
];

function reason(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? `${message || code || String(error)}.`;
}

function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    throw new StoreUnavailable(
      'The address of the database is none: it should be postgres://user:password@host:port/database.',
    );
  }
}
