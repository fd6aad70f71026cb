import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { reason } from './sqlite.js';
import { StoreUnavailable } from '../store-unavailable.js';

/**
 * Copies an SQLite database as it is at one moment, also while servers use it, into a new file for its owner alone. The
 * file alone would lack what is still in the journal beside it.
 *
 * @throws StoreUnavailable saying in a sentence what stands in the way; then there is no copy
 */
export function backUpSqlite(from: string, to: string): void {
  let copy: number;
  try {
    copy = openSync(to, 'wx', 0o600);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'it is there already.' : reason(error);
    throw new StoreUnavailable(`The backup ${to} can't be written: ${why}`, { cause: error });
  }
  let database: Database.Database | undefined;
  try {
    database = new Database(from, { fileMustExist: true });
    database.prepare('vacuum into ?').run(to);
    fsyncSync(copy);
  } catch (error) {
    rmSync(to);
    throw new StoreUnavailable(`The database ${from} can't be backed up: ${reason(error)}`, { cause: error });
  } finally {
    database?.close();
    closeSync(copy);
  }
}
