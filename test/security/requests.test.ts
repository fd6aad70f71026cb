import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { connect, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { guarded } from '../../src/backend/http/guards.js';
import { operationNamed, OPERATION_NAMES, problemSchema } from '../../src/contract/index.js';
import { BIRTHDATE, PASSWORD } from '../support/deps.js';
import { BASE, createDoors, ORIGIN } from '../support/http.js';
import { BODIES, CONSENT, jsonOf, openDoors, pathOf, raw } from '../support/security-calls.js';
import { startServer, type TestServer } from '../support/server.js';

const writing = OPERATION_NAMES.filter((name) => operationNamed(name).method !== 'GET');
const FRIEND = 'https://friend.example';

/** Who asks, by the headers that a browser would send, and how a change is answered. */
const ORIGINS: { site: string | null; origin: string | null; type: string; status: number; allowed?: number }[] = [
  { site: 'same-origin', origin: ORIGIN, type: 'application/json', status: 200 },
  { site: null, origin: ORIGIN, type: 'application/json', status: 200 },
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'].map((type) => ({
    site: 'same-origin',
    origin: ORIGIN,
    type,
    status: 415,
  })),
  ...['application/json', 'text/plain'].flatMap((type) => [
    { site: 'same-site', origin: 'https://sibling.portal.example', type, status: 403 },
    { site: 'same-site', origin: ORIGIN, type, status: 403 },
    { site: 'cross-site', origin: ORIGIN, type, status: 403 },
    { site: 'cross-site', origin: 'https://evil.example', type, status: 403 },
    { site: 'cross-site', origin: 'null', type, status: 403 },
    { site: 'none', origin: null, type, status: 403 },
    { site: 'none', origin: ORIGIN, type, status: 403 },
    { site: null, origin: null, type, status: 403 },
    { site: null, origin: 'https://portal.example.evil.example', type, status: 403 },
    { site: null, origin: 'http://portal.example', type, status: 403 },
    { site: null, origin: 'https://portal.example:8443', type, status: 403 },
    { site: null, origin: 'HTTPS://PORTAL.EXAMPLE', type, status: 403 },
  ]),
  { site: 'cross-site', origin: FRIEND, type: 'application/json', status: 403, allowed: 200 },
  { site: 'same-site', origin: FRIEND, type: 'application/json', status: 403, allowed: 200 },
  { site: null, origin: FRIEND, type: 'application/json', status: 403, allowed: 200 },
  { site: 'none', origin: FRIEND, type: 'application/json', status: 403, allowed: 403 },
  { site: 'cross-site', origin: FRIEND, type: 'text/plain', status: 403, allowed: 415 },
];

test('R-71 R-72: who may change something, by origin, site and media type', async () => {
  const { world, handler, client } = await openDoors();
  const friendly = guarded(createDoors(world).handler, { ownOrigins: [ORIGIN], allowedOrigins: [FRIEND] });
  for (const { site, origin, type, status, allowed = status } of ORIGINS) {
    const { code } = await world.invite();
    const headers = Object.entries({ 'sec-fetch-site': site, origin, 'content-type': type }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    const ask = async (through: typeof handler) =>
      (
        await through(
          new Request(`${BASE}/activation/verify`, {
            method: 'POST',
            headers,
            body: JSON.stringify({ code, birthdate: BIRTHDATE }),
          }),
          { network: '10.9.0.1' },
        )
      ).status;
    const who = JSON.stringify({ site, origin, type });
    assert.equal(await ask(handler), status, who);
    // The handler inside knows its own origin alone: what a friend may do is decided in front of it.
    if (allowed === 403) assert.equal(await ask(friendly), 403, `${who} where ${FRIEND} is allowed`);
  }
  assert.ok(client);
});

test('R-72: an allowed origin is named back, exactly, with credentials; nobody else is, and never all', async () => {
  const { world } = await openDoors();
  const inner = createDoors(world);
  const plain = inner.handler;
  const answered: Response[] = [];
  const friendly = guarded(async () => new Response('{}'), { ownOrigins: [ORIGIN], allowedOrigins: [FRIEND] });
  const ask = async (through: typeof plain, origin: string | null, method = 'GET', site = 'cross-site') => {
    const headers = {
      ...(origin !== null && { origin }),
      'sec-fetch-site': site,
      ...(method === 'POST' && { 'content-type': 'application/json' }),
    };
    const answer = await through(
      new Request(`${BASE}/config`, { method, headers, ...(method === 'POST' && { body: '{}' }) }),
      { network: '10.9.0.1' },
    );
    answered.push(answer);
    return answer;
  };
  const allowed = await ask(friendly, FRIEND);
  assert.deepEqual(
    [allowed.headers.get('access-control-allow-origin'), allowed.headers.get('access-control-allow-credentials')],
    [FRIEND, 'true'],
  );
  assert.equal((await ask(friendly, FRIEND, 'POST')).status, 200);
  assert.equal((await ask(friendly, FRIEND, 'POST', 'same-site')).status, 200);
  assert.equal((await ask(friendly, 'https://friend.example.evil.example', 'POST')).status, 403);
  const preflight = await ask(friendly, FRIEND, 'OPTIONS');
  assert.deepEqual([preflight.status, preflight.headers.get('access-control-allow-origin')], [204, FRIEND]);
  for (const origin of [
    'https://evil.example',
    'null',
    'https://friend.example.evil.example',
    'http://friend.example',
    `${FRIEND}/`,
    null,
  ]) {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      for (const through of [friendly, plain]) {
        const { headers } = await ask(through, origin, method);
        assert.equal(headers.get('access-control-allow-origin'), null, `${method} ${origin}`);
        assert.equal(headers.get('access-control-allow-credentials'), null);
      }
    }
  }
  assert.ok(answered.every(({ headers }) => headers.get('access-control-allow-origin') !== '*'));
  assert.match((await ask(friendly, null)).headers.get('vary')!, /Origin/);
});

