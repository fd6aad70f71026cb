import type { Deps } from '../../core/use-case.js';

/** Has the letters sent again that were given up: the running server takes them. */
export async function redeliver({ store, clock }: Deps): Promise<string> {
  return `${await store.releaseLetters(clock.now())} letters wait to be sent again.\n`;
}
