import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationNamed, OPERATION_NAMES } from '../../src/contract/index.js';
import { BIRTHDATE, PASSWORD } from '../support/deps.js';
import { BODIES, CONSENT, jsonOf, openDoors, pathOf, UNKNOWN_CODE, type Client } from '../support/security-calls.js';

const MINUTE = 60_000;
const COOKIE = '__Host-portal_session';
const tokenOf = ({ jar }: Pick<Client, 'jar'>): string => jar.get(COOKIE)!;

test('R-50: the session travels in its cookie alone, which is for this host, and for no script', async () => {
  const { client, ticket } = await openDoors();
  const { ticket: own, email } = await ticket();
  const { call, jar } = client();
  const texts: string[] = [];
  const cookies: string[] = [];
  const tokens = new Set<string>();
  const ask = async (method: string, path: string, body?: object) => {
    const { text, headers } = await call(method, path, body);
    texts.push(text + JSON.stringify([...headers].filter(([name]) => name !== 'set-cookie')));
    cookies.push(...headers.getSetCookie());
    if (jar.size > 0) tokens.add(tokenOf({ jar }));
  };
  await ask('POST', '/activation', { ticket: own, relationship: 'self', username: email, password: PASSWORD });
  await ask('POST', '/consents/portal-consent', CONSENT);
  for (const path of ['/session', '/account', '/account/sessions', '/consents', '/config']) await ask('GET', path);
  await ask('PUT', '/account/password', { currentPassword: PASSWORD, newPassword: 'Greenfield8+' });
  await ask('POST', '/session', { username: email, password: 'Greenfield8+' });
  await ask('DELETE', '/session', {});
  assert.equal(tokens.size, 3);
  for (const token of tokens) {
    assert.match(token, /^[\w-]{43}$/, '256 bits');
    for (const text of texts) assert.ok(!text.includes(token));
  }
  assert.equal(cookies.length, 4);
  for (const cookie of cookies)
    assert.match(cookie, /^__Host-portal_session=[\w-]{0,43};( Max-Age=0;)? Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test('R-51 A-5 A-33: each gain of rights makes the id before it nothing, and a planted one stays a stranger', async () => {
  const { world, client, ticket } = await openDoors({ consents: [] });
  const { ticket: own, email } = await ticket();
  const visitor = client();
  const planted = 'p'.repeat(43);
  visitor.jar.set(COOKIE, planted);
  const seen = [planted];
  const replay = async (token: string) =>
    (await client().call('GET', '/session', undefined, { cookie: `${COOKIE}=${token}` })).status;
  const step = async (method: string, path: string, body: object) => {
    assert.equal((await visitor.call(method, path, body)).status, 200, path);
    for (const old of seen) assert.equal(await replay(old), 401, `${path} leaves an old session alive`);
    assert.equal(await replay(tokenOf(visitor)), 200);
    seen.push(tokenOf(visitor));
  };
  await step('POST', '/activation', { ticket: own, relationship: 'self', username: email, password: PASSWORD });
  await step('POST', '/activation', { ticket: own, relationship: 'self', username: email, password: PASSWORD });
  await step('POST', '/session', { username: email, password: PASSWORD });
  await step('POST', '/links', { code: (await world.invite()).code });
  await step('PUT', '/account/password', { currentPassword: PASSWORD, newPassword: 'Greenfield8+' });
  assert.equal(new Set(seen).size, 6);
});

test('R-51 A-5: a session that somebody left in the browser never becomes the next person’s', async () => {
  const { client, member, ticket } = await openDoors({ consents: [] });
  const attacker = await member();
  const left = tokenOf(attacker);
  const victim = await ticket();
  const { call, jar } = client();
  jar.set(COOKIE, left);
  await call('POST', '/activation', {
    ticket: victim.ticket,
    relationship: 'self',
    username: victim.email,
    password: PASSWORD,
  });
  assert.equal((await call('GET', '/account')).json['email'], victim.email);
  assert.notEqual(tokenOf({ jar }), left);
  assert.equal((await attacker.call('GET', '/account')).status, 401);
});

test('R-52: after logging out the token is nothing, the cookie is gone, and nothing personal may be cached', async () => {
  const { client, member } = await openDoors();
  const { call, jar } = await member();
  const token = tokenOf({ jar });
  for (const path of ['/account', '/session', '/consents', '/account/sessions'])
    assert.equal((await call('GET', path)).headers.get('cache-control'), 'no-store', path);
  const { headers } = await call('DELETE', '/session');
  assert.match(headers.getSetCookie()[0]!, /=; Max-Age=0;/);
  assert.equal(headers.get('clear-site-data'), null, 'the rest of the client’s site is left alone');
  for (const path of ['/account', '/session', '/consents']) {
    assert.equal((await client().call('GET', path, undefined, { cookie: `${COOKIE}=${token}` })).status, 401, path);
  }
});

test('R-53: the server ends a session, whatever the cookie says', async () => {
  const { world, client, member } = await openDoors();
  const idle = await member();
  const token = tokenOf(idle);
  const replay = () => client().call('GET', '/session', undefined, { cookie: `${COOKIE}=${token}` });
  world.clock.advance(30 * MINUTE - 1);
  assert.equal((await replay()).status, 200);
  world.clock.advance(30 * MINUTE);
  assert.equal((await replay()).status, 401);
  assert.equal((await replay()).status, 401);

  const busy = await member();
  const { json } = await busy.call('GET', '/session');
  const end = Date.parse(String(json['expiresAt']));
  while (world.clock.now() + 29 * MINUTE < end) {
    world.clock.advance(29 * MINUTE);
    assert.equal((await busy.call('GET', '/session')).status, 200);
  }
  world.clock.advance(end - world.clock.now());
  assert.equal((await busy.call('GET', '/session')).status, 401);
});

test('R-54 R-55: closing an account, or publishing a consent anew, counts at the very next request', async () => {
  const { world, client, member } = await openDoors();
  const { call, email } = await member();
  const second = client();
  await second.call('POST', '/session', { username: email, password: PASSWORD });
  assert.equal((await call('GET', '/account')).status, 200);

  const { settings } = world.deps;
  const before = settings.consents;
  settings.consents = before.map((source) => ({
    ...source,
    inLanguage: (language) => ({ ...source.inLanguage(language), version: '2027-01' }),
  }));
  const gated = await call('GET', '/account');
  assert.deepEqual([gated.status, gated.json['code']], [403, 'consent_required']);
  assert.equal((await second.call('GET', '/account')).status, 403);
  settings.consents = before;
  assert.equal((await call('GET', '/account')).status, 200);

  const { id } = (await world.deps.store.findAccountByName(email))!;
  await world.deps.store.disableAccount(id, world.clock.now(), { events: [] });
  assert.deepEqual([(await call('GET', '/account')).status, (await second.call('GET', '/session')).status], [401, 401]);
});

test('R-56 A-4: no operation takes the id of a person, an account, a link or a session', async () => {
  for (const name of OPERATION_NAMES) {
    const { input, path } = operationNamed(name);
    const keys = Object.keys((input as unknown as { shape?: object }).shape ?? {});
    assert.ok(
      keys.every((key) => !/(^id$|person|account|user_?id|link|session|owner|invitation)/i.test(key)),
      `${name}: ${keys.join()}`,
    );
    assert.deepEqual(path.match(/\{\w+\}/g) ?? [], path.startsWith('/consents/') ? ['{documentId}'] : []);
  }
});

test('R-56: what belongs to somebody else looks like what doesn’t exist', async () => {
  const { world, member } = await openDoors();
  const [a, b] = [await member(), await member()];
  await b.call('POST', '/consents/telehealth', { version: '2026-01', decision: 'decline', answers: {} });
  const ids = [
    (await world.deps.store.findAccountByName(b.email))!.id,
    b.personId,
    (jsonOf(await b.call('GET', '/account/sessions'))['sessions'] as { id: string }[])[0]!.id,
    (await world.deps.store.listLinks((await world.deps.store.findAccountByName(b.email))!.id))[0]!.id,
  ].map(String);
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const path of [
      '/account/',
      '/account/sessions/',
      '/links/',
      '/consents/',
      '/accounts/',
      '/people/',
      '/session/',
    ]) {
      const ends = await Promise.all(
        [...ids, 'x'.repeat(22)].map(async (id) => {
          const { status, text } = await a.call(
            method,
            path + id,
            method === 'GET' ? undefined : path === '/consents/' && method === 'POST' ? CONSENT : {},
          );
          return JSON.stringify([status, text]);
        }),
      );
      assert.equal(new Set(ends).size, 1, `${method} ${path} tells an id from none`);
      assert.match(ends[0]!, /^\[40[45],/);
    }
  }
  assert.equal((await b.call('GET', '/account/sessions')).status, 200);
  assert.doesNotMatch(
    (await a.call('GET', '/account')).text + (await a.call('GET', '/consents')).text,
    new RegExp(ids.join('|')),
  );
});

test('R-57 A-4: a code is linked with a session and its limits, or not at all', async () => {
  const { world, client, member } = await openDoors();
  const { code } = await world.invite();
  assert.equal((await client().call('POST', '/links', { code })).status, 401);
  const [a, b] = [await member(), await member()];
  const none = await a.call('POST', '/links', { code: UNKNOWN_CODE });
  const used = await a.call('POST', '/links', { code: b.code });
  assert.deepEqual([used.status, used.text], [none.status, none.text], 'another account’s code looks like none');
  const own = await a.call('POST', '/links', { code: a.code });
  assert.deepEqual([own.status, own.json['code']], [409, 'already_linked']);

  const locked = await world.invite();
  for (let i = 0; i < 5; i++)
    await client().call('POST', '/activation/verify', { code: locked.code, birthdate: '1981-01-01' });
  const dead = await b.call('POST', '/links', { code: locked.code });
  assert.deepEqual([dead.status, dead.text], [none.status, none.text]);

  const c = await member();
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) statuses.push((await c.call('POST', '/links', { code: `guess-${i}` })).status);
  assert.deepEqual(statuses, [...Array<number>(10).fill(404), 429, 429]);
});

test('R-58 A-25: of twenty-five who link and twenty-five who activate one code, one has it', async () => {
  const { world, client, member } = await openDoors();
  const members = await Promise.all(Array.from({ length: 25 }, () => member()));
  const { code, invitationId } = await world.invite();
  const tickets = await Promise.all(
    Array.from(
      { length: 25 },
      async () => (await client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE })).json['ticket'],
    ),
  );
  const opened = tickets.filter(Boolean);
  assert.ok(opened.length > 1);
  const ends = await Promise.all([
    ...members.map(({ call }) => call('POST', '/links', { code })),
    ...opened.map((ticket, i) =>
      client().call('POST', '/activation', {
        ticket,
        relationship: 'self',
        username: `race${i}@example.net`,
        password: PASSWORD,
      }),
    ),
  ]);
  assert.equal(ends.filter(({ status }) => status === 200).length, 1);
  assert.ok(await world.deps.store.findLinkByInvitation(invitationId));
});

