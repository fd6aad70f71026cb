import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { readSettings } from '../../src/backend/node/config-file.js';
import { documents, root, snippets } from '../support/documents.js';
import { freePort } from '../support/server.js';

const run = promisify(execFile);
const LANGUAGES = ['sh', 'html', 'css', 'js', 'ts', 'json'];

test('every snippet is of a kind that a test runs', () => {
  for (const { path, snippets: all } of documents()) {
    for (const { language } of all) assert.ok(LANGUAGES.includes(language), `${path} has a snippet of ${language}`);
  }
});

test('every link leads somewhere', async (t) => {
  const anchors = (text: string): string[] =>
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'));
  for (const { path, text } of documents()) {
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?|mailto):/.test(target)) continue;
      await t.test(`${path} → ${target}`, () => {
        const [file = '', anchor] = target.split('#');
        const to = file ? join(root, dirname(path), file) : join(root, path);
        assert.ok(existsSync(to));
        if (anchor) assert.ok(anchors(readFileSync(to, 'utf8')).includes(anchor));
      });
    }
  }
});

test('every command runs', async (t) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const folder = mkdtempSync(join(tmpdir(), 'portal-docs-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>Portal</title>');
  writeFileSync(join(folder, 'people.csv'), 'email,birthdate\nlist@example.org,1980-02-29\n');
  const port = await freePort();
  const options = { cwd: folder, env: { ...process.env, PORT: String(port), PORTAL_DATA_DIR: join(folder, 'data') } };
  const cli = join(root, 'dist/node/cli.js');

  for (const { path, code } of snippets('sh')) {
    // Followed step by step in adapters.test.ts.
    if (path === 'docs/adapters.md') continue;
    for (const line of code.trim().split('\n')) {
      await t.test(`${path}: ${line}`, async () => {
        const [program, first = '', ...args] = line.split(' ');
        if (program === 'npm') {
          // Run by the other kinds of tests; here it is enough that there is such a command.
          assert.ok(scripts[first === 'run' ? args[0]! : first], line);
          return;
        }
        assert.deepEqual([program, first], ['npx', 'portal-elements'], line);
        if (args[0] !== 'serve') {
          assert.notEqual((await run(process.execPath, [cli, ...args], options)).stdout, '');
          return;
        }
        const server = spawn(process.execPath, [cli, ...args], { ...options, stdio: 'ignore' });
        try {
          assert.ok(await answers(`http://localhost:${port}/`));
        } finally {
          server.kill();
          await new Promise((resolve) => server.once('exit', resolve));
        }
      });
    }
  }
});

async function answers(url: string): Promise<boolean> {
  for (let i = 0; i < 200; i++) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

test('every config is one', async (t) => {
  for (const { path, code } of snippets('json')) {
    await t.test(path, () => {
      const folder = mkdtempSync(join(tmpdir(), 'portal-docs-'));
      try {
        mkdirSync(join(folder, 'consents'));
        writeFileSync(join(folder, 'consents', 'portal-consent.en.md'), 'A text to agree to.');
        writeFileSync(join(folder, 'portal.config.json'), code);
        assert.ok(readSettings({ file: join(folder, 'portal.config.json'), publicUrl: 'https://portal.example' }).config('en').name);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});

test('every TypeScript snippet compiles against the built package', async () => {
  // Inside the package, so that it finds itself by its name as a stranger would.
  const folder = join(root, 'node_modules', '.cache', 'documents');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [i, { code }] of snippets('ts').entries()) writeFileSync(join(folder, `snippet-${i}.ts`), code);
  const options = { strict: true, noEmit: true, target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', skipLibCheck: true, types: ['node'], lib: ['ES2023', 'DOM', 'DOM.Iterable'] };
  // Every entry that the package publishes, as it publishes it.
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, { types?: string }> };
  const paths = Object.entries(exports).flatMap(([name, { types }]) =>
    types ? [[`portal-elements${name.slice(1)}`, [join(root, types)]]] : [],
  );
  // These tools are not installed here: of their types it is only known that they are there.
  writeFileSync(
    join(folder, 'elsewhere.d.ts'),
    `declare module 'vitest' { export const assert: typeof import('node:assert/strict'); export const test: typeof import('node:test').test; }
declare module '@playwright/test' { export const test: { beforeEach(run: (given: { page: import('playwright-core').Page }) => Promise<void>): void }; }
`,
  );
  writeFileSync(join(folder, 'package.json'), '{ "name": "portal-elements-documents", "type": "module" }');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...options, paths: Object.fromEntries(paths) },
      include: ['*.ts'],
    }),
  );
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).catch(({ stdout }: { stdout: string }) => assert.fail(stdout));
});
