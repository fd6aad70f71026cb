// What the adapters here have in common.
import { unsupported } from 'portal-elements/adapter';
import { OPERATION_NAMES, readInput } from 'portal-elements/contract';

const called =
  (operations, name) =>
  async (input, { signal } = {}) => {
    signal?.throwIfAborted();
    try {
      return await operations[name](readInput(name, input ?? {}), signal);
    } finally {
      // Whoever gave up hears no late answer.
      signal?.throwIfAborted();
    }
  };

/**
 * An adapter that has these operations, and says of each other one that there is none.
 *
 * @param operations functions of an input that the contract has read, and a signal
 * @returns {import('portal-elements/adapter').PortalAdapter}
 */
export const adapterOf = (operations) =>
  Object.fromEntries(
    OPERATION_NAMES.map((name) => [name, operations[name] ? called(operations, name) : unsupported(name)]),
  );
