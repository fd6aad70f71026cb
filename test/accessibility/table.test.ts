import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentNow, printed, problems } from '../support/accessibility-table.js';
import { namedTests } from '../support/named-tests.js';
import { CRITERIA, REQUIREMENTS } from './rows.js';

const all = namedTests();

test('every requirement has a test, and every criterion has requirements or a reason', () => {
  assert.deepEqual(problems(all), []);
});

test('no requirement and no criterion is missing', () => {
  assert.deepEqual(
    REQUIREMENTS.map(({ id }) => id),
    Array.from({ length: 26 }, (_, i) => `X-${i + 1}`),
  );
  const levels = (wanted: string) => CRITERIA.filter(({ level }) => level === wanted).length;
  assert.equal(new Set(CRITERIA.map(({ number }) => number)).size, CRITERIA.length);
  assert.deepEqual([levels('A'), levels('AA')], [31, 24]);
});

test('docs/accessibility.md is what `node test/accessibility/print-table.mjs` prints', () => {
  // Not `equal`: telling two long texts apart letter by letter takes it minutes.
  assert.ok(documentNow() === printed(all), 'Run it and look at what has changed.');
});

test('a requirement without a test, and a test of a requirement that nobody wrote down, are told', () => {
  const untested = all.filter(({ rows }) => !rows.includes('X-16'));
  assert.deepEqual(problems(untested), ['X-16 (P0) has no test.']);
  const unknown = { file: 'x', name: 'X-99: x', rows: ['X-99'] };
  assert.deepEqual(problems([...all, unknown]), ['"X-99: x" in x names X-99, which is no row.']);
  assert.notEqual(printed(untested), printed(all));
});
