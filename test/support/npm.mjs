import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Program and first arguments that run npm. Under `npm test` it is the very npm that was called. */
export function npmCommand() {
  const { npm_execpath: self } = process.env;
  return self?.endsWith('npm-cli.js') ? [process.execPath, self] : ['npm'];
}

/** Runs npm and shows what it prints. */
export function npm(args) {
  return spawnSync(...commandOf(args), { ...options(), stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Runs npm while other things go on; what it prints is told at its end, with how it ended. */
export function npmBeside(args) {
  const child = spawn(...commandOf(args), { ...options(), stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ status: null, printed: `${error}\n` }));
    child.on('close', (status) => resolve({ status, printed }));
  });
}

function commandOf(args) {
  const [program, ...first] = npmCommand();
  return [program, [...first, ...args]];
}

const options = () => ({ shell: npmCommand()[0] === 'npm' && process.platform === 'win32' });

/**
 * Installs what the lock file names and node_modules lacks.
 *
 * Compares what is installed, not the dates of files: those are new after every checkout.
 */
export function installMissing() {
  const wanted = packages('package-lock.json');
  if (!wanted) throw new Error('package-lock.json is missing.');
  const installed = packages('node_modules/.package-lock.json') ?? {};
  const lacks = Object.entries(wanted).some(
    ([path, { version, optional }]) => path && installed[path]?.version !== version && !(optional && !installed[path]),
  );
  if (!lacks) return;
  console.log('Installing what is missing (npm ci); better-sqlite3 may compile for a minute where it is not prebuilt.');
  if (npm(['ci']).status !== 0)
    throw new Error(
      'npm ci failed. Where better-sqlite3 has to be compiled, it needs a C++ compiler, make and Python 3.',
    );
}

function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
