import { randomBytes } from 'node:crypto';
import { copyFileSync, constants, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-problems.js';

const LEAST_BYTES = 32;

/**
 * The secret under which codes and tokens are digested and letters are sealed: `PORTAL_SECRET`, else what stands in the
 * file that `PORTAL_SECRET_FILE` names. On this machine alone it is else made once, at random, and kept in `folder` for
 * its owner to read; where there is none yet, one that lies in `dataDir` goes on being used.
 *
 * @param folder - where the database's file is
 * @param loopback - whether only this machine reaches the portal
 * @throws ConfigError on a public host without a secret, and for one that is too short
 */
export function readSecretKey({
  env,
  folder,
  dataDir = folder,
  loopback,
}: {
  env: Record<string, string | undefined>;
  folder: string;
  dataDir?: string;
  loopback: boolean;
}): string {
  if (env.PORTAL_SECRET) return longEnough(env.PORTAL_SECRET, 'PORTAL_SECRET');
  if (env.PORTAL_SECRET_FILE) return longEnough(read(env.PORTAL_SECRET_FILE), 'PORTAL_SECRET_FILE');
  if (!loopback) {
    fail(
      'PORTAL_SECRET',
      `is missing: on a public host it has to be set, to at least ${LEAST_BYTES} random bytes of text`,
    );
  }
  try {
    return keptIn(folder) ?? keptIn(dataDir) ?? kept(folder);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const source = folder === dataDir ? 'PORTAL_DATA_DIR' : 'PORTAL_DATABASE_URL';
    return fail(source, `names a folder that can't be written: ${folder}`);
  }
}

const fail = (source: string, message: string): never => {
  throw new ConfigError(source, [{ path: [], message }]);
};

function longEnough(secret: string, source: string): string {
  return Buffer.byteLength(secret) >= LEAST_BYTES ? secret : fail(source, `should have at least ${LEAST_BYTES} bytes`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return fail('PORTAL_SECRET_FILE', `names a file that can't be read: ${file}`);
  }
}

const secretFile = (folder: string): string => join(folder, 'portal.secret');

function keptIn(folder: string): string | undefined {
  const file = secretFile(folder);
  const existing = readIfThere(file);
  return existing === undefined ? undefined : longEnough(existing, file);
}

function kept(folder: string): string {
  const existing = keptIn(folder);
  if (existing !== undefined) return existing;

  const file = secretFile(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Written whole under another name first: of two starters one puts its file in place, and both read that one.
  const draft = `${file}.${process.pid}-${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    place(draft, file);
  } finally {
    rmSync(draft);
  }
  return longEnough(readFileSync(file, 'utf8').trim(), file);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

// Never in the place of what another starter put there. Some file systems have no links: there it is copied.
function place(draft: string, file: string): void {
  for (const put of [linkSync, (from: string, to: string) => copyFileSync(from, to, constants.COPYFILE_EXCL)]) {
    try {
      return put(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
      if (put !== linkSync) throw error;
    }
  }
}
