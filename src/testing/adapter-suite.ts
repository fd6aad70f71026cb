import { OPERATION_NAMES } from '../contract/operations.js';
import { accountCases } from './adapter/account-cases.js';
import { activationCases } from './adapter/activation-cases.js';
import type { AdapterCase, AdapterUnderTest } from './adapter/adapter-case.js';
import { consentCases } from './adapter/consent-cases.js';
import { loginCases } from './adapter/login-cases.js';
import { recoveryCases } from './adapter/recovery-cases.js';

/** Every case of the suite, in the order in which a backend is best built. */
export const adapterCases: readonly AdapterCase[] = [
  ...activationCases,
  ...loginCases,
  ...consentCases,
  ...accountCases,
  ...recoveryCases,
];

/** A runner's way to declare a test; a promise it returns is waited for. */
export type DeclareTest = (name: string, run: () => Promise<void>) => unknown;

/**
 * Declares the conformance suite: whatever passes it can stand behind the elements.
 *
 * A case that needs an operation the backend's config doesn't list among its `features` isn't declared; `skip` is told of
 * each of them, with the reason.
 *
 * @param test the runner's own function, such as that of `node:test` or Vitest
 * @param backend how to make a fresh adapter, and how to put people on file
 */
export async function adapterSuite({
  test,
  backend,
  skip = () => undefined,
}: {
  test: DeclareTest;
  backend: AdapterUnderTest;
  skip?: (name: string, reason: string) => void;
}): Promise<void> {
  const { features } = await backend.connect().readConfig();
  const offered = features.length > 0 ? features : OPERATION_NAMES;
  for (const { name, needs, run } of adapterCases) {
    const lacking = needs.filter((operation) => !(offered as readonly string[]).includes(operation));
    if (lacking.length > 0) skip(name, `the backend has no ${lacking.join(', ')}`);
    else await test(name, () => run(backend));
  }
}
