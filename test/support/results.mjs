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

/** Counts what was recorded; keeps what was skipped or has failed, for its reasons, and the seconds that each file took. */
export function readResults(file) {
  const results = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  const times = new Map();
  for (const { outcome, file, seconds } of results)
    if (outcome === 'took') times.set(file, (times.get(file) ?? 0) + seconds);
  return {
    times,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    skippedTests: results.filter((result) => result.outcome === 'skipped'),
    failedTests: results.filter((result) => result.outcome === 'failed'),
  };
}