let server: TestServer;
let pages: string;
before(async () => {
  pages = mkdtempSync(join(tmpdir(), 'portal-pages-'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Home</title>');
  writeFileSync(join(pages, 'app.js'), 'export {};');
  writeFileSync(join(pages, 'app.js.map'), '{}');
  mkdirSync(join(pages, '.well-hidden'));
  writeFileSync(join(pages, '.well-hidden', 'index.html'), 'hidden');
  server = await startServer({ pages });
});
after(async () => {
  await server.stop();
  rmSync(pages, { recursive: true });
});

const api = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.origin}/api/portal${path}`, {
    method,
    ...init,
    headers: { origin: server.origin, 'content-type': 'application/json', ...init.headers },
  });

test('R-73 R-74: every answer of the server keeps frames, guesses about types, referrers and caches out', async () => {
  const answers: [what: string, answer: Response, isApi: boolean][] = [
    ['a page', await fetch(`${server.origin}/`), false],
    ['a script', await fetch(`${server.origin}/app.js`), false],
    ['no page', await fetch(`${server.origin}/nowhere`), false],
    ['a POST to a page', await fetch(`${server.origin}/`, { method: 'POST' }), false],
    ['health', await fetch(`${server.origin}/healthz`), false],
    ['readiness', await fetch(`${server.origin}/readyz`), false],
    ['200', await api('GET', '/config', { headers: {} }), true],
    ['400', await api('POST', '/session', { body: '{' }), true],
    ['401', await api('GET', '/session'), true],
    ['403', await api('POST', '/session', { body: '{}', headers: { origin: 'https://evil.example' } }), true],
    ['404', await api('GET', '/nowhere'), true],
    ['405', await api('PUT', '/session', { body: '{}' }), true],
    ['413', await api('POST', '/session', { body: `"${'x'.repeat(20_000)}"` }), true],
    ['415', await api('POST', '/session', { body: 'x', headers: { 'content-type': 'text/plain' } }), true],
  ];
  for (const [what, { headers, status }, isApi] of answers) {
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /frame-ancestors 'none'/, `${what} (${status}) may be framed`);
    assert.match(policy, /default-src 'none'/, what);
    assert.doesNotMatch(policy, /unsafe/, what);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', what);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', what);
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', what);
    assert.equal(headers.get('strict-transport-security'), null, `${what}: the host is the client’s`);
    assert.equal(headers.get('clear-site-data'), null, what);
    assert.equal(headers.get('x-powered-by') ?? headers.get('server'), null, what);
    if (isApi) assert.equal(headers.get('cache-control'), 'no-store', what);
  }
  assert.equal((await fetch(`${server.origin}/`)).headers.get('cross-origin-opener-policy'), 'same-origin');
});

test('R-83: what is too large, too deep, too many or packed is refused', async () => {
  const { member } = await openDoors();
  const { call } = await member();
  const sized = (size: number) => `{"username":"${'x'.repeat(size - 29)}","password":""}`;
  for (const [size, status] of [
    [16 * 1_024 + 1, 413],
    [1_048_576, 413],
  ] as const)
    assert.equal((await call('POST', '/session', sized(size))).status, status, `${size}`);
  assert.notEqual((await call('POST', '/session', sized(16 * 1_024 - 10))).status, 413);
  const consent = (size: number) => JSON.stringify({ ...CONSENT, signature: 'x'.repeat(size) });
  assert.notEqual((await call('POST', '/consents/portal-consent', consent(60_000))).status, 413);
  assert.equal((await call('POST', '/consents/portal-consent', consent(66_000))).status, 413);
  const deep = (levels: number) =>
    `{"version":"1","decision":"accept","answers":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
  const wide = (keys: number) =>
    JSON.stringify({
      version: '1',
      decision: 'accept',
      answers: Object.fromEntries(Array.from({ length: keys }, (_, i) => [`q${i}`, 'x'])),
    });
  for (const body of [deep(25), wide(101)])
    assert.equal((await call('POST', '/consents/portal-consent', body)).status, 400);
  assert.equal(
    (await call('POST', '/consents/portal-consent', wide(99))).json['code'],
    'consent_outdated',
    'a hundred keys are read',
  );

  const packed = await api('POST', '/session', {
    body: gzipSync('x'.repeat(10_000_000)),
    headers: { 'content-encoding': 'gzip' },
  });
  assert.equal(packed.status, 415);
  assert.equal((await api('GET', `/config?${'x'.repeat(3_000)}`)).status, 413);
  const heavy = await raw(
    server.origin,
    `GET /api/portal/config HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\nConnection: close\r\n\r\n`,
  );
  assert.match(heavy, /^HTTP\/1\.1 431/);
});

