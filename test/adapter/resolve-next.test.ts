import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { resolveNext } from '../../src/adapter/resolve-next.js';

const url = new URL('../cases/next-paths.json', import.meta.url);
const { cases } = JSON.parse(await readFile(url, 'utf8')) as { cases: { next: string; to: string | null }[] };

for (const { next, to } of cases)
  test(`next ${JSON.stringify(next)} leads to ${to ?? 'nowhere'}`, () => {
    assert.equal(resolveNext(next, 'https://portal.example/a/login') ?? null, to);
  });

test('nothing leads nowhere', () => {
  assert.equal(resolveNext(undefined, 'https://portal.example/'), undefined);
  assert.equal(resolveNext(null, 'https://portal.example/'), undefined);
});
