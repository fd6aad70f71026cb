import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHttpAdapter } from '../../src/adapter/http-adapter.js';
import { unsupported, type PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { OPERATION_NAMES } from '../../src/contract/operations.js';
import type { PortalError } from '../../src/contract/portal-error.js';

interface Sent {
  url: string;
  init: RequestInit & { headers: Record<string, string> };
}

/** An adapter in front of a server that always answers the same. */
function against(answer: Response | (() => Promise<Response>)): { adapter: PortalAdapter; sent: Sent[] } {
  const sent: Sent[] = [];
  const adapter = createHttpAdapter({
    baseUrl: 'https://portal.example/api/',
    fetch: (url, init) => {
      sent.push({ url: url as string, init: init as Sent['init'] });
      return typeof answer === 'function' ? answer() : Promise.resolve(answer.clone());
    },
  });
  return { adapter, sent };
}

const json = (body: unknown, init?: ResponseInit): Response => new Response(JSON.stringify(body), init);
const problem = (status: number, code: string, more = {}): Response =>
  json({ type: 'about:blank', title: 'x', status, code, ...more }, { status });

const failsWith =
  (code: string, more: Partial<PortalError> = {}) =>
  (error: unknown) => {
    assert.equal((error as PortalError).name, 'PortalError');
    assert.equal((error as PortalError).code, code);
    for (const [key, value] of Object.entries(more)) assert.deepEqual((error as never)[key], value);
    return true;
  };

test('has every operation of the contract', () => {
  const { adapter } = against(json({}));
  assert.deepEqual(Object.keys(adapter).sort(), [...OPERATION_NAMES].sort());
});

test('sends an operation as its row says, and no header that isn’t needed', async () => {
  const { adapter, sent } = against(json({ step: 'landing' }));
  const input = { version: '1', decision: 'accept', answers: {} } as const;
  assert.deepEqual(await adapter.answerConsent({ documentId: 'a b', ...input }, { language: 'es' }), {
    step: 'landing',
  });
  const [{ url, init }] = sent as [Sent];
  assert.equal(url, 'https://portal.example/api/consents/a%20b');
  assert.equal(init.method, 'POST');
  assert.deepEqual(JSON.parse(init.body as string), input);
  assert.deepEqual(init.headers, {
    Accept: 'application/json',
    'Accept-Language': 'es',
    'Content-Type': 'application/json',
  });
});

test('sends no body where there is nothing to say', async () => {
  const { adapter, sent } = against(json({}));
  await adapter.logOut();
  await adapter.withdrawConsent({ documentId: 'sms' });
  await adapter.markHelpSeen();
  assert.deepEqual(
    sent.map(({ init }) => init.body),
    [undefined, undefined, undefined],
  );
  assert.deepEqual(
    sent.map(({ init }) => init.headers['Content-Type']),
    [undefined, undefined, undefined],
  );
  assert.deepEqual(
    sent.map(({ init }) => init.keepalive),
    [false, false, true],
  );
});

test('takes over what a problem says', async () => {
  const { adapter } = against(problem(404, 'no_records_found', { reason: 'expired', support: { phone: '1' } }));
  await assert.rejects(
    adapter.verifyCode({ code: 'x' }),
    failsWith('no_records_found', { status: 404, reason: 'expired', support: { phone: '1' } }),
  );
});

test('reads how long to wait from the header too', async () => {
  const answer = new Response('slow down', { status: 429, headers: { 'Retry-After': '30' } });
  await assert.rejects(
    against(answer).adapter.logIn({ username: 'a', password: 'b' }),
    failsWith('too_many_attempts', { retryAfter: 30 }),
  );
});

for (const [what, answer, code] of [
  ['HTML with 200', new Response('<!doctype html>'), 'server_error'],
  ['JSON that is no answer', json({ step: 'admin' }), 'server_error'],
  ['null', json(null), 'server_error'],
  ['a code that nobody knows', problem(400, 'login_limit_exceeded'), 'server_error'],
  ['an error without a body', new Response(null, { status: 500 }), 'server_error'],
  ['a gateway that is down', new Response('Bad gateway', { status: 502 }), 'unavailable'],
] as const)
  test(`makes ${code} of ${what}`, async () => {
    await assert.rejects(against(answer).adapter.logIn({ username: 'a', password: 'b' }), failsWith(code));
  });

test('says network where no answer came', async () => {
  const { adapter } = against(() => Promise.reject(new TypeError('Failed to fetch')));
  await assert.rejects(adapter.readAccount(), failsWith('network', { status: 0 }));
  await assert.rejects(adapter.readConfig(), failsWith('network'));
});

test('lets the caller’s own abort through', async () => {
  const stop = new AbortController();
  const { adapter } = against(() => {
    stop.abort();
    return Promise.reject(new DOMException('Aborted', 'AbortError'));
  });
  await assert.rejects(adapter.readAccount({}, { signal: stop.signal }), { name: 'AbortError' });
});

test('reads the config without a schema, and fills it up', async () => {
  const config = await against(json({ name: 'Works', languages: 3 })).adapter.readConfig();
  assert.equal(config.name, 'Works');
  assert.deepEqual(config.languages, ['en']);
});

test('refuses what a backend doesn’t have', async () => {
  await assert.rejects(unsupported('renewCode')({ code: 'x' }), failsWith('not_allowed'));
});
