import { closeSync, existsSync, mkdirSync, openSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import type { Store } from '../ports.js';
import { migrate } from './migrate.js';
import type { Db, Schema } from './schema.js';
import { createSqlStore } from './sql-store.js';
import { ImmediateSqliteDialect } from './sql/sqlite-dialect.js';
import { StoreUnavailable } from '../store-unavailable.js';

// Before it, a database in WAL mode can be damaged: https://sqlite.org/wal.html#walresetbug
const OLDEST_VERSION = '3.51.3';

/** How an SQLite file is opened. */
export interface SqliteOptions {
  /** How long a writer waits for one of another process; 5 seconds unless told. */
  busyMs?: number;
  /** Whether to look through the whole file for damage first. */
  check?: boolean;
}

/**
 * Opens an SQLite file as a store, and makes it where it isn't there; `:memory:` is a database that ends with the process.
 * Any number of processes of one machine may open the same file.
 *
 * @throws StoreUnavailable saying in a sentence what stands in the way
 */
export async function openSqlite(
  file: string,
  { busyMs = 5_000, check = false }: SqliteOptions = {},
): Promise<{ store: Store; db: Db }> {
  let database: Database.Database | undefined;
  try {
    if (file !== ':memory:') makeFile(file);
    database = new Database(file, { timeout: busyMs });
    prepare(database, busyMs, file === ':memory:' ? 'memory' : 'wal');
    if (check) demandWhole(database);
    const dialect = new ImmediateSqliteDialect(database, busyMs);
    const db = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] });
    await migrate(db, 'sqlite');
    return { store: createSqlStore(db, 'sqlite'), db };
  } catch (error) {
    database?.close();
    if (error instanceof StoreUnavailable) throw error;
    throw new StoreUnavailable(`The database ${file} can't be opened: ${reason(error)}`, { cause: error });
  }
}

/** Makes what isn't there, readable by its owner alone; SQLite gives its own files beside it the same rights. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (NETWORK_FILE_SYSTEMS.includes(statfsSync(dirname(file)).type)) {
    throw new StoreUnavailable(
      `The database ${file} is on a network drive, where its locks don't hold. Put it on a disk of this machine, or use PostgreSQL.`,
    );
  }
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}

// NFS, SMB, CIFS and SMB2, as statfs(2) numbers them.
const NETWORK_FILE_SYSTEMS = [0x6969, 0x517b, 0xff534d42, 0xfe534d42];

function prepare(database: Database.Database, busyMs: number, journal: 'wal' | 'memory'): void {
  const version = database.prepare('select sqlite_version()').pluck().get() as string;
  if (version.localeCompare(OLDEST_VERSION, 'en', { numeric: true }) < 0) {
    throw new StoreUnavailable(
      `SQLite ${version} can damage databases. Update the package better-sqlite3 to one that has SQLite ${OLDEST_VERSION} or later.`,
    );
  }
  const wanted: [name: string, value: string | number, holds: string | number][] = [
    ['busy_timeout', busyMs, busyMs],
    ['journal_mode', journal, journal],
    // What was acknowledged stays, also when the power fails: consents are among it.
    ['synchronous', 'full', 2],
    ['foreign_keys', 'on', 1],
    ['mmap_size', 0, 0],
    // 32 MiB: with SQLite's own 2 a million accounts would be looked up in the file again at every step.
    ['cache_size', -32_768, -32_768],
  ];
  for (const [name, value, holds] of wanted) {
    database.pragma(`${name} = ${value}`);
    const found = database.pragma(name, { simple: true }) as string | number | undefined;
    // A database in memory has no mmap_size.
    if (found !== undefined && found !== holds) {
      throw new StoreUnavailable(`SQLite does not take ${name} = ${value} (it says ${found}).`);
    }
  }
}

// A damaged page is else only met by whoever needs a row on it, and what is written meanwhile can make it worse.
function demandWhole(database: Database.Database): void {
  if (database.pragma('quick_check(1)', { simple: true }) === 'ok') return;
  throw Object.assign(new Error('The file is damaged.'), { code: 'SQLITE_CORRUPT' });
}

const REASONS: [code: RegExp, reason: string][] = [
  [
    /^(EACCES|EPERM|EROFS|SQLITE_READONLY)/,
    'this user may not write there. Change the owner of the folder, or choose another one.',
  ],
  [/^(ENOTDIR|EEXIST|EISDIR|SQLITE_CANTOPEN)/, 'its path leads to something else than a file in a folder.'],
  [/^(ENOSPC|SQLITE_FULL)/, 'the disk is full.'],
  [/^SQLITE_(BUSY|LOCKED)/, 'another program holds it locked. Stop that program, or wait for it.'],
  [/^SQLITE_NOTADB/, 'the file is not a database.'],
  [/^SQLITE_CORRUPT/, 'the file is damaged. Restore a backup.'],
];

/** What stands in the way, as the end of a sentence for a person. */
export function reason(error: unknown): string {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? `${message}.`;
}
