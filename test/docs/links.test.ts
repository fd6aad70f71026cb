import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { anchorsOf, documents, root, strayFences, targetsOf } from '../support/documents.js';

/** Links that lead out, one a line. Whoever adds one has opened it, and adds it here. */
const OUTWARD = readFileSync(new URL('outward-links.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);

/** The demo, and Storybook. */
const LOCAL = /^http:\/\/localhost:(4000|6006)(\/|$)/;
const isOutward = (target: string): boolean => /^[a-z]+:/.test(target);

const pages = documents().filter(({ path }) => path.endsWith('.md'));

test('every link and picture inside leads somewhere, and so does its anchor', async (t) => {
  let count = 0;
  for (const { path, text } of pages) {
    const inward = targetsOf(text).filter((target) => !isOutward(target));
    count += inward.length;
    await t.test(path, () => {
      for (const target of inward) {
        const [file = '', anchor] = target.split('#');
        const to = file ? join(root, dirname(path), file) : join(root, path);
        assert.ok(existsSync(to), `${target}: there is no such file`);
        if (anchor)
          assert.ok(anchorsOf(readFileSync(to, 'utf8')).includes(anchor), `${target}: there is no such heading`);
      }
    });
  }
  assert.ok(count > 80, `only ${count} links were found`);
});

test('every link that leads out is a web address that somebody has looked at', () => {
  const outward = new Set(
    pages.flatMap(({ text }) => targetsOf(text)).filter((target) => isOutward(target) && !LOCAL.test(target)),
  );
  for (const target of outward) assert.match(target, /^https:\/\/[\w.-]+\.[a-z]+(\/[^\s<>]*)?$/);
  assert.deepEqual([...outward].sort(), OUTWARD, 'test/docs/outward-links.txt is another list');
});

test('every page of the documentation is in its index, or in that of the decisions', () => {
  const linked = (index: string): string[] =>
    targetsOf(readFileSync(join(root, index), 'utf8')).map((target) => join(dirname(index), target.split('#')[0]!));
  // What concerns the repository itself stands in its README.
  const indexes = ['README.md', 'docs/README.md', 'docs/decisions/README.md'];
  const listed = indexes.flatMap(linked);
  for (const { path } of pages) if (path !== 'README.md') assert.ok(listed.includes(path), `${path} is in no index`);
  assert.ok(linked('README.md').includes('docs/README.md'), 'README.md doesn’t lead to the index');
});

test('every picture is shown somewhere, is light, and is told in words', () => {
  const shown = pages.flatMap(({ path, text }) => targetsOf(text).map((target) => join(dirname(path), target)));
  const files = readdirSync(join(root, 'docs/pictures')).map((file) => join('docs/pictures', file));
  assert.ok(files.length > 5);
  for (const file of files) {
    assert.ok(shown.includes(file), `${file} is shown nowhere`);
    assert.ok(statSync(join(root, file)).size < 64 * 1_024, `${file} is too heavy`);
  }
  for (const { path, text } of pages)
    for (const [image] of text.matchAll(/<img [^>]*>|!\[[^\]]*\]\(/g))
      assert.match(image, / alt="[^"]{10,}"|!\[.{10,}\]/, `${path}: ${image}`);
});

test('every snippet says its language and stands at the edge, where tests find it', () => {
  for (const page of documents()) assert.deepEqual(strayFences(page), [], page.path);
});

test('a lost heading, a fence without a language and one in a list are told', () => {
  assert.deepEqual(anchorsOf('# `One` & two\n\n## Same\n\n## Same\n'), ['one--two', 'same', 'same-1']);
  assert.deepEqual(targetsOf('`[no](code.md)` [a](b.md#c) ![d](e.png) <img src="f.webp" alt="">'), [
    'b.md#c',
    'e.png',
    'f.webp',
  ]);
  assert.deepEqual(strayFences({ text: '```\nx\n```\n', snippets: [] }), ['x']);
  assert.deepEqual(strayFences({ text: '- a\n\n  ```sh\n  x\n  ```\n', snippets: [] }), ['x']);
});
