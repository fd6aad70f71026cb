import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, { default?: string }>;
};
const languages = ['ar', 'de', 'en', 'es', 'fr', 'pt', 'vi', 'zh-Hans'];

/** All that a page's own program can import, as it names it. */
const entries = Object.entries(exports)
  .filter(([, target]) => (typeof target === 'string' ? String(target) : target.default)?.endsWith('.js'))
  .map(([name]) => name.replace(/^\./, 'portal-elements'))
  .flatMap((name) =>
    name.includes('*')
      ? languages.filter((tag) => !name.includes('/cdn/') || tag !== 'en').map((tag) => name.replace('*', tag))
      : [name],
  );

test('F6: every entry of the package can be imported in Node, alone and all together', async () => {
  assert.ok(
    entries.includes('portal-elements') &&
      entries.includes('portal-elements/cdn/portal-elements.min.js') &&
      entries.length > 30,
    entries.join(),
  );
  const program = `for (const name of process.argv.slice(1)) await import(name).catch((error) => console.log(name, error));
    console.log(typeof window, typeof document, typeof HTMLElement);`;
  const importing = async (names: string[]): Promise<string> =>
    (await run(process.execPath, ['--input-type=module', '--eval', program, ...names])).stdout.trim();
  // A server's program has no DOM afterwards either.
  assert.equal(await importing(entries), 'undefined undefined undefined');
  const tags = entries.filter((name) => /^portal-elements(\/[a-z-]+\.js)?$/.test(name));
  assert.equal(tags.length, 11);
  for (const name of tags) assert.equal(await importing([name]), 'undefined undefined undefined', name);
});