test('R-83: requests that two readers could understand in two ways are refused', async () => {
  const post = (lines: string[], body: string) =>
    raw(
      server.origin,
      [
        `POST /api/portal/session HTTP/1.1`,
        'Host: x',
        `Origin: ${server.origin}`,
        'Content-Type: application/json',
        'Connection: close',
        ...lines,
        '',
        body,
      ].join('\r\n'),
    );
  for (const [lines, body] of [
    [['Content-Length: 2', 'Content-Length: 3'], '{}x'],
    [['Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    [['Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n'],
    [['Content-Length: -1'], '{}'],
    [['X-Bad\u0000: 1', 'Content-Length: 2'], '{}'],
  ] as const) {
    assert.match(await post([...lines], body), /^HTTP\/1\.1 4\d\d/, lines.join());
  }
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200);
});

test('R-84: connections that drip their headers, or send no body, are cut', { timeout: 60_000 }, async () => {
  const open = (first: string, drip: string) =>
    new Promise<void>((resolve) => {
      const { port } = new URL(server.origin);
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(first));
      const timer = setInterval(() => drip && socket.write(drip), 1_000);
      socket
        .on('data', () => undefined)
        .on('error', () => undefined)
        .on('close', () => {
          clearInterval(timer);
          resolve();
        });
    });
  const post = `POST /api/portal/session HTTP/1.1\r\nHost: x\r\nOrigin: ${server.origin}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n`;
  const slow = [
    ...Array.from({ length: 50 }, () => open('GET /api/portal/config HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n')),
    ...Array.from({ length: 10 }, () => open(post, 'x')),
    open(post, ''),
  ];
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200, 'others are served meanwhile');
  await Promise.all(slow);
});

test('R-84: a server has bounds on connections, on requests through each, and on how long they may take', async (t) => {
  const { listen } = Server.prototype;
  const opened: HttpServer[] = [];
  t.after(() => void (Server.prototype.listen = listen));
  Server.prototype.listen = function (this: HttpServer, ...args: unknown[]) {
    opened.push(this);
    return Reflect.apply(listen, this, args) as Server;
  } as typeof listen;
  const other = await startServer();
  await other.stop();
  const http = opened.find((one) => one.headersTimeout !== undefined)!;
  assert.ok(http.headersTimeout > 0 && http.headersTimeout <= 10_000);
  assert.ok(http.requestTimeout > 0 && http.requestTimeout <= 15_000);
  assert.ok(http.maxConnections > 0 && http.maxConnections <= 10_000);
  assert.ok(http.maxRequestsPerSocket! > 0 && http.maxRequestsPerSocket! <= 10_000);
});

