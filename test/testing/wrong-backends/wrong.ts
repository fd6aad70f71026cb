import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PortalAdapter } from '../../../src/adapter/portal-adapter.js';
import { type PortalError, type PortalErrorCode } from '../../../src/contract/errors.js';
import type { OperationName } from '../../../src/contract/operations.js';
import { tryCases } from '../../../src/testing/adapter-suite.js';
import type { AdapterUnderTest } from '../../../src/testing/adapter/adapter-under-test.js';

/** What a wrong adapter does in place of some operations of a right one. */
export type Instead = (right: PortalAdapter) => Partial<PortalAdapter>;

/** A right adapter with some operations of another kind. */
export const changed = (right: PortalAdapter, instead: Instead): PortalAdapter => ({ ...right, ...instead(right) });

/** Answers where the right one refuses with this code. */
export const answersInstead =
  <Name extends OperationName>(
    name: Name,
    code: PortalErrorCode,
    answer: Awaited<ReturnType<PortalAdapter[Name]>>,
  ): Instead =>
  (right) => ({
    [name]: async (input: never, options: never) => {
      const call = right[name] as (input: never, options: never) => Promise<unknown>;
      return call(input, options).catch((error: PortalError) => {
        if (error.code === code) return answer;
        throw error;
      });
    },
  });

/** Tries the whole kit on a backend and tells which cases are broken, each by its group and name. */
async function brokenIn(backend: AdapterUnderTest): Promise<string[]> {
  const broken: string[] = [];
  for await (const { case: tried, outcome } of tryCases(backend)) {
    if (outcome === 'broken') broken.push(`${tried.group}: ${tried.name}`);
  }
  return broken;
}

/** Declares that a wrong backend is caught by the case that is named for it, and by no other. */
export const caught = (what: string, by: string, start: () => Promise<AdapterUnderTest>): void =>
  void test(`${what} is caught`, async () => {
    assert.deepEqual(await brokenIn(await start()), [by]);
  });
