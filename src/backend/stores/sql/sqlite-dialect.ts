import type { Database } from 'better-sqlite3';
import {
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { isBusy } from './failures.js';
import { pause } from './retry.js';

/**
 * SQLite for several processes on one file.
 *
 * A transaction takes the right to write when it begins: one that only asks for it later, after having read, can't wait
 * for others and fails. All of a process share one connection, one after the other, so nothing gets between the statements
 * of a transaction; and migrations run inside one, so that two starters can't meet and a broken one leaves nothing.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: Database;
  readonly #busyMs: number;

  /** @param busyMs how long a transaction waits for those of other processes */
  constructor(database: Database, busyMs = 5_000) {
    super({ database });
    this.#database = database;
    this.#busyMs = busyMs;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#database, this.#busyMs);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: Database;
  readonly #busyMs: number;
  readonly #waiting: (() => void)[] = [];
  #taken = false;
  /** Until when the one who has the connection waits. */
  #until = 0;

  constructor(database: Database, busyMs: number) {
    super({ database: preparingOnce(database) });
    this.#database = database;
    this.#busyMs = busyMs;
  }

  // First in, first out: waking every waiter at each turn starves some of them for seconds. The time to wait for a held file
  // runs from arrival, so that waits don't add up.
  override async acquireConnection(): Promise<DatabaseConnection> {
    const until = performance.now() + this.#busyMs;
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#taken = true;
    const connection = await super.acquireConnection();
    this.#until = until;
    return connection;
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    const next = this.#waiting.shift();
    // Handed on, not given back: nobody who comes in between can take it.
    if (next) next();
    else this.#taken = false;
  }

  override async beginTransaction(): Promise<void> {
    while (!this.#begins(performance.now() < this.#until)) await pause();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After some failures, a full disk for one, SQLite has rolled back by itself, and would complain about this instead.
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }

  // SQLite's own waiting would stop the whole process: requests that only read, and the very one that is waited for
  // where that is in here too.
  #begins(mayWait: boolean): boolean {
    this.#database.pragma('busy_timeout = 0');
    try {
      this.#database.exec('begin immediate');
      return true;
    } catch (error) {
      if (mayWait && isBusy(error)) return false;
      throw error;
    } finally {
      this.#database.pragma(`busy_timeout = ${this.#busyMs}`);
    }
  }
}

const MOST_PREPARED = 500;

/** The database, with each statement prepared once: that takes longer than finding a row does. */
function preparingOnce(database: Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const known = prepared.get(text);
      if (known) return known;
      // Some pragmas do their work when they are prepared.
      if (text.startsWith('pragma')) return database.prepare(text);
      // Nearly all are a few dozen; only lists of values have as many forms as lengths.
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      const statement = database.prepare(text) as SqliteStatement;
      prepared.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
