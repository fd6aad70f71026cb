import { relative, resolve } from 'node:path';
import { record } from './results.mjs';

/** A reporter for `node --test` beside the one that people read: it counts tests, not suites and not files. */
export default async function* countTests(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file = '', details, skip, todo } = data;
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
    else record({ ...test, outcome: type === 'test:pass' ? 'passed' : 'failed' });
  }
  yield '';
}

const reason = (given) => (typeof given === 'string' && given ? given : 'no reason given');
