import { adapterCases } from './adapter-cases.js';
import type { AdapterCase } from './adapter/adapter-case.js';
import type { AdapterUnderTest } from './adapter/adapter-under-test.js';

export { adapterCases };

/** A runner's way to declare a test; a promise it returns is waited for. */
export type DeclareTest = (name: string, run: (...context: unknown[]) => Promise<void>) => unknown;

/** What became of a case, told as it ends. */
export interface CaseResult {
  case: AdapterCase;
  outcome: 'holds' | 'broken' | 'skipped';
  /** Why it is skipped, or the rule that is broken: what was expected, what came, and where it is written down. */
  reason?: string;
}

const nameOf = ({ group, name }: AdapterCase): string => `${group}: ${name}`;

// A runner's own way to skip a test that runs: node:test and Vitest hand it over, Mocha has it on `this`.
function skipIn(self: unknown, context: unknown): ((reason: string) => unknown) | undefined {
  for (const each of [context, self]) {
    const { skip } = (each ?? {}) as { skip?: (reason: string) => unknown };
    if (typeof skip === 'function') return skip.bind(each);
  }
  return undefined;
}

/**
 * Declares the conformance suite: whatever passes it can stand behind the elements.
 *
 * A case that can't be tried on this backend (an operation that isn't among its `features`, a reader that isn't given) is
 * skipped in the runner's own way, with the reason.
 *
 * @param test the runner's own function: `test` of node:test or Vitest, `it` of Mocha and of Web Test Runner
 * @param backend how to make a fresh adapter, and how to put people on file
 * @param skip is told of skipped cases in place of the runner
 * @example
 * import { test } from 'node:test';
 * await adapterSuite({ test, backend: { connect: () => createMyAdapter(), invite } });
 * @example
 * describe('our backend', () => void adapterSuite({ test: it, backend: httpBackend({ baseUrl, invite }) }));
 */
export async function adapterSuite({
  test,
  backend,
  skip,
}: {
  test: DeclareTest;
  backend: AdapterUnderTest;
  skip?: (name: string, reason: string) => void;
}): Promise<void> {
  for (const each of adapterCases) {
    const name = nameOf(each);
    // No named parameter: Mocha would wait for a callback to be called.
    const declared = test(name, async function (this: unknown, ...context: unknown[]) {
      const ended = await each.run(backend);
      if (!ended) return;
      if (skip) skip(name, ended.skipped);
      else
        (skipIn(this, context[0]) ?? ((reason: string) => console.info(`Skipped: ${name}: ${reason}`)))(ended.skipped);
    });
    if (declared instanceof Promise) await declared;
  }
}

/** Tries every case without a runner, one after the other, and tells how each ended. */
export async function* tryCases(backend: AdapterUnderTest): AsyncGenerator<CaseResult> {
  for (const each of adapterCases) {
    try {
      const ended = await each.run(backend);
      yield ended ? { case: each, outcome: 'skipped', reason: ended.skipped } : { case: each, outcome: 'holds' };
    } catch (error) {
      yield { case: each, outcome: 'broken', reason: (error as Error).message };
    }
  }
}
