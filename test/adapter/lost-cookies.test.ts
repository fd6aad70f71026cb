import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { createHttpAdapter } from '../../src/adapter/http-adapter.js';
import { EXAMPLES } from '../../src/contract/examples.js';
import { problemResponse } from '../../src/backend/http/problem.js';
import { PortalError } from '../../src/contract/portal-error.js';

const LOGIN = EXAMPLES.logIn.input;

/** An adapter on a page of the clinic, for an API whose session cookie the browser keeps, or loses. */
function onPage(baseUrl: string, { keeps }: { keeps: boolean }) {
  Object.assign(globalThis, { document: { baseURI: 'https://clinic.example/login' } });
  const asked: string[] = [];
  const answer = (method: string): Response => {
    if (method === 'POST') return Response.json({ step: 'landing' });
    return keeps ? Response.json(EXAMPLES.readSession.output) : problemResponse(new PortalError('session_required'));
  };
  const adapter = createHttpAdapter({
    baseUrl,
    fetch: async (_, init) => {
      asked.push(`${init!.method} ${init!.credentials}`);
      return answer(init!.method!);
    },
  });
  return { adapter, asked };
}
afterEach(() => void Reflect.deleteProperty(globalThis, 'document'));

test('a log-in on another site whose cookie is lost is no log-in', async () => {
  const { adapter, asked } = onPage('https://api.example/api/portal', { keeps: false });
  await assert.rejects(adapter.logIn(LOGIN), { name: 'PortalError', code: 'session_required' });
  // Asked once, not over and over.
  assert.deepEqual(asked, ['POST include', 'GET include']);
});

test('one whose cookie is kept is one', async () => {
  const { adapter, asked } = onPage('https://api.example/api/portal', { keeps: true });
  assert.deepEqual(await adapter.logIn(LOGIN), { step: 'landing' });
  assert.deepEqual(asked, ['POST include', 'GET include']);
});

test('on the portal’s own origin nothing is asked for twice', async () => {
  const { adapter, asked } = onPage('/api/portal', { keeps: false });
  assert.deepEqual(await adapter.logIn(LOGIN), { step: 'landing' });
  assert.deepEqual(asked, ['POST same-origin']);
});
