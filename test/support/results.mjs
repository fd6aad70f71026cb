import { appendFileSync, readFileSync } from 'node:fs';

/**
 * How the kinds of tests tell `test/run.mjs` what became of each test: one line of JSON a test, appended to the file that
 * the environment names. Run by hand, without that file, they only print.
 */
export function record(result) {
  if (process.env.TEST_RESULTS) appendFileSync(process.env.TEST_RESULTS, `${JSON.stringify(result)}\n`);
}

/** The closing line, in the same words everywhere. */
export const summary = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Counts what was recorded; `skipped` keeps the tests themselves, for their reasons. */
export function readResults(file) {
  const results = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    skippedTests: results.filter((result) => result.outcome === 'skipped'),
    failedTests: results.filter((result) => result.outcome === 'failed'),
  };
}