const TYPES = [
  'text/plain',
  'text/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json a',
  'application/json\t;x',
  'application/json;',
  'application/json; charset=utf-16',
  'application/json, text/plain',
  'application/jsonp',
  'application/ld+json',
  '',
  'APPLICATION/JSON',
  ' application/json',
  'application/json ; charset="UTF-8"',
];

test('R-85 A-32: whatever media type a body claims, it is validated or refused, at every door', async () => {
  const { world, member } = await openDoors();
  const { call } = await member();
  const before = (await world.letters()).length;
  for (const name of writing) {
    for (const type of TYPES) {
      const { status, json } = await call(
        operationNamed(name).method,
        pathOf(name),
        '{"role":"admin","username":["a@example.net"]}',
        { 'content-type': type },
      );
      const read = ['APPLICATION/JSON', ' application/json', 'application/json ; charset="UTF-8"'].includes(type);
      assert.deepEqual(
        [status, json['code']],
        read ? [400, 'invalid_input'] : [415, 'unsupported_media_type'],
        `${name} ${JSON.stringify(type)}`,
      );
    }
  }
  assert.equal((await world.letters()).length, before);
  assert.equal((await call('GET', '/session')).status, 200);
});

test('R-86: keys that mean something to the language are refused, at any depth', async () => {
  const { member } = await openDoors();
  const { call } = await member();
  const nasty = [
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"answers":{"__proto__":{"polluted":1}}}',
    '{"answers":{"a":{"prototype":{"polluted":1}}}}',
  ];
  for (const name of writing) {
    for (const body of nasty) {
      const answer = await call(operationNamed(name).method, pathOf(name), body);
      assert.equal(answer.status, 400, `${name} ${body}`);
      // Refused at the door: no field of the operation was looked at, and the key isn't said back.
      assert.equal(jsonOf(answer)['fields'], undefined, `${name} ${body}`);
    }
  }
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  for (const path of ['/consents/__proto__', '/consents/constructor', '/consents/toString']) {
    assert.equal((await call('POST', path, CONSENT)).status, 404, path);
    assert.equal((await call('DELETE', path)).status, 404, path);
  }
});

test('R-87: whatever fails inside, the answer is a problem without particulars, and the next request is served', async () => {
  const { world, member, logged } = await openDoors();
  const { call, email } = await member();
  const fault = Object.assign(new Error('SQLITE_ERROR: near "SELECT secret FROM accounts" in /srv/portal/db.ts:12'), {
    code: 'SQLITE_ERROR',
  });
  const { store } = world.deps;
  const good = { ...store };
  const methods = Object.keys(store) as (keyof typeof store)[];
  for (const name of OPERATION_NAMES) {
    const { method } = operationNamed(name);
    for (const breaking of [
      () => Promise.reject(fault),
      () => Promise.reject(Object.assign(new Error('busy'), { name: 'StoreUnavailable' })),
      () => Promise.reject(Object.assign(new TypeError('a string'), { code: 42 })),
    ]) {
      for (const one of methods) Object.assign(store, { [one]: breaking });
      const { status, text, headers, json } = await call(
        method,
        pathOf(name),
        method === 'GET' ? undefined : BODIES[name],
      );
      Object.assign(store, good);
      if (status === 200) continue;
      assert.ok([500, 503, 400, 401, 410].includes(status), `${name}: ${status}`);
      assert.equal(headers.get('content-type'), 'application/problem+json');
      problemSchema.parse(json);
      assert.doesNotMatch(text, /SELECT|sqlite|srv|\.ts|stack|busy|a string|Error:/i, name);
    }
  }
  assert.ok(logged.some(([event]) => event === 'request.failed'));
  assert.equal((await call('POST', '/session', { username: email, password: PASSWORD })).status, 200);
});

test('R-88 A-37: a request for another host is answered, and mails still link to the configured one', async () => {
  const { world, handler, member } = await openDoors();
  const { email } = await member();
  const body = JSON.stringify({ username: email });
  const headers = {
    origin: ORIGIN,
    'content-type': 'application/json',
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example',
  };
  const answer = await handler(
    new Request('https://evil.example/api/portal/password-reset', { method: 'POST', headers, body }),
    { network: '10.9.0.1' },
  );
  assert.equal(answer.status, 200);
  assert.ok((await world.letters()).every((letter) => !JSON.stringify(letter).includes('evil')));
  const page = await raw(
    server.origin,
    'GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n',
  );
  assert.doesNotMatch(page, /evil/);
});

