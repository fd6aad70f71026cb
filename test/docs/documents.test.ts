import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { readSettings } from '../../src/backend/node/config-file.js';
import { serverShape } from '../../src/backend/node/config-server.js';
import { DEFAULT_SETTINGS } from '../../src/backend/settings.js';
import { DEFAULT_CONFIG } from '../../src/contract/config-defaults.js';
import { documents, root, snippets } from '../support/documents.js';
import { freePort } from '../support/server.js';

const run = promisify(execFile);

/** What becomes of the snippets of a language. Whoever writes one in another says here which test runs it. */
const RUN_BY: Record<string, string> = {
  sh: 'docs/documents.test.ts: every command runs',
  json: 'docs/documents.test.ts: every config is one',
  ts: 'docs/documents.test.ts: every TypeScript snippet compiles',
  tsx: 'e2e/snippets.test.ts, in React; and as TypeScript',
  vue: 'e2e/snippets.test.ts, in Vue',
  html: 'e2e/snippets.test.ts, on a page',
  css: 'e2e/snippets.test.ts, on a page',
  js: 'e2e/snippets.test.ts, on a page',
};

/** Pages that lead from an empty folder to something that runs, step by step; a test of their own follows them. */
const FOLLOWED = ['docs/adapters.md', 'docs/quick-start.md'];

interface Manifest {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
}

const readJson = <Json>(file: string): Json => JSON.parse(readFileSync(join(root, file), 'utf8')) as Json;

test('every snippet is of a kind that a test runs', () => {
  for (const { path, snippets: all } of documents()) {
    for (const { language } of all) assert.ok(RUN_BY[language], `${path} has a snippet of ${language}`);
  }
});

test('the README tells the weight that `npm run size` holds a page to', () => {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const most = (what: string): string => new RegExp(`'${what}': ([\\d.]+),`).exec(read('test/size.mjs'))![1]!;
  const said = `| ${most('login.js in all')} for the log-in, ${most('portal-elements.min.js')} for all ten tags |`;
  assert.ok(read('README.md').includes(said), said);
});

test('every command runs', async (t) => {
  const { scripts, ...manifest } = readJson<Manifest>('package.json');
  const folder = mkdtempSync(join(tmpdir(), 'portal-docs-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{}');
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'index.html'), '<!doctype html><title>Portal</title>');
  writeFileSync(join(folder, 'people.csv'), 'email,birthdate\nlist@example.org,1980-02-29\n');
  const port = await freePort();
  const options = { cwd: folder, env: { ...process.env, PORT: String(port), PORTAL_DATA_DIR: join(folder, 'data') } };
  const cli = join(root, 'dist/node/cli.js');

  for (const { path, code } of snippets('sh')) {
    if (FOLLOWED.includes(path)) continue;
    for (const line of code.trim().split('\n')) {
      await t.test(`${path}: ${line}`, async () => {
        const [program, first = '', ...args] = line.split(' ');
        if (program === 'npm' && first === 'install') {
          // Nothing is fetched here; it is enough that these are packages that this one is tried with.
          const named = args.filter((arg) => !arg.startsWith('-'));
          for (const name of named) assert.ok(manifest.devDependencies[name], `${name} is not known here`);
          return;
        }
        if (program === 'npm') {
          // Run by the other kinds of tests; here it is enough that there is such a command.
          assert.ok(scripts[first === 'run' ? args[0]! : first], line);
          return;
        }
        if (program === 'npx' && manifest.devDependencies[first]) {
          const { bin } = readJson<{ bin: Record<string, string> }>(`node_modules/${first}/package.json`);
          assert.notEqual(
            (await run(process.execPath, [join(root, 'node_modules', first, bin[first]!), ...args], options)).stdout,
            '',
          );
          return;
        }
        // Done in their order, with a database under load, by the tests of backups (test/faults/backup.test.ts).
        if (['rm', 'cp', '(umask', 'pg_restore'].includes(program!)) return;
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
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

test('docs/backend.md tells every key of the config, and every limit with its default', () => {
  const { text } = documents().find(({ path }) => path === 'docs/backend.md')!;
  const rows = [...text.matchAll(/^\| (`\w+`(?:, `\w+`)*) \| (.*) \| ([^|]*) \|$/gm)];
  const told = new Map(
    rows.flatMap(([, names = '', , fallback = '']) => {
      const keys = [...names.matchAll(/\w+/g)].map(([key]) => key);
      const values = keys.length > 1 ? fallback.split(', ') : [fallback];
      return keys.map((key, i) => [key, values[i]] as const);
    }),
  );
  const keys = [...Object.keys(DEFAULT_CONFIG), ...Object.keys(serverShape), 'consents'].filter(
    (key) => key !== 'features',
  );
  for (const key of keys) assert.ok(told.has(key), `${key} isn’t told`);
  for (const [name, most] of Object.entries(DEFAULT_SETTINGS.limits)) assert.equal(told.get(name), String(most), name);
});

test('every config is one', async (t) => {
  for (const { path, code } of snippets('json')) {
    await t.test(path, () => {
      const folder = mkdtempSync(join(tmpdir(), 'portal-docs-'));
      try {
        mkdirSync(join(folder, 'consents'));
        for (const [, file = ''] of code.matchAll(/"(consents\/[\w.-]+\.md)"/g))
          writeFileSync(join(folder, file), 'A text to agree to.');
        writeFileSync(join(folder, 'portal.config.json'), code);
        assert.ok(
          readSettings({ file: join(folder, 'portal.config.json'), publicUrl: 'https://portal.example' }).config('en')
            .name,
        );
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
  for (const language of ['ts', 'tsx'])
    for (const [i, { code }] of snippets(language).entries())
      writeFileSync(join(folder, `snippet-${i}.${language}`), code);
  const options = {
    strict: true,
    noEmit: true,
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    skipLibCheck: true,
    jsx: 'react-jsx',
    types: ['node'],
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  };
  // Every entry that the package publishes, as it publishes it.
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, { types?: string }>;
  };
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
      include: ['*.ts', '*.tsx'],
    }),
  );
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).catch(
    ({ stdout }: { stdout: string }) => assert.fail(stdout),
  );
});