test('R-60: with a required consent open, nothing behind it answers, not even with a session from before', async () => {
  const { client, ticket } = await openDoors();
  const { ticket: own, email } = await ticket();
  const { call } = client();
  await call('POST', '/activation', { ticket: own, relationship: 'self', username: email, password: PASSWORD });
  for (const name of OPERATION_NAMES.filter((one) => operationNamed(one).access === 'consented')) {
    const { method } = operationNamed(name);
    const { status, json } = await call(method, pathOf(name), method === 'GET' ? undefined : BODIES[name]);
    assert.deepEqual([name, status, json['code']], [name, 403, 'consent_required']);
  }
  for (const name of OPERATION_NAMES.filter((one) => operationNamed(one).access === 'session')) {
    assert.match(pathOf(name), /^\/(session|consents)/, 'session and consents are all that stands before the gate');
  }
});

test('R-61 R-62: a consent is kept with the very text and its digest; an older version and unknown questions are refused', async () => {
  const { world, member } = await openDoors();
  const { call, email } = await member();
  const { id } = (await world.deps.store.findAccountByName(email))!;
  const [entry] = await world.deps.store.listConsentEntries(id);
  assert.equal(entry!.textDigest, await world.deps.secrets.fingerprint(JSON.stringify(entry!.document)));
  assert.deepEqual(
    entry!.document,
    world.deps.settings.consents.find(({ documentId }) => documentId === 'portal-consent')!.inLanguage('en'),
  );
  assert.deepEqual(
    [entry!.version, entry!.decision, entry!.signature, entry!.document.language],
    ['2026-01', 'accept', 'Pat Doe', 'en'],
  );

  const { settings } = world.deps;
  settings.consents = settings.consents.map((source) => ({
    ...source,
    inLanguage: (language) => ({ ...source.inLanguage(language), version: '2027-01' }),
  }));
  const stale = await call('POST', '/consents/portal-consent', CONSENT);
  assert.deepEqual(
    [stale.status, stale.json['code'], (jsonOf(stale)['document'] as { version: string }).version],
    [409, 'consent_outdated', '2027-01'],
  );
  const odd = await call('POST', '/consents/portal-consent', {
    ...CONSENT,
    version: '2027-01',
    answers: { ...CONSENT.answers, sell: 'yes' },
  });
  assert.deepEqual([odd.status, jsonOf(odd)['fields']], [400, { sell: { code: 'unknown' } }]);
  assert.equal((await world.deps.store.listConsentEntries(id)).length, 1);
});

