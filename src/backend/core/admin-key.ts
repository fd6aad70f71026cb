import { charge } from './limits.js';
import type { Deps } from './use-case.js';
import { MINUTE } from '../units.js';

const WRONG_KEYS_PER_MINUTE = 10;

/**
 * Makes the check of the key that staff come in by. Digests are compared, so that no time tells how much of a key was
 * right; wrong ones are counted by network.
 */
export function adminKeyCheck(deps: Deps, right: string): (key: string, network: string) => Promise<boolean> {
  const { store, secrets, clock } = deps;
  return async (key, network) => {
    const [given, wanted] = await Promise.all([secrets.digest('admin-key', key), secrets.digest('admin-key', right)]);
    const rule = { kind: 'window', key: `admin:${network}`, limit: WRONG_KEYS_PER_MINUTE, windowMs: MINUTE } as const;
    const attempt = await charge(deps, [rule], clock.now());
    if (!attempt) return false;
    await store.settleAttempt(attempt, given === wanted ? 'right' : 'wrong', clock.now());
    return given === wanted;
  };
}
