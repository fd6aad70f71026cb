import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What can be started: the tests' own server, or the product's command line. */
export type Program = 'server' | 'cli';

let built: Promise<string> | undefined;

/**
 * Where a program lies, bundled from the sources as they are now: one that is killed and started hundreds of times must
 * not be translated each time. It goes with this process.
 */
export async function program(name: Program): Promise<string> {
  built ??= bundle();
  return join(await built, `${name}.js`);
}

async function bundle(): Promise<string> {
  // Inside the project, so that the packages are found.
  const folder = join(root, 'node_modules', '.cache', 'programs', String(process.pid));
  mkdirSync(folder, { recursive: true });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: {
      server: join(root, 'test/faults/support/server-process.ts'),
      cli: join(root, 'src/backend/node/cli.ts'),
    },
    outdir: folder,
    bundle: true,
    // Packages that are read file by file are half of what a start takes; native ones can't be bundled, nor what looks for its own files.
    external: ['better-sqlite3', '@node-rs/argon2', 'pg', 'pino', 'nodemailer'],
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return folder;
}
