import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createArgon2Hasher, HASH_COST } from '../../../src/backend/node/argon2-hasher.js';

const hasher = createArgon2Hasher();
const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 };

async function cpuOf(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < 5; i++) await task();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

describe('a password hash', () => {
  test('is argon2id at the cost that is asked for today, with a salt of its own', async () => {
    const [one, other] = await Promise.all([hasher.hash('Bluewater7-'), hasher.hash('Bluewater7-')]);
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    assert.notEqual(one, other);
    assert.ok(await hasher.verify('Bluewater7-', one));
    assert.ok(await hasher.verify('Bluewater7-', other));
  });

  test('knows every character of a password, near its start and far behind', async () => {
    const long = 'é'.repeat(100);
    const stored = await hasher.hash(`${long}a`);
    assert.ok(!(await hasher.verify(`${long}b`, stored)));
    assert.ok(!(await hasher.verify(long, stored)));
    assert.ok(!(await hasher.verify(` ${long}a`, stored)));
  });

  test('is outdated when any part of it is weaker than today, or when it is none', async () => {
    assert.equal(hasher.isOutdated(await hasher.hash('x')), false);
    for (const weaker of [{ memoryCost: 8_192 }, { timeCost: 1 }]) {
      const old = await createArgon2Hasher({ cost: { ...HASH_COST, ...weaker } }).hash('x');
      assert.equal(hasher.isOutdated(old), true);
      assert.ok(await hasher.verify('x', old), 'it still counts until it is replaced');
    }
    assert.equal(hasher.isOutdated('$2b$10$abcdefghijklmnopqrstuv'), true);
  });
});

describe('a user name without an account', () => {
  test('is never right, and neither is a hash that can not be read', async () => {
    for (const stored of [
      undefined,
      '',
      'x',
      '$argon2id$v=19$m=19456,t=2,p=1$broken',
      '$2b$10$abcdefghijklmnopqrstuv',
    ]) {
      assert.equal(await hasher.verify('Bluewater7-', stored), false);
    }
  });

  test('costs what an account costs', async () => {
    const stored = await hasher.hash('Bluewater7-');
    const times = { known: [] as number[], unknown: [] as number[] };
    // In turn, and the least of some: what else the process does meanwhile is counted too.
    for (let round = 0; round < 5; round += 1) {
      times.known.push(await cpuOf(() => hasher.verify('wrong', stored)));
      times.unknown.push(await cpuOf(() => hasher.verify('wrong', undefined)));
    }
    const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
    assert.ok(unknown > known * 0.6 && unknown < known * 1.6, `${unknown} of ${known} µs`);
  });
});

describe('more log-ins than the machine can hash', () => {
  test('wait in a short queue; what comes on top is told to come back in a second', async () => {
    const busy = createArgon2Hasher({ cost: cheap, atOnce: 2, waiting: 3 });
    const outcomes = await Promise.allSettled(Array.from({ length: 9 }, () => busy.hash('x')));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      [...Array<string>(5).fill('fulfilled'), ...Array<string>(4).fill('rejected')],
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue;
      const { name, code, retryAfter } = outcome.reason as Record<string, unknown>;
      assert.deepEqual({ name, code, retryAfter }, { name: 'PortalError', code: 'unavailable', retryAfter: 1 });
    }
    assert.ok(await busy.hash('afterwards'), 'there is room again');
  });
});
