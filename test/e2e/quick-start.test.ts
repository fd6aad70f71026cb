import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { documents, root } from '../support/documents.js';
import { freePort, startServer } from '../support/server.js';
import { launch, Visitor } from '../support/visitor.js';

const run = promisify(execFile);
const { snippets } = documents().find(({ path }) => path === 'docs/quick-start.md')!;
const { peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  peerDependencies: Record<string, string>;
};

/** Only who has PostgreSQL, the mock, or one of these frameworks installs these. */
const ELSEWHERE = ['pg', 'msw', '@types/react', 'preact', 'react', 'vue'];

/** The snippets of the page that are a file each, by the name in their first line. */
const files = new Map(
  snippets.flatMap(({ code }) => {
    const [, file] = /^<!-- (\S+) -->$/m.exec(code) ?? [];
    return file ? [[file, code]] : [];
  }),
);

const lines = snippets.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.trim().split('\n'));
const line = (begins: string): string[] => {
  const found = lines.find((each) => each.startsWith(begins));
  assert.ok(found, `the page has no command ${begins}`);
  return found.split(' ');
};

const server = line('npm install @')
  .slice(2)
  .map((each) => /^(.+)@([\d.]+)$/.exec(each)!.slice(1) as [name: string, version: string]);

test('the command that installs the server names all that it needs, in versions that it takes', () => {
  const named = Object.fromEntries(server);
  const wanted = Object.entries(peerDependencies).filter(([name]) => !ELSEWHERE.includes(name));
  assert.deepEqual(Object.keys(named).sort(), wanted.map(([name]) => name).sort());
  // `^0.28.19` takes 0.28 and no other, `^12.11.1` takes 12.
  for (const [name, range] of wanted) assert.equal(named[name], /^\^(0\.\d+|[1-9]\d*)/.exec(range)![1], name);
});

/**
 * The folder as it is once npm has done what the page says: our package as it is published, and beside it those that are
 * named, and nothing else. They are those of this repository, so that nothing has to be fetched and compiled.
 */
async function installed(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  for (const [name] of [...server, ['lit'], ['zod'], ['@lit/context']] as [string][]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  for (const file of ['package.json', 'dist', 'custom-elements.json'])
    cpSync(join(root, file), join(modules, 'portal-elements', file), { recursive: true });
}

test('an empty folder becomes a portal where somebody opens an account', { timeout: 120_000 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-quick-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  assert.equal(line('npm install portal-elements').length, 3);
  await installed(folder);
  for (const [file, code] of files) {
    if (!file.startsWith('pages/')) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
  writeFileSync(join(folder, 'portal.config.json'), snippets.find(({ language }) => language === 'json')!.code);

  const port = await freePort();
  const origin = `http://localhost:${port}`;
  // What this machine happens to have set isn’t the reader’s.
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PORTAL_')));
  const options = { cwd: folder, env: { ...clean, PORT: String(port) } };
  const cli = (begins: string): string[] => [
    join(folder, 'node_modules/portal-elements/dist/node/cli.js'),
    ...line(begins).slice(2),
  ];
  const { stdout } = await run(process.execPath, cli('npx portal-elements invite'), options);
  const link = /^Create an account: +(\S+)$/m.exec(stdout)![1]!;

  const serving = spawn(process.execPath, cli('npx portal-elements serve'), { ...options, stdio: 'ignore' });
  const ended = new Promise((resolve) => serving.once('exit', resolve));
  const browser = await launch();
  t.after(async () => {
    serving.kill();
    await Promise.all([browser.close(), ended]);
  });
  while (
    serving.exitCode === null &&
    !(await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(serving.exitCode, null, 'the server has ended');

  const visitor = await Visitor.enter(browser, origin);
  await visitor.page.goto(link);
  await visitor.verify();
  await visitor.createAccount('ann@example.org');
  await visitor.at('/');
  await visitor.button('Log out').waitFor();
  await visitor.page.getByRole('heading', { name: 'Larkfield Clinic' }).waitFor();
  await visitor.page.goto(`${origin}/login`);
  await visitor.logIn('ann@example.org');
  await visitor.at('/');
  assert.deepEqual(visitor.wrongs, []);
});

test('a page of one’s own stands in the demo, on its backend', async (t) => {
  assert.ok(lines.includes('npm start'));
  const pages = mkdtempSync(join(tmpdir(), 'portal-quick-'));
  cpSync(join(root, 'demo/pages'), pages, { recursive: true });
  writeFileSync(join(pages, 'mine.html'), files.get('demo/pages/mine.html')!);
  const [demo, browser] = await Promise.all([startServer({ pages }), launch()]);
  t.after(async () => {
    await Promise.all([browser.close(), demo.stop()]);
    rmSync(pages, { recursive: true });
  });
  const visitor = await Visitor.enter(browser, demo.origin);
  await visitor.page.goto(`${demo.origin}/mine`);
  await visitor.field(/^Activation code/).waitFor();
  assert.deepEqual(visitor.wrongs, []);
});
