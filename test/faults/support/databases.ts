import { execFileSync } from 'node:child_process';
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

/** How a database is made. */
export interface DatabaseOptions {
  /** Whether a PostgreSQL server waits for the disk, as one that holds anything of worth does. */
  syncs?: boolean;
  /** Where its tables are; else on the machine's own disk. */
  disk?: { folder: string };
}

/** Why something isn't tried in the short form of these tests, where it has been tried on the other database. */
export const inFullOnly = process.env['FAULTS'] === 'all' ? false : 'only in a full run: npm run test:faults';

/** Makes an empty database; PostgreSQL gets a server of its own. */
export async function createDatabase(
  kind: Dialect,
  { syncs = false, disk }: DatabaseOptions = {},
): Promise<TestDatabase> {
  const folder = mkdtempSync(join(kind === 'sqlite' && disk ? disk.folder : tmpdir(), `portal-${kind}-`));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  if (kind === 'sqlite') {
    const file = join(folder, 'portal.sqlite');
    return { kind, url: `file:${file}`, folder, open: () => openSqlite(file), stop: async () => clear() };
  }
  const postgres = await startPostgres(bin!, { syncs });
  const url = await postgres.createDatabase();
  if (disk) await move(postgres, url, disk.folder);
  const stop = async (): Promise<void> => {
    await postgres.stop();
    clear();
  };
  return { kind, url, folder, postgres, open: () => openPostgres(url), stop };
}

async function move(postgres: TestServer, url: string, folder: string): Promise<void> {
  execFileSync('chown', ['postgres', folder]);
  await postgres.run(`create tablespace elsewhere location '${folder}'`);
  await postgres.run(`alter database ${new URL(url).pathname.slice(1)} set tablespace elsewhere`);
}

/** A secret for a run. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