test('R-63: twenty answers at once are one record', async () => {
  const { world, member } = await openDoors();
  const { call, email } = await member();
  const answer = { version: '2026-01', decision: 'decline', answers: {} };
  const ends = await Promise.all(Array.from({ length: 20 }, () => call('POST', '/consents/telehealth', answer)));
  assert.deepEqual(new Set(ends.map(({ status }) => status)), new Set([200]));
  const { id } = (await world.deps.store.findAccountByName(email))!;
  assert.equal(
    (await world.deps.store.listConsentEntries(id)).filter(({ documentId }) => documentId === 'telehealth').length,
    1,
  );
});

test('R-65: what the portal switches off is refused, not only hidden', async () => {
  const off: [object, string, string, object | undefined][] = [
    [{ settings: { link: false } }, 'POST', '/links', { code: UNKNOWN_CODE }],
    [{ settings: { password: false } }, 'PUT', '/account/password', BODIES.changePassword],
    [{ settings: { email: false } }, 'PATCH', '/account', { email: 'next@example.net', currentPassword: PASSWORD }],
    [{ settings: { phones: false } }, 'PATCH', '/account', { homePhone: null }],
    [{ settings: { language: false } }, 'PATCH', '/account', { language: 'es' }],
    [{ settings: { email: false, phones: false, language: false } }, 'PATCH', '/account', {}],
    [{ settings: { consents: false } }, 'DELETE', '/consents/telehealth', {}],
    [{ settings: { sessions: false } }, 'GET', '/account/sessions', undefined],
    [{ settings: { sessions: false } }, 'DELETE', '/account/sessions', {}],
    [{ renewal: false }, 'POST', '/activation/renewal', BODIES.renewCode],
  ];
  for (const [config, method, path, body] of off) {
    const { member } = await openDoors({ config });
    const { call, email } = await member();
    const { status, json } = await call(method, path, body);
    assert.deepEqual([status, json['code']], [403, 'not_allowed'], JSON.stringify(config));
    assert.equal((await call('GET', '/account')).json['email'], email);
  }
  // The list of people has no route of its own: it is part of the account.
  const { member, world } = await openDoors({ config: { settings: { people: false } } });
  const { call } = await member();
  for (const [method, body] of [
    ['GET', undefined],
    ['PATCH', { homePhone: null }],
  ] as const)
    assert.deepEqual((await call(method, '/account', body)).json['links'], [], `${method} names people`);
  const { code } = await world.invite();
  const { json } = await call('POST', '/links', { code });
  assert.deepEqual(json['links'], [json['link']], 'a further code names more than its own person');
});
