import { relative, resolve } from 'node:path';
import { record } from './results.mjs';

const TOLD = 12;

/**
 * A reporter for `node --test` beside the one that people read: it counts tests, not suites and not files, and closes with the files that
 * took longest.
 */
export default async function* countTests(source) {
  const times = new Map();
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file = '', details, nesting, skip, todo } = data;
    if (nesting === 0) times.set(file, (times.get(file) ?? 0) + details.duration_ms / 1000);
    // A suite counts by its tests, unless it was skipped as a whole: then they are never heard of.
    if (details.type === 'suite' && type === 'test:pass' && skip === undefined) continue;
    // A suite or a test that failed because of a test inside it: that one is counted already.
    if (details.error?.failureType === 'subtestsFailed') continue;

    const test = { name, file: relative('.', file) };
    if (skip !== undefined) record({ ...test, outcome: 'skipped', reason: reason(skip) });
    else if (todo !== undefined) record({ ...test, outcome: 'skipped', reason: `to do: ${reason(todo)}` });
    // A file reports itself when it broke, or when it came to its end without a single test.
    else if (resolve(name) === file && type === 'test:pass')
      record({ ...test, outcome: 'failed', reason: 'no test ran in this file' });
    else if (type === 'test:pass') record({ ...test, outcome: 'passed' });
    else record({ ...test, outcome: 'failed', reason: saidBy(details.error) });
  }
  const slowest = [...times].sort(([, one], [, other]) => other - one).slice(0, TOLD);
  yield `\nThe slowest files, in seconds:\n`;
  for (const [file, seconds] of slowest) yield `${String(Math.round(seconds)).padStart(6)}  ${relative('.', file)}\n`;
}

/** What went wrong, in one line. */
const saidBy = (error) => String((error?.cause ?? error)?.message ?? error).split('\n', 1)[0];

const reason = (given) => (typeof given === 'string' && given ? given : 'no reason given');
