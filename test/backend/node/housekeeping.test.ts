import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepHouse } from '../../../src/backend/node/housekeeping.js';
import { verifyCode } from '../../../src/backend/core/activation/verify-code.js';
import { DEFAULT_SETTINGS, LONGEST_CODE_DAYS } from '../../../src/backend/settings.js';
import { BIRTHDATE, createWorld } from '../../support/deps.js';

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

test('keeps what counts against a code from before the validity was made shorter', async () => {
  const world = await createWorld({ validity: { ...DEFAULT_SETTINGS.validity, codeMs: LONGEST_CODE_DAYS * DAY } });
  const { code } = await world.invite();
  const verify = (birthdate: string, network: string) =>
    verifyCode(world.deps, { code, birthdate }, world.visitor({ network }));
  for (let i = 0; i < 4; i++) await assert.rejects(verify('1981-01-01', `198.51.100.${i}`));
  world.clock.advance((LONGEST_CODE_DAYS - 1) * DAY);
  const log = { info: () => undefined, error: () => assert.fail() };
  keepHouse({ ...world.deps, settings: DEFAULT_SETTINGS, log })();
  await assert.rejects(verify('1981-01-01', '198.51.100.9'));
  await assert.rejects(verify(BIRTHDATE, '203.0.113.1'), { code: 'no_records_found' });
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
