import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problems, REPORTS, reportsOf } from '../support/field-reports.js';

const ids = Object.keys(REPORTS.required);
const named = (...names: string[]) => names.map((name) => ({ file: 'x', name, rows: [] }));
const row = (id: string, reason = 'needs a real device: a phone with an older system') => `| ${id} | ${reason} |\n`;
const complete = named(...ids.map((id) => `${id}: it is so`));

test('every report from the field has a test, or needs what no test has', () => {
  assert.deepEqual(problems(), []);
});

test('no report is missing', () => {
  const of = (letter: string): number => ids.filter((id) => id.startsWith(letter)).length;
  assert.deepEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'case '].map(of), [27, 7, 16, 16, 9, 19, 11, 72]);
});

test('a test that was renamed, a reason that is none, and too many of them are told', () => {
  assert.deepEqual(problems(complete, ''), []);
  assert.match(problems(complete.slice(1), '').join(), /^A1 has neither a test nor a reason/);
  assert.deepEqual(problems(complete.slice(1), row('A1')), []);
  assert.match(problems(complete.slice(1), row('A1', 'took too long')).join(), /^A1 has a reason that isn’t one/);
  assert.match(problems(complete, row('A1')).join(), /^A1 has a test, and needs no reason/);
  assert.match(problems([...complete, ...named('B99: x')], '').join(), /^B99 is no report/);
  const many = ids.slice(0, 18);
  assert.match(problems(complete.slice(18), many.map((id) => row(id)).join('')).join(), /^18 reports have no test/);
});

test('a name begins with as many reports as its test proves, and with no row of another table', () => {
  assert.deepEqual(reportsOf('A3 A6 case 74: what is written without an event is sent'), ['A3', 'A6', 'case 74']);
  assert.deepEqual(reportsOf('case 12 case 13: x'), ['case 12', 'case 13']);
  for (const name of ['A-3: x', 'R-3: x', 'A3 is so: x', 'in case 3: x', 'X3: x'])
    assert.deepEqual(reportsOf(name), []);
});
