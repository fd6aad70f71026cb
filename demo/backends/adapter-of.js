// What the adapters here have in common.
import { unsupported } from 'portal-elements/adapter';
import { DEFAULT_CONFIG, OPERATION_NAMES, readInput } from 'portal-elements/contract';

/** The config of a portal that has these operations, and no page for any other: nothing links there. */
export const clinicWith = (features) => ({
  ...DEFAULT_CONFIG,
  name: 'Larkfield Clinic',
  pages: { ...DEFAULT_CONFIG.pages, consent: '', settings: '', resetPassword: '' },
  code: { format: 'any' },
  renewal: false,
  features,
});

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
