import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operationNamed, OPERATION_NAMES, problemSchema } from '../../../src/contract/index.js';
import { BIRTHDATE, createWorld, PASSWORD } from '../../support/deps.js';
import { BASE, createDoors, ORIGIN } from '../../support/http.js';

const start = async () => {
  const world = await createWorld();
  return { world, ...createDoors(world) };
};
const json = { 'content-type': 'application/json' };
const own = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
const CONSENT = {
  version: '2026-01',
  decision: 'accept',
  answers: { read: true, results: 'yes' },
  signature: 'Pat Doe',
};

test('over HTTP', async (t) => {
  await t.test('a code becomes an account, a session, an answered consent and a log-in', async () => {
    const { world, client } = await start();
    const { code, email } = await world.invite();
    const { call, jar } = client();
    const verified = await call('POST', '/activation/verify', { code, birthdate: BIRTHDATE });
    assert.equal(verified.status, 200);
    const created = await call('POST', '/activation', {
      ticket: verified.json['ticket'],
      relationship: 'self',
      username: email,
      password: PASSWORD,
    });
    assert.deepEqual([created.status, created.json], [200, { step: 'consent' }]);
    assert.match(
      created.headers.getSetCookie()[0]!,
      /^__Host-portal_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    assert.equal((await call('GET', '/account')).json['code'], 'consent_required');
    assert.equal((await call('POST', '/consents/portal-consent', CONSENT)).status, 200);
    assert.equal((await call('GET', '/account')).json['email'], email);
    await call('DELETE', '/session');
    assert.equal(jar.size, 0);
    assert.equal((await call('GET', '/session')).status, 401);
    assert.deepEqual((await call('POST', '/session', { username: email, password: PASSWORD })).json, {
      step: 'landing',
    });
  });

  await t.test(
    'an unknown code, a wrong birthdate and a used code with a wrong birthdate answer to the byte alike',
    async () => {
      const { world, client } = await start();
      const pending = await world.invite();
      const used = await world.activate();
      const ask = (code: string, birthdate = '1981-01-01') =>
        client().call('POST', '/activation/verify', { code, birthdate });
      const answers = [
        await ask('01231-14567-89ABJ'),
        await ask(pending.code),
        await ask(used.code),
        await ask('mistyped'),
      ];
      const seen = answers.map(({ status, text, headers }) => JSON.stringify([status, text, [...headers]]));
      assert.equal(new Set(seen).size, 1, seen.join('\n'));
      assert.equal((await ask(used.code, BIRTHDATE)).json['reason'], 'used');
    },
  );

  await t.test('every operation but session, config and consents waits for a required consent', async () => {
    const { world, client } = await start();
    const { email } = await world.activate({ consents: false });
    const { call } = client();
    await call('POST', '/session', { username: email, password: PASSWORD });
    for (const name of OPERATION_NAMES) {
      const { method, path, access } = operationNamed(name);
      if (access === 'public') continue;
      const { status, json: answer } = await call(
        method,
        path.replace(/\{\w+\}/, 'x'),
        method === 'GET' ? undefined : {},
      );
      if (access === 'consented') assert.deepEqual([name, status, answer['code']], [name, 403, 'consent_required']);
      else assert.notEqual(answer?.['code'], 'consent_required', name);
    }
  });

  await t.test('without a session, what needs one says so', async () => {
    const { client } = await start();
    for (const name of OPERATION_NAMES) {
      const { method, path, access } = operationNamed(name);
      if (access === 'public') continue;
      const { status, json: answer } = await client().call(
        method,
        path.replace(/\{\w+\}/, 'x'),
        method === 'GET' ? undefined : {},
      );
      assert.deepEqual([name, status, answer['code']], [name, 401, 'session_required']);
    }
  });

  await t.test('errors are problems that the contract describes, and tell nothing else', async () => {
    const { world, client, logged } = await start();
    const answers = [
      await client().call('POST', '/session', { username: 'a@example.org', password: 'x' }),
      await client().call('GET', '/nowhere'),
      await client().call('PUT', '/session', {}),
      await client().call('POST', '/session', { username: 1 }),
    ];
    world.deps.store.findAccountByName = () => Promise.reject(new Error('SELECT secret FROM /home/portal'));
    answers.push(await client().call('POST', '/session', { username: 'a@example.org', password: 'x' }));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 404, 405, 400, 500],
    );
    for (const { json: problem, headers, text } of answers) {
      assert.equal(headers.get('content-type'), 'application/problem+json');
      problemSchema.parse(problem);
      assert.doesNotMatch(text, /SELECT|\/home|Error|at /);
    }
    assert.deepEqual(logged.filter(([event]) => event === 'request.failed').length, 1);
    assert.equal(logged.filter(([event]) => event === 'request').length, answers.length);
    assert.deepEqual(answers[3]!.json['fields'], { username: { code: 'invalid' }, password: { code: 'missing' } });
    assert.equal(answers[2]!.headers.get('allow'), 'POST, GET, DELETE');
  });

  const bodies: [string, string][] = [
    ['no JSON', '{'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a string', '"x"'],
    ['a list of addresses', '{"username":["a@b.co"],"password":"x"}'],
    ['an operator', '{"username":{"$ne":1},"password":"x"}'],
    ['a number', '{"username":"a@example.org","password":1}'],
    ['a prototype', '{"__proto__":{"x":1},"username":"a@example.org","password":"x"}'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}},"username":"a","password":"x"}'],
    ['an unknown key', '{"username":"a@example.org","password":"x","role":"admin"}'],
    [
      'a password of five thousand characters',
      JSON.stringify({ username: 'a@example.org', password: 'x'.repeat(5_000) }),
    ],
    ['thirty levels', '{"username":' + '['.repeat(30) + ']'.repeat(30) + ',"password":"x"}'],
  ];
  for (const [what, body] of bodies) {
    await t.test(`refuses ${what}`, async () => {
      const { client } = await start();
      const { status, json: problem } = await client().call('POST', '/session', body);
      assert.deepEqual([status, problem['code']], [400, 'invalid_input']);
      assert.equal(({} as { x?: number }).x, undefined);
    });
  }

  await t.test('a body that is too large, in one piece or in many, is refused', async () => {
    const { handler, client } = await start();
    const large = JSON.stringify({ username: 'x'.repeat(20_000), password: 'x' });
    assert.equal((await client().call('POST', '/session', large)).status, 413);
    const chunked = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(4_096)),
    });
    const request = new Request(`${BASE}/session`, {
      method: 'POST',
      body: chunked,
      duplex: 'half',
      headers: { ...json, ...own },
    } as RequestInit);
    assert.equal((await handler(request, { network: '192.0.2.1' })).status, 413);
    assert.equal((await client().call('GET', `/config?${'x'.repeat(3_000)}`)).status, 413);
  });

  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json a',
    'application/json\t;x',
    'application/jsonp',
    '',
  ]) {
    await t.test(`a body of type ${JSON.stringify(type)} is refused`, async () => {
      const { client } = await start();
      const { status } = await client().call('POST', '/session', '{"username":"a","password":"b"}', {
        'content-type': type,
      });
      assert.equal(status, 415);
    });
  }

  const table: [string, Record<string, string | null>, number][] = [
    ['the portal’s own page', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, 200],
    ['an older browser on the portal', { origin: ORIGIN, 'sec-fetch-site': null }, 200],
    ['a sibling host', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }, 403],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['another site in an older browser', { origin: 'https://evil.example', 'sec-fetch-site': null }, 403],
    ['a tool that says no origin', { origin: null, 'sec-fetch-site': null }, 403],
    ['a page typed in by hand', { origin: null, 'sec-fetch-site': 'none' }, 403],
  ];
  for (const [who, headers, expected] of table) {
    await t.test(`${who} ${expected === 200 ? 'is heard' : 'is refused'}`, async () => {
      const { world, handler } = await start();
      const { email } = await world.activate();
      const sent = Object.entries({ ...json, ...headers }).filter(
        (entry): entry is [string, string] => entry[1] !== null,
      );
      const body = JSON.stringify({ username: email, password: PASSWORD });
      const answer = await handler(new Request(`${BASE}/session`, { method: 'POST', headers: sent, body }), {
        network: '192.0.2.1',
      });
      assert.equal(answer.status, expected);
    });
  }

  await t.test('GET and HEAD on a door that changes something change nothing', async () => {
    const { world, client } = await start();
    const { code } = await world.invite();
    for (const method of ['GET', 'HEAD']) {
      for (let i = 0; i < 20; i++) assert.equal((await client().call(method, '/activation/verify')).status, 405);
    }
    assert.equal((await client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE })).status, 200);
  });

  await t.test('every answer says how it may be used', async () => {
    const { client } = await start();
    for (const path of ['/config', '/session', '/nowhere']) {
      const { headers } = await client().call('GET', path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.match(headers.get('content-security-policy')!, /frame-ancestors 'none'/);
    }
  });
});
