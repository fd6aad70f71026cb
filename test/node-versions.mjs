// `npm run test:node-versions`: the package as a server gets it, and the tests of its backend, on other releases of Node:
// the oldest that is promised and the newest of each later line, or those that are named: `-- 22.13.0 24`. Takes some
// minutes, since better-sqlite3 is compiled for each where it has no prebuilt file; what is installed stays in
// node_modules/.cache/node-versions. Needs what `npm run build` has built.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './support/npm.mjs';
import { freePort } from './support/port.mjs';
import { readResults, summary } from './support/results.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20.19.0', '22', '24'];
const folders = ['backend', 'contract', 'adapter'];
const { devDependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
// All of them but what pages and their tests use.
const forServers = Object.keys(peerDependencies).filter((name) => !/react|preact|vue|msw/.test(name));

if (npmCommand().length === 1) throw new Error('Run it by npm: npm run test:node-versions.');
if (!existsSync('dist/node/cli.js')) throw new Error('Run `npm run build` first.');
const outside = mkdtempSync(join(tmpdir(), 'portal-node-'));
process.on('exit', () => rmSync(outside, { recursive: true, force: true }));
const tarball = join(
  outside,
  JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', outside))[0].filename,
);

const results = [];
for (const version of versions) results.push(await tryOn(version));
console.log(`\n${results.join('\n')}`);

function npm(cwd, ...args) {
  const [program, ...first] = npmCommand();
  const stdio = ['ignore', 'pipe', 'inherit'];
  return execFileSync(program, [...first, ...args], {
    cwd,
    stdio,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
}

/** Installs a Node, and with it the package and what its server needs; returns the folder and how to run that Node. */
function install(version) {
  const folder = resolve('node_modules/.cache/node-versions', version);
  const name = `node-${process.platform}-${process.arch}`;
  const home = join(folder, 'node_modules', name);
  const node = join(home, 'bin/node');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
  if (!existsSync(node)) npm(folder, 'install', ...quiet, `${name}@${version}`);
  // What is compiled is compiled by that Node, with the headers that came with it.
  const env = { ...process.env, PATH: join(home, 'bin') + delimiter + process.env.PATH, npm_config_nodedir: home };
  const [, cli] = npmCommand();
  const packages = forServers.map((peer) => `${peer}@${devDependencies[peer] ?? peerDependencies[peer]}`);
  execFileSync(node, [cli, 'install', ...quiet, tarball, ...packages], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { folder, node, env };
}

async function tryOn(version) {
  console.log(`\n— Node ${version} —`);
  const { folder, node, env } = install(version);
  const exact = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  await walk(folder, node);
  console.log(`${exact}: the server starts, a code becomes an account, and logs in.`);

  // The sources find the packages that are installed here, but the one that is compiled where it was compiled for this Node.
  const copy = mkdtempSync(join(outside, 'copy-'));
  const wanted = readdirSync('.').filter(
    (name) => !['node_modules', '.git', 'storybook-static', 'coverage'].includes(name),
  );
  for (const name of wanted) cpSync(name, join(copy, name), { recursive: true });
  link(resolve('node_modules'), join(copy, 'node_modules'), ['better-sqlite3']);
  symlinkSync(join(folder, 'node_modules/better-sqlite3'), join(copy, 'node_modules/better-sqlite3'), 'junction');
  const files = readdirSync('test', { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && folders.includes(file.split('/')[0]))
    .map((file) => `test/${file}`);
  const results = join(folder, 'results.jsonl');
  const log = join(folder, 'tests.log');
  writeFileSync(results, '');
  const args = [
    ...['--import', 'tsx', '--test', '--test-force-exit', '--test-timeout=300000', '--test-concurrency=2'],
    ...['--test-reporter=spec', `--test-reporter-destination=${log}`],
    ...['--test-reporter=./test/support/node-reporter.mjs', '--test-reporter-destination=stdout'],
  ];
  const { status } = spawnSync(node, [...args, ...files.sort()], {
    cwd: copy,
    env: { ...env, TEST_RESULTS: results },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const counts = readResults(results);
  if (status !== 0 || counts.passed === 0) process.exitCode = 1;
  for (const { name, file } of counts.failedTests) console.log(`failed: ${name} (${file}); more in ${log}`);
  return `${exact}: ${summary(counts)}`;
}

/** The packages of a folder, but for some. */
function link(from, to, but) {
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (!but.includes(name) && name !== '.cache') symlinkSync(join(from, name), join(to, name), 'junction');
}

/** The shortest way through a server: a code, an account, a session, by the command line and by HTTP. */
async function walk(folder, node) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const data = mkdtempSync(join(outside, 'data-'));
  const env = { PATH: process.env.PATH, PORTAL_DATA_DIR: data, PORT: String(port) };
  const cli = join(folder, 'node_modules/portal-elements/dist/node/cli.js');
  const server = spawn(node, [cli, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    await ready(origin, server);
    const about = ['--email', 'pat@example.org', '--birthdate', '1980-02-29', '--no-mail', '--json'];
    const { code } = JSON.parse(execFileSync(node, [cli, 'invite', ...about], { env, encoding: 'utf8' }));
    const post = async (path, body, cookie = '') => {
      const headers = { 'content-type': 'application/json', origin, cookie };
      const answer = await fetch(`${origin}/api/portal${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer;
    };
    const { ticket } = await (await post('/activation/verify', { code, birthdate: '1980-02-29' })).json();
    const password = 'Bluewater7-';
    await post('/activation', { ticket, relationship: 'self', username: 'pat@example.org', password });
    const [cookie] = (await post('/session', { username: 'pat@example.org', password })).headers.getSetCookie();
    const session = await fetch(`${origin}/api/portal/session`, { headers: { cookie: cookie.split(';')[0] } });
    const { account } = await session.json();
    if (account?.username !== 'pat@example.org') throw new Error('The session is not that of the account.');
  } finally {
    server.kill();
  }
}

async function ready(origin, server) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error('The server has ended.');
    const { ok } = await fetch(`${origin}/readyz`).catch(() => ({ ok: false }));
    if (ok) return;
    await new Promise((over) => setTimeout(over, 100));
  }
  throw new Error('The server does not start.');
}
