import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADVISORIES, REQUIREMENTS } from './rows.js';
import { namedTests, testsIn } from '../support/named-tests.js';
import { documentNow, printed, problems } from '../support/security-table.js';

const all = namedTests();

test('every row that counts has a test, and every test that a row names is there', () => {
  assert.deepEqual(problems(all), []);
});

test('no row is missing', () => {
  assert.deepEqual(
    REQUIREMENTS.map(({ id }) => id),
    Array.from({ length: 121 }, (_, i) => `R-${i + 1}`),
  );
  assert.deepEqual(
    ADVISORIES.map(({ id }) => id),
    Array.from({ length: 47 }, (_, i) => `A-${i + 1}`),
  );
});

test('docs/security.md is what `node test/security/print-table.mjs` prints', () => {
  assert.equal(documentNow(), printed(all), 'Run it and look at what has changed.');
});

test('a row without a test, a test that was renamed and a row that nobody wrote down are told', () => {
  const [first] = REQUIREMENTS.flatMap(({ elsewhere }) =>
    Object.entries(elsewhere ?? {}).flatMap(([file, names]) => names.map((name) => ({ file, name }))),
  );
  assert.ok(
    problems(all.filter(({ file, name }) => file !== first!.file || name !== first!.name)).some((problem) =>
      problem.includes(first!.name),
    ),
  );
  assert.ok(problems([]).some((problem) => problem === 'R-1 (P0) has no test.'));
  assert.ok(problems([]).some((problem) => problem === 'A-1 has neither a test nor a reason.'));
  assert.ok(
    problems([...all, { file: 'x', name: 'R-999: x', rows: ['R-999'] }]).some((problem) => problem.includes('R-999')),
  );
});

test('tests are found by plain names, however they are declared, and never where they are skipped', () => {
  const source = `
    test('R-1 A-2: one', () => {});
    void t.test("R-2: two's", async () => {});
    it('three', { timeout: 5 }, () => {});
    race('four', body);
    test(\`R-3: \${five}\`, () => {});
    test(\`R-3: six\`, () => {});
    test.skip('R-3: seven', () => {});
    test('R-3: eight', { skip: true }, () => {});
    // test('R-3: nine', () => {});
    const text = "test('R-3: ten')";
    describe('R-3: eleven', () => {});
  `;
  assert.deepEqual(
    testsIn(source, 'x').map(({ name, rows }) => [name, ...rows]),
    [['R-1 A-2: one', 'R-1', 'A-2'], ["R-2: two's", 'R-2'], ['three'], ['four']],
  );
});
