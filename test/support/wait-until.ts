import { waitUntil as wait } from '@open-wc/testing';

/** Waits as that does, but with the patience that a busy machine needs: who waits in vain fails a little later, and that is all. */
export const waitUntil = (
  predicate: Parameters<typeof wait>[0],
  message?: string,
  options?: Parameters<typeof wait>[2],
): Promise<void> => wait(predicate, message, { timeout: 8_000, ...options });
