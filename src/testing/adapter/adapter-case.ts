import type { PortalErrorCode } from '../../contract/errors.js';
import type { OperationName } from '../../contract/operations.js';
import type { AdapterUnderTest } from './adapter-under-test.js';
import { NotApplicable, type Rule } from './conformance-error.js';
import { openPortal, type Portal } from './portal.js';
import { asBroken } from './refusals.js';
import { operationThatRefused } from './watched.js';

/** What a case is about, in the order in which a backend is best built. */
export type Group =
  | 'shapes'
  | 'errors'
  | 'uniform answers'
  | 'single use'
  | 'normalization'
  | 'limits'
  | 'sessions'
  | 'consents'
  | 'abort'
  | 'secrets'
  | 'http';

/** An operation, and the error it is made to end in; without one, that it answers. */
export interface Covered {
  operation: OperationName;
  error?: PortalErrorCode;
}

/** One sentence about a backend, and how to find out whether it holds. */
export interface AdapterCase {
  group: Group;
  name: string;
  /** Where it is written down. */
  rule: Rule;
  covers: readonly Covered[];
  /**
   * Tries it.
   *
   * @returns why it can't be tried on this backend, if it can't
   * @throws ConformanceError where it doesn't hold
   */
  run(backend: AdapterUnderTest): Promise<{ skipped: string } | undefined>;
}

/** A case as it is written down: a plain function of a portal. */
export type Definition = Pick<AdapterCase, 'name' | 'rule' | 'covers'> & { run(portal: Portal): Promise<unknown> };

/** Makes the cases of a group. */
export const defineCases = (group: Group, definitions: readonly Definition[]): AdapterCase[] =>
  definitions.map((definition) => ({
    ...definition,
    group,
    async run(backend) {
      try {
        await definition.run(openPortal(backend));
        return undefined;
      } catch (error) {
        const broken = asBroken(error, definition.rule, operationThatRefused(error));
        if (broken instanceof NotApplicable) return { skipped: broken.message };
        throw broken;
      }
    },
  }));
