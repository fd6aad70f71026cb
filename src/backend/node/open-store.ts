import { fileURLToPath } from 'node:url';
import type { Store } from '../ports.js';
import { EnvironmentError } from './environment.js';

/**
 * Opens the database that a URL names, and brings it up to date. The driver is loaded only then, so that a server on
 * SQLite needs none for PostgreSQL.
 *
 * @param options - `check`: whether to look through an SQLite file for damage first
 * @throws StoreUnavailable with a sentence for a person, EnvironmentError for a URL of another kind
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
  throw new EnvironmentError('PORTAL_DATABASE_URL should begin with file: or postgres://.');
}

/** The path that a `file:` URL means, which may be relative. */
export const filePath = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);
