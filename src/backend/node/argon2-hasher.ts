import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import type { Hasher } from '../ports.js';
import { createGate } from './gate.js';

/** What a hash costs. */
export interface HashCost {
  /** KiB of memory. */
  memoryCost: number;
  timeCost: number;
  parallelism: number;
}

/** The least that OWASP's password storage cheat sheet asks of argon2id. */
export const HASH_COST: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashes passwords with argon2id. As many at once as there are cores and a few waiting; beyond that callers are sent away,
 * so that a flood of log-ins leaves the rest of the server alive.
 *
 * @throws PortalError `unavailable`, from `hash` and `verify`
 */
export function createArgon2Hasher({
  cost = HASH_COST,
  atOnce = availableParallelism(),
  waiting = 20,
}: { cost?: HashCost; atOnce?: number; waiting?: number } = {}): Hasher {
  const enter = createGate({ atOnce, waiting });
  // Of a password that nobody knows: what is compared for a user name that doesn't exist.
  const dummy = hash(randomBytes(32), cost);
  // Looked at when it is used; until then a failure mustn't end the process.
  dummy.catch(() => undefined);

  return {
    hash: (password) => enter(() => hash(password, cost)),
    verify: (password, stored) =>
      enter(async () => {
        const known = stored !== undefined && isArgon2id(stored);
        const right = await verify(known ? stored : await dummy, password);
        return known && right;
      }),
    isOutdated(stored) {
      if (!isArgon2id(stored)) return true;
      const made = parseOptions(stored);
      return (['memoryCost', 'timeCost', 'parallelism'] as const).some((part) => made[part] < cost[part]);
    },
  };
}

function isArgon2id(stored: string): boolean {
  try {
    return stored.startsWith('$argon2id$') && parseOptions(stored).outputLen > 0;
  } catch {
    return false;
  }
}
