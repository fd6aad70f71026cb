import { relative, resolve } from 'node:path';
import { record } from './results.mjs';

/**
 * A reporter for `node --test` beside the one that people read: it counts tests, not suites and not files, and notes how long each file
 * took. What it would do at the end may never be done: the run ends by force.
 */
export default async function* countTests(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file = '', details, nesting, skip, todo } = data;
    if (nesting === 0) record({ file: relative('.', file), outcome: 'took', seconds: details.duration_ms / 1000 });
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
  yield '';
}

/** What went wrong, in one line. */
const saidBy = (error) => String((error?.cause ?? error)?.message ?? error).split('\n', 1)[0];

const reason = (given) => (typeof given === 'string' && given ? given : 'no reason given');
