import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { installCommand } from '../../src/backend/node/missing-package.js';
import { pack } from './support/packed.js';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-upkeep-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the changelog begins with the version of the package', () => {
  const [newest] = /(?<=^## ).+$/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
  assert.equal(newest, read('package.json').version);
});

test('a changeset becomes the next version, in the package, in the sources and in the changelog', (t) => {
  const folder = temporary(t);
  for (const path of [
    'package.json',
    'CHANGELOG.md',
    '.changeset',
    'src/contract/version.ts',
    'test/package/print-version.mjs',
  ])
    cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(
    join(folder, '.changeset/quiet-hens-sing.md'),
    '---\n"portal-elements": patch\n---\n\nThe hens sing more quietly.\n',
  );
  const [first, second] = read('package.json').scripts['version-packages'].split(' && ');
  assert.equal(first, 'changeset version');
  for (const command of ['node node_modules/@changesets/cli/bin.js version', second])
    execFileSync(process.execPath, command.split(' ').slice(1), { cwd: folder, stdio: 'pipe' });
  const [major, minor, patch] = read('package.json').version.split('.').map(Number);
  const next = `${major}.${minor}.${patch + 1}`;
  assert.equal(read(join(folder, 'package.json')).version, next);
  assert.ok(readFileSync(join(folder, 'src/contract/version.ts'), 'utf8').includes(`VERSION = '${next}'`));
  assert.ok(
    readFileSync(join(folder, 'CHANGELOG.md'), 'utf8').startsWith(
      `# portal-elements\n\n## ${next}\n\n### Patch Changes\n\n- The hens sing more quietly.\n\n## `,
    ),
  );
});

test('what a contributor has to read fits on a page', () => {
  assert.ok(readFileSync('CONTRIBUTING.md', 'utf8').split('\n').length <= 60);
});

test('the package says by which hash a page holds each of its files, and knows whose code is in them', async (t) => {
  const folder = temporary(t);
  execFileSync('tar', ['-xzf', await pack(folder), '-C', folder]);
  const dist = join(folder, 'package/dist');
  const files = readdirSync(join(dist, 'cdn'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  assert.ok(files.length > 5);
  const hash = (file: string): string =>
    `sha384-${createHash('sha384')
      .update(readFileSync(join(dist, 'cdn', file)))
      .digest('base64')}`;
  assert.deepEqual(
    read(join(dist, 'cdn/integrity.json')),
    Object.fromEntries(files.map((file) => [file.replaceAll('\\', '/'), hash(file)])),
  );

  const sbom = read(join(dist, 'sbom.cdx.json')) as { components: { name: string; version: string }[] };
  const { packages } = read('package-lock.json') as { packages: Record<string, { version: string }> };
  for (const { name, version } of sbom.components)
    assert.equal(packages[`node_modules/${name}`]?.version, version, name);
  const inside = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js.map'))
    .flatMap((file) => (read(join(dist, file)) as { sources: string[] }).sources)
    .flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  const named = sbom.components.map(({ name }) => name);
  assert.ok(inside.includes('lit-html'));
  assert.deepEqual(
    [...new Set(inside)].filter((name) => !named.includes(name)),
    [],
  );
});

test('whoever starts the server without what it needs is told the command of the quick start', () => {
  assert.ok(readFileSync('docs/quick-start.md', 'utf8').includes(`\n${installCommand()}\n`), installCommand());
});
