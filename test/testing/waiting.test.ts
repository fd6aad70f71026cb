import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { openWire } from '../../src/testing/adapter/wire.js';

const LIMITED = {
  type: 'about:blank',
  title: 'Too many attempts',
  status: 429,
  code: 'too_many_attempts',
  retryAfter: 30,
};

/** A client before a server that has a limit once; it waits for that until the signal, if there is one, has ended. */
function limitedOnce(signal?: AbortSignal) {
  const asked: (RequestInit | undefined)[] = [];
  const through: typeof fetch = (_, init) => {
    init?.signal?.throwIfAborted();
    if (asked.push(init) > 1) return Promise.resolve(Response.json({}));
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '30' };
    return Promise.resolve(Response.json(LIMITED, { status: 429, headers }));
  };
  const wait = async (): Promise<boolean> => {
    while (signal && !signal.aborted) await pause(1);
    return true;
  };
  return { asked, wire: openWire({ baseUrl: 'http://portal.example', fetch: through }, { jar: new Map(), wait }) };
}

test('a limit that is waited out for longer than an answer may take is no failure of the network', async () => {
  const signal = AbortSignal.timeout(5);
  const { asked, wire } = limitedOnce(signal);
  assert.equal((await wire.fetch('http://portal.example/config', { signal })).status, 200);
  assert.equal(asked.length, 2);
});

test('whoever gives up meanwhile asks no more', async () => {
  const controller = new AbortController();
  const { asked, wire } = limitedOnce(controller.signal);
  const ended = assert.rejects(wire.fetch('http://portal.example/config', { signal: controller.signal }), {
    name: 'AbortError',
  });
  await pause(5);
  controller.abort();
  await ended;
  assert.equal(asked.length, 1);
});
