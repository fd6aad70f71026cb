import { createRequire } from 'node:module';

// Peers, and optional ones: a page that uses the tags needs none of them, and installs none.
const NEEDED = [
  '@hono/node-server',
  '@node-rs/argon2',
  '@zxcvbn-ts/language-common',
  'better-sqlite3',
  'commander',
  'cookie',
  'csv-parse',
  'kysely',
  'libphonenumber-js',
  'mdast-util-from-markdown',
  'nodemailer',
  'pino',
];

interface Manifest {
  peerDependencies: Record<string, string>;
}

/** The command that installs what the server needs, in versions that it takes: `12` for `^12.11.1`, `0.28` for `^0.28.19`. */
export function installCommand(): string {
  const { peerDependencies } = createRequire(import.meta.url)('portal-elements/package.json') as Manifest;
  const version = (range = ''): string => /(0\.)?\d+/.exec(range)?.[0] ?? 'latest';
  return `npm install ${NEEDED.map((name) => `${name}@${version(peerDependencies[name])}`).join(' ')}`;
}

/** What to say to somebody who runs the server without a package that it needs; nothing of any other error. */
export function tellMissing(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package '([^']+)'/.exec(message)?.[1];
  if (!name) return undefined;
  return `The package ${name} is not installed. A page needs none for the server, but the server needs these (with PostgreSQL pg, in place of better-sqlite3):\n  ${installCommand()}`;
}
