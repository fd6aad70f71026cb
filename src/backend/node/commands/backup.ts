import { UsageError } from '../../usage-error.js';
import { filePath } from '../open-store.js';

/** Copies an SQLite database as it is at one moment; PostgreSQL has programs of its own for that. */
export async function backup(databaseUrl: string, file: string): Promise<string> {
  if (!databaseUrl.startsWith('file:')) {
    throw new UsageError('This is for SQLite. Back up a PostgreSQL database with pg_dump.');
  }
  const { backUpSqlite } = await import('../../stores/sqlite-backup.js');
  backUpSqlite(filePath(databaseUrl), file);
  return `The database is in ${file}, as it was a moment ago.\n`;
}
