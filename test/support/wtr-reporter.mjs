import { relative } from 'node:path';
import { record, summary } from './results.mjs';

/** A reporter for Web Test Runner: counts each engine's tests and closes with the line that all kinds close with. */
export function countTests() {
  return {
    onTestRunFinished({ sessions }) {
      const results = sessions.flatMap(resultsOf);
      results.forEach(record);
      const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
      console.log(summary({ passed: count('passed'), failed: count('failed'), skipped: count('skipped') }));
    },
  };
}

function resultsOf({ browser, testFile, testResults, errors, passed }) {
  const file = `${relative('.', testFile)}, ${browser.name}`;
  const tests = [];
  const visit = (suite, path) => {
    for (const test of suite.tests) {
      const name = [...path, test.name].join(' ');
      // Mocha has no place for a reason; a skipped test tells it in its name, in brackets.
      if (test.skipped)
        tests.push({ name, file, outcome: 'skipped', reason: /\(([^()]+)\)$/.exec(name)?.[1] ?? 'no reason given' });
      else if (test.passed) tests.push({ name, file, outcome: 'passed' });
      else tests.push({ name, file, outcome: 'failed', reason: test.error?.message?.split('\n', 1)[0] });
    }
    for (const inner of suite.suites) visit(inner, [...path, inner.name]);
  };
  if (testResults) visit(testResults, []);

  // A page that breaks outside of its tests, or holds none, is a failure of its own.
  const broken = errors?.length > 0 || (!passed && !tests.some((test) => test.outcome === 'failed'));
  if (broken) tests.push({ name: file, file, outcome: 'failed', reason: 'the page broke outside of its tests' });
  else if (tests.length === 0) tests.push({ name: file, file, outcome: 'failed', reason: 'no test ran in this file' });
  return tests;
}
