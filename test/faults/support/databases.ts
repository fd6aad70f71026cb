import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../../src/backend/ports.js';
import { openPostgres } from '../../../src/backend/stores/postgres.js';
import type { Db, Dialect } from '../../../src/backend/stores/schema.js';
import { openSqlite } from '../../../src/backend/stores/sqlite.js';
import { findPostgres, startPostgres, type TestServer } from '../../backend/stores/support/postgres.js';

/** A database that servers may be started on, with a folder beside it. */
export interface TestDatabase {
  kind: Dialect;
  /** `file:…` or `postgres://…`. */
  url: string;
  folder: string;
  /** The server that it is in, where there is one. */
  postgres?: TestServer;
  /** Opens it beside the servers; whoever opens it closes the store. */
  open(): Promise<{ store: Store; db: Db }>;
  stop(): Promise<void>;
}

const bin = findPostgres();

/** Why there can be no database of this kind here; `false` where there can. */
export function missing(kind: Dialect): string | false {
  return kind === 'sqlite' || bin ? false : 'there are no programs of a PostgreSQL server on this machine';
}

/** The databases that a run is for: both, unless `FAULT_DATABASE` names one. */
export const KINDS = (['sqlite', 'postgres'] as const).filter(
  (kind) => (process.env['FAULT_DATABASE'] ?? kind) === kind,
);

/** Makes an empty database; PostgreSQL gets a server of its own, which syncs to the disk only where that is asked for. */
export async function createDatabase(kind: Dialect, { syncs = false } = {}): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), `portal-${kind}-`));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  if (kind === 'sqlite') {
    const file = join(folder, 'portal.sqlite');
    return { kind, url: `file:${file}`, folder, open: () => openSqlite(file), stop: async () => clear() };
  }
  const postgres = await startPostgres(bin!, { syncs });
  const url = await postgres.createDatabase();
  const stop = async (): Promise<void> => {
    await postgres.stop();
    clear();
  };
  return { kind, url, folder, postgres, open: () => openPostgres(url), stop };
}

/** A secret for a run. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
