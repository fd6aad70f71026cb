// `npm test`: installs what is missing, finds or fetches a browser, runs every kind of test and adds up.
// `npm test -- node browser` runs only those kinds. Plain Node: nothing is installed yet when this file starts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrFetchBrowser } from './support/browser.mjs';
import { engines } from './support/engines.mjs';
import { installMissing, npm, npmBeside } from './support/npm.mjs';
import { readResults, record, summary } from './support/results.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// Node takes a whole file for one test too, and an end-to-end file holds several journeys.
const fileTimeout = 300_000;
const inBrowser = ['elements', 'forms', 'field'];
// Each of these drives a browser of its own.
const inPages = ['e2e', 'hosts', 'accessibility'];
// The package as others get it, and their projects; needs what `build` has built.
const inPackages = ['package'];
const inOrder = {
  // A check is one test: it passed or it didn't.
  typecheck: { run: () => check('typecheck') },
  build: { run: () => check('build') },
  lint: { run: () => lintEnds() },
  size: { run: () => check('size') },
  package: { needsBrowser: true, run: () => nodeTests((folder) => inPackages.includes(folder)) },
  node: { run: () => nodeTests((folder) => ![...inBrowser, ...inPages, ...inPackages].includes(folder)) },
  browser: { needsBrowser: true, run: () => elementTests('chromium') },
  browsers: { run: () => elementTests(...present('firefox', 'webkit')) },
  stories: { needsBrowser: true, run: () => stories() },
  // The same in three languages, both color schemes and two widths: some minutes.
  'story-matrix': { needsBrowser: true, onlyIfAsked: true, run: () => stories('--axe', '--layout') },
  e2e: { needsBrowser: true, run: () => nodeTests((folder) => inPages.includes(folder)) },
  // A part of those above, alone.
  accessibility: {
    needsBrowser: true,
    onlyIfAsked: true,
    run: () => nodeTests((folder) => folder === 'accessibility'),
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((kind) => !inOrder[kind]);
if (unknown.length > 0) {
  console.error(`There is no kind of test named ${unknown.join(', ')}. There are: ${Object.keys(inOrder).join(', ')}.`);
  process.exit(2);
}
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.version}.`);
  process.exit(2);
}

try {
  installMissing();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'portal-test-'));
// It takes a minute of one core, as the checks before it do.
const linting = (asked.length === 0 || asked.includes('lint')) && npmBeside(['run', '--silent', 'lint']);
const rows = [];
for (const [kind, { run, needsBrowser, onlyIfAsked }] of Object.entries(inOrder)) {
  if (asked.length === 0 && onlyIfAsked) console.log(`\n${kind} is only run when it is asked for: npm test -- ${kind}`);
  if (asked.length > 0 ? !asked.includes(kind) : onlyIfAsked) continue;
  console.log(`\n— ${kind} —`);
  process.env.TEST_RESULTS = join(folder, `${kind}.jsonl`);
  writeFileSync(process.env.TEST_RESULTS, '');
  const start = Date.now();
  try {
    if (needsBrowser) process.env.CHROME_PATH = await findOrFetchBrowser();
    const status = await run();
    const { passed, failed, skipped } = readResults(process.env.TEST_RESULTS);
    if (status !== 0 && failed === 0)
      throw new Error(`ended with ${status === null ? 'a signal' : `exit code ${status}`}`);
    if (passed + failed + skipped === 0) throw new Error('no test ran');
  } catch (error) {
    console.error(`${kind}: ${error.message}`);
    record({ name: kind, outcome: 'failed', reason: error.message });
  }
  rows.push({ kind, seconds: Math.round((Date.now() - start) / 1000), ...readResults(process.env.TEST_RESULTS) });
}
rmSync(folder, { recursive: true });
report();

function check(script) {
  return checked(script, npm(['run', '--silent', script]));
}

async function lintEnds() {
  const ended = await linting;
  process.stdout.write(ended.printed);
  return checked('lint', ended);
}

function checked(script, { status }) {
  record({ name: script, outcome: status === 0 ? 'passed' : 'failed' });
  return status;
}

function nodeTests(isWanted) {
  const files = readdirSync('test', { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && isWanted(file.split('/')[0]))
    .map((file) => `test/${file}`);
  // Without a file, node would go and look for some itself.
  if (files.length === 0) return 0;
  return node(
    ...[
      '--import',
      'tsx',
      '--test',
      '--test-force-exit',
      `--test-timeout=${fileTimeout}`,
      `--test-concurrency=${availableParallelism()}`,
    ],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./test/support/node-reporter.mjs', '--test-reporter-destination=stdout'],
    ...files.sort(),
  );
}

function elementTests(...names) {
  if (names.length === 0) return 0;
  process.env.BROWSERS = names.join();
  return node('node_modules/@web/test-runner/dist/bin.js');
}

/** Those engines that this machine has; tells of each other one. Where every test has to run, it has failed. */
function present(...names) {
  return names.filter((engine) => {
    const { name, find, advice } = engines[engine];
    if (find()) return true;
    const reason = `not on this machine: ${advice}`;
    console.log(`${name}: ${reason}`);
    record({ name, outcome: process.env.CI === 'true' ? 'failed' : 'skipped', reason });
    return false;
  });
}

function stories(...options) {
  return npm(['run', '--silent', 'build-storybook']).status === 0 ? node('test/stories.mjs', ...options) : 1;
}

function node(...args) {
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 15 * 60_000 }).status;
}

function report() {
  const line = (...cells) =>
    console.log(cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(10))).join(''));
  const all = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  console.log();
  line('kind', 'passed', 'failed', 'skipped', 'seconds');
  for (const { kind, passed, failed, skipped, seconds } of rows) line(kind, passed, failed, skipped, seconds);

  const list = (title, key, linesOf) => {
    if (!rows.some((row) => row[key].length > 0)) return;
    console.log(`\n${title}:`);
    for (const row of rows) for (const line of linesOf(row[key])) console.log(`  ${row.kind}: ${line}`);
  };
  const slowest = rows
    .flatMap(({ times }) => [...times])
    .sort(([, one], [, other]) => other - one)
    .slice(0, 12);
  if (slowest.length > 0) console.log('\nWhat took longest, in seconds:');
  for (const [file, seconds] of slowest) console.log(`${String(Math.round(seconds)).padStart(6)}  ${file}`);

  list('Skipped', 'skippedTests', alike);
  list('Failed', 'failedTests', (tests) => tests.map(told));

  console.log(`\n${summary({ passed: all('passed'), failed: all('failed'), skipped: all('skipped') })}`);
  process.exitCode = all('failed') > 0 ? 1 : 0;
}

function told({ name, file, reason }) {
  return `${name}${file && file !== name ? ` (${file})` : ''}${reason ? `: ${reason}` : ''}`;
}

/** One line for all tests of a file that have the same reason. */
function alike(tests) {
  const groups = new Map();
  for (const test of tests) {
    const key = `${test.file} ${test.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  return [...groups.values()].map(([first, ...others]) =>
    told(others.length > 0 ? { ...first, name: `${others.length + 1} tests` } : first),
  );
}
