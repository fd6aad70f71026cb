import { charge } from './limits.js';
import type { Deps } from './use-case.js';
import { MINUTE } from '../units.js';

const WRONG_KEYS_PER_MINUTE = 10;

/**
 * Makes the check of the key that staff come in by. Digests are compared, so that no time tells how much of a key was
 * right; wrong ones are counted by network. Right ones aren't: of many at once some would be told to wait, and at 32
 * characters or more a key isn't guessed.
 */
export function adminKeyCheck(deps: Deps, right: string): (key: string, network: string) => Promise<boolean> {
  const { store, secrets, clock } = deps;
  return async (key, network) => {
    const [given, wanted] = await Promise.all([secrets.digest('admin-key', key), secrets.digest('admin-key', right)]);
    if (given === wanted) return true;
    const rule = { kind: 'window', key: `admin:${network}`, limit: WRONG_KEYS_PER_MINUTE, windowMs: MINUTE } as const;
    await store.settleAttempt(await charge(deps, [rule], clock.now()), 'wrong', clock.now());
    return false;
  };
}
