import { fileURLToPath } from 'node:url';
import type { Store } from '../ports.js';
import { UsageError } from '../usage-error.js';

/**
 * Opens the database that a URL names, and brings it up to date. The driver is loaded only then, so that a server on
 * SQLite needs none for PostgreSQL.
 *
 * @param options - `check`: whether to look through an SQLite file for damage first
 * @throws StoreUnavailable with a sentence for a person, UsageError for a URL of another kind
 */
export async function openStore(url: string, options: { check?: boolean } = {}): Promise<Store> {
  if (url.startsWith('file:')) {
    const { openSqlite } = await import('../stores/sqlite.js');
    return (await openSqlite(filePath(url), options)).store;
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgres } = await import('../stores/postgres.js');
    return (await openPostgres(url)).store;
  }
  throw new UsageError('PORTAL_DATABASE_URL should begin with file: or postgres://.');
}

/**
 * The path that a `file:` URL means, which may be relative.
 *
 * @throws UsageError for one that names another machine, or no path
 */
export function filePath(url: string): string {
  if (!url.startsWith('file://')) return url.slice('file:'.length);
  try {
    return fileURLToPath(url);
  } catch (cause) {
    const should = 'file:data/portal.sqlite, or with the whole path file:///var/lib/portal/portal.sqlite';
    throw new UsageError(`PORTAL_DATABASE_URL should be like ${should}, not "${url}".`, { cause });
  }
}