test('R-89: methods that aren’t there are refused, and asking what there is changes nothing', async () => {
  const { world, handler } = await openDoors();
  const trail = async () => (await world.deps.store.listEvents({})).length;
  const before = await trail();
  for (const name of OPERATION_NAMES) {
    const path = pathOf(name);
    const defined: string[] = OPERATION_NAMES.filter((other) => pathOf(other) === path).map(
      (other) => operationNamed(other).method,
    );
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'HEAD', 'OPTIONS', 'PROPFIND']) {
      if (defined.includes(method)) continue;
      const answer = await handler(new Request(BASE + path, { method, headers: { origin: ORIGIN } }), {
        network: '10.9.0.1',
      });
      assert.equal(answer.status, 405, `${method} ${path}`);
      assert.deepEqual(answer.headers.get('allow')!.split(', ').sort(), [...defined].sort());
    }
  }
  assert.equal(await trail(), before);
  for (const method of ['TRACE', 'CONNECT', 'FOO']) {
    const answer = await raw(
      server.origin,
      `${method} /api/portal/session HTTP/1.1\r\nHost: x\r\nCookie: portal_session=tell-me\r\nConnection: close\r\n\r\n`,
    );
    assert.doesNotMatch(answer, /^HTTP\/1\.1 2|tell-me/, method);
  }
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200);
});

test('R-90: along a whole journey every answer is what the contract says', async () => {
  const { world, client } = await openDoors();
  const { code, email } = await world.invite();
  const second = await world.invite();
  const { call } = client();
  const steps: [(typeof OPERATION_NAMES)[number], (() => Record<string, unknown>)?][] = [
    ['readConfig'],
    ['verifyCode', () => ({ code, birthdate: BIRTHDATE })],
  ];
  let ticket = '';
  const run = async (name: (typeof OPERATION_NAMES)[number], body?: Record<string, unknown>, path = pathOf(name)) => {
    const { method, output } = operationNamed(name);
    const { status, json } = await call(method, path, body);
    assert.equal(status, 200, name);
    const read = output.safeParse(json);
    assert.ok(read.success, name);
    // What the schema doesn't know would be thrown away by reading: nothing is.
    assert.deepEqual(read.data, json, `${name} says more than the contract`);
    return json as Record<string, unknown>;
  };
  for (const [name, body] of steps) ticket = String((await run(name, body?.()))['ticket']);
  await run('createAccount', { ticket, relationship: 'self', username: email, password: PASSWORD });
  await run('listConsents');
  await run('answerConsent', CONSENT, '/consents/portal-consent');
  await run(
    'answerConsent',
    { version: '2026-01', decision: 'accept', answers: { understood: 'yes', where: 'home' } },
    '/consents/telehealth',
  );
  await run('withdrawConsent', undefined, '/consents/telehealth');
  await run('listConsents');
  for (const name of ['readSession', 'readAccount', 'listSessions', 'markHelpSeen', 'endOtherSessions'] as const)
    await run(name);
  await run('linkCode', { code: second.code });
  await run('updateContact', { mobilePhone: '(202) 555-0199' });
  await run('changePassword', { currentPassword: PASSWORD, newPassword: 'Greenfield8+' });
  await run('renewCode', BODIES.renewCode);
  await run('requestPasswordReset', BODIES.requestPasswordReset);
  await run('logOut');
});

test('R-91: source maps, hidden folders and ways out of the folder are not served', async () => {
  for (const path of [
    '/app.js.map',
    '/.well-hidden/',
    '/.well-hidden/index.html',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/index.html/',
    '//app.js',
    '/app.js%00.html',
  ]) {
    const answer = await raw(server.origin, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 (404|400)/, path);
    assert.doesNotMatch(answer, /hidden<|root:|"name"/, path);
  }
});

test('R-93: health says nothing but that it is well', async () => {
  for (const path of ['/healthz', '/readyz']) assert.equal(await (await fetch(server.origin + path)).text(), 'ok\n');
  for (const path of ['/metrics', '/status', '/version', '/debug', '/api/portal/metrics', '/api/portal/healthz'])
    assert.equal((await fetch(server.origin + path)).status, 404, path);
});
