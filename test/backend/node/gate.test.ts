import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '../../../src/backend/node/gate.js';

test('never lets more through at once, whatever fails and whenever they come, and keeps their order', async () => {
  const enter = createGate({ atOnce: 3, waiting: 100 });
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const task = (i: number) => async (): Promise<void> => {
    most = Math.max(most, ++running);
    order.push(i);
    await new Promise((resolve) => setTimeout(resolve, i % 3));
    running -= 1;
    if (i % 4 === 0) throw new Error('failed');
  };
  const enterAll = (from: number): Promise<unknown> =>
    Promise.allSettled(Array.from({ length: 20 }, (_, i) => enter(task(from + i))));
  const first = enterAll(0);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await Promise.all([first, enterAll(20)]);
  assert.equal(most, 3);
  assert.deepEqual(
    order,
    Array.from({ length: 40 }, (_, i) => i),
  );
});
