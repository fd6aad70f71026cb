import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adminKeyCheck } from '../../../src/backend/core/admin-key.js';
import { importPerson } from '../../../src/backend/core/invitations/import-person.js';
import { createStaff } from '../../../src/backend/core/staff.js';
import { withAdmin } from '../../../src/backend/http/admin.js';
import { isWellFormedCode, normalizeCode } from '../../../src/contract/index.js';
import { createWorld } from '../../support/deps.js';
import { BASE, createDoors } from '../../support/http.js';
import { startServer } from '../../support/server.js';

const KEY = 'k'.repeat(40);
const PERSON = { email: 'ann@example.org', birthdate: '1980-02-29' };

async function openAdmin() {
  const world = await createWorld();
  const logged: unknown[][] = [];
  const log = {
    info: (...entry: unknown[]) => void logged.push(entry),
    error: (...entry: unknown[]) => void logged.push(entry),
  };
  const handler = withAdmin(createDoors(world).handler, createStaff(world.deps), {
    basePath: '/api/portal',
    admits: adminKeyCheck(world.deps, KEY),
    log,
  });
  const call = async (
    method: string,
    path: string,
    { body, key = KEY }: { body?: unknown; key?: string | null } = {},
  ) => {
    const response = await handler(
      new Request(`${BASE}/admin${path}`, {
        method,
        headers: { ...(key !== null && { authorization: `Bearer ${key}` }), 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
      { network: '192.0.2.9' },
    );
    const text = await response.text();
    return {
      status: response.status,
      text,
      json: JSON.parse(text) as Record<string, never>,
      headers: response.headers,
    };
  };
  return { world, call, logged };
}

test('R-11: staff are told a code once, when it is issued, and never again by list, resend, error or log', async () => {
  const { world, call, logged } = await openAdmin();
  const issued = (await call('POST', '/invitations', { body: PERSON })).json as unknown as {
    id: string;
    personId: string;
    code: string;
  };
  assert.ok(isWellFormedCode(normalizeCode(issued.code)));
  const bare = normalizeCode(issued.code);
  const resent = await call('POST', `/invitations/${issued.id}/resend`);
  assert.deepEqual(Object.keys(resent.json), ['id', 'personId', 'expiresAt']);
  const mailed = (await world.letters()).flatMap((letter) => (letter.kind === 'invitation' ? [letter.code] : []));
  assert.equal(mailed.length, 2);
  const told = [
    await call('GET', '/invitations'),
    await call('GET', '/invitations?state=replaced'),
    await call('POST', `/invitations/${issued.id}/resend`),
    await call('DELETE', `/invitations/${issued.id}`),
    await call('POST', '/invitations', { body: { personId: 'nobody' } }),
  ].map(({ text }) => text);
  for (const text of [...told, resent.text, JSON.stringify(logged)])
    for (const code of [issued.code, bare, ...mailed]) assert.ok(!text.includes(code), text);
  assert.ok(!told.join().includes('ann@example.org'), 'an address is listed whole');
});

test('staff issue for somebody new or on file, list by state and page, and revoke once', async () => {
  const { call, world } = await openAdmin();
  const { json: first } = await call('POST', '/invitations', { body: { ...PERSON, reference: 'A-1', mail: false } });
  const { json: second } = await call('POST', '/invitations', { body: { personId: first['personId'] } });
  assert.equal(second['personId'], first['personId']);
  assert.equal((await world.letters()).length, 1);
  const list = async (query = '') =>
    ((await call('GET', `/invitations${query}`)).json as unknown as { invitations: { id: string; state: string }[] })
      .invitations;
  assert.deepEqual(
    (await list()).map(({ id, state }) => [id, state]),
    [
      [second['id'], 'pending'],
      [first['id'], 'replaced'],
    ],
  );
  assert.equal((await list('?state=pending')).length, 1);
  assert.equal((await list('?limit=1&offset=1'))[0]?.id, first['id']);
  assert.deepEqual((await call('DELETE', `/invitations/${second['id']}`)).json, {});
  const again = await call('DELETE', `/invitations/${second['id']}`);
  assert.deepEqual([again.status, again.json['code'], again.json['reason']], [403, 'not_allowed', 'revoked']);
});

test('what staff send wrongly is named, and nothing is issued', async () => {
  const { call, world } = await openAdmin();
  await call('POST', '/invitations', { body: { ...PERSON, reference: 'A-1', mail: false } });
  for (const [method, path, body, status, fields] of [
    ['POST', '/invitations', { ...PERSON, email: 'nothing' }, 422, { email: { code: 'invalid' } }],
    ['POST', '/invitations', { email: 'x@example.org' }, 400, { birthdate: { code: 'missing' } }],
    ['POST', '/invitations', { email: 'x@example.org', birthdate: '' }, 400, { birthdate: { code: 'missing' } }],
    ['POST', '/invitations', { ...PERSON, birthdate: '1980-02-30' }, 400, { birthdate: { code: 'invalid' } }],
    ['POST', '/invitations', { ...PERSON, colour: 'green' }, 400, { colour: { code: 'unknown' } }],
    ['POST', '/invitations', { ...PERSON, reference: 'A-1' }, 400, { reference: { code: 'invalid' } }],
    ['POST', '/invitations', {}, 400, { email: { code: 'missing' } }],
    ['POST', '/invitations', { personId: 'nobody' }, 404, undefined],
    ['GET', '/invitations?state=lost', undefined, 400, { state: { code: 'invalid' } }],
    ['GET', '/invitations?limit=0', undefined, 400, { limit: { code: 'invalid' } }],
    ['POST', '/invitations/nothing/resend', {}, 404, undefined],
    ['DELETE', '/invitations/nothing', undefined, 404, undefined],
    ['GET', '/people', undefined, 404, undefined],
    ['PUT', '/invitations', {}, 405, undefined],
  ] as const) {
    const answer = await call(method, path, { body });
    assert.equal(answer.status, status, `${method} ${path} ${JSON.stringify(body)}`);
    assert.deepEqual(answer.json['fields'], fields);
  }
  assert.equal((await call('PUT', '/invitations', { body: {} })).headers.get('allow'), 'GET, POST');
  const { invited } = await world.deps.store.countActivations(0, world.clock.now());
  assert.equal(invited, 1);
});

test('of two who invite under one reference at once one is told that it is taken; of two lists, one skips the row', async () => {
  const { call, world } = await openAdmin();
  const issue = () => call('POST', '/invitations', { body: { ...PERSON, reference: 'A-1' } });
  const answers = await Promise.all([issue(), issue()]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400]);
  assert.deepEqual(answers.find(({ status }) => status === 400)?.json['fields'], { reference: { code: 'invalid' } });
  const row = { email: 'list@example.org', birthdate: '1980-02-29' };
  // What the second of them sees that looked before the first had put anybody on file.
  const early = { ...world.deps, store: { ...world.deps.store, findPersonByReference: async () => undefined } };
  assert.deepEqual([await importPerson(world.deps, row), await importPerson(early, row)], ['issued', 'skipped']);
  assert.equal((await world.letters()).length, 2);
});

test('only the key opens the staff side: others learn nothing, and guesses are counted', async () => {
  const { call, world } = await openAdmin();
  for (const [path, key] of [
    ['/invitations', null],
    ['/invitations', ''],
    ['/invitations', KEY.slice(1)],
    ['/invitations', `${KEY}k`],
    ['/nothing', 'x'.repeat(40)],
  ] as const) {
    const { status, json } = await call('GET', path, { key });
    assert.deepEqual([status, json['code']], [401, 'session_required']);
  }
  for (let i = 0; i < 5; i++) await call('GET', '/invitations', { key: 'wrong' });
  assert.equal((await call('GET', '/invitations', { key: 'wrong' })).status, 429);
  world.clock.advance(60_000);
  assert.equal((await call('GET', '/invitations')).status, 200);
});

test('many calls at once with the right key are all let in, also while somebody at the same address guesses', async () => {
  const { call } = await openAdmin();
  const statuses = async () =>
    (await Promise.all(Array.from({ length: 25 }, () => call('GET', '/invitations')))).map(({ status }) => status);
  assert.deepEqual(await statuses(), Array<number>(25).fill(200));
  for (let i = 0; i < 10; i++) assert.equal((await call('GET', '/invitations', { key: 'wrong' })).status, 401);
  assert.equal((await call('GET', '/invitations', { key: 'wrong' })).status, 429);
  assert.deepEqual(await statuses(), Array<number>(25).fill(200));
});

test('the server has a staff side only where a key is set, and asks for the origin there too', async () => {
  const without = await startServer();
  try {
    assert.equal((await fetch(`${without.origin}/api/portal/admin/invitations`)).status, 404);
  } finally {
    await without.stop();
  }
  await assert.rejects(startServer({ env: { PORTAL_ADMIN_KEY: 'short' } }), /PORTAL_ADMIN_KEY should be at least 32/);
  const server = await startServer({ env: { PORTAL_ADMIN_KEY: KEY } });
  try {
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
    const url = `${server.origin}/api/portal/admin/invitations`;
    const post = (more: Record<string, string>) =>
      fetch(url, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(PERSON) });
    assert.equal((await post({})).status, 403);
    assert.equal((await post({ origin: server.origin })).status, 200);
    const listed = (await (await fetch(url, { headers })).json()) as { invitations: object[] };
    assert.equal(listed.invitations.length, 1);
  } finally {
    await server.stop();
  }
});
