import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { npm } from './npm.mjs';

/** What Chromium needs to run as root in a container, and not to call home on a closed network. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Google\\Chrome\\Application\\chrome.exe`,
];

/** The Chromium or Chrome of this machine: `CHROME_PATH`, else an installed one. Undefined where there is none. */
export const findBrowser = () => findProgram('CHROME_PATH', commands, places);

/** The program that the variable names, else the first command on the path, else the first file that is there. */
export function findProgram(variable, commands, places = []) {
  const named = variable && process.env[variable];
  if (named) {
    if (!isExecutable(named)) throw new Error(`${variable} names no program: ${named}`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .concat(places)
    .find(isExecutable);
}

/** The same, and where there is none fetches the last Chromium that npm carries for Node 20, outside of package.json. */
export async function findOrFetchBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.platform !== 'linux') throw new Error('No browser: install Chrome, or name one in CHROME_PATH.');

  const cache = fileURLToPath(new URL('../../node_modules/.cache/chromium/', import.meta.url));
  const module = join(cache, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  if (!existsSync(module)) {
    console.log(
      'There is no Chrome or Chromium on this machine: fetching one (64 MB) into node_modules/.cache/chromium.',
    );
    mkdirSync(cache, { recursive: true });
    const done = npm(['install', '--no-save', '--no-package-lock', '--prefix', cache, '@sparticuz/chromium@143.0.4']);
    if (done.status !== 0) throw new Error('No browser could be fetched: install Chrome, or name one in CHROME_PATH.');
  }
  // It unpacks itself into the folder for temporary files; kept in the cache it is there the next time too.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = cache;
  const { default: chromium } = await import(pathToFileURL(module).href);
  const path = await chromium.executablePath();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  const { status, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`The fetched browser doesn't start; install Chrome, or name one in CHROME_PATH.\n${stderr}`);
  return path;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
