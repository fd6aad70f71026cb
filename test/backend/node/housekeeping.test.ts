import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepHouse } from '../../../src/backend/node/housekeeping.js';
import { DEFAULT_SETTINGS } from '../../../src/backend/settings.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test('what has had its time is deleted at the start and every hour, but nothing that counts against a code', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const deleted: number[] = [];
  const stop = keepHouse({
    store: { forgetExpired: (before) => Promise.resolve(void deleted.push(before)) },
    clock: { now: () => 100 * DAY },
    settings: DEFAULT_SETTINGS,
    log: { info: () => undefined, error: () => undefined },
  });
  assert.deepEqual(deleted, [69 * DAY]);
  t.mock.timers.tick(HOUR);
  assert.equal(deleted.length, 2);
  stop();
  t.mock.timers.tick(5 * HOUR);
  assert.equal(deleted.length, 2);
});

test('a database that does not answer is tried again the next hour', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const failed: string[] = [];
  const stop = keepHouse({
    store: { forgetExpired: () => Promise.reject(new Error('busy')) },
    clock: { now: () => 0 },
    settings: DEFAULT_SETTINGS,
    log: { info: () => undefined, error: (event) => void failed.push(event) },
  });
  t.mock.timers.tick(HOUR);
  await new Promise((resolve) => setImmediate(resolve));
  stop();
  assert.deepEqual(failed, ['housekeeping.failed', 'housekeeping.failed']);
});
