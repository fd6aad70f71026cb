import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { keepHouse } from '../../src/backend/node/housekeeping.js';
import { createLog } from '../../src/backend/node/log.js';
import type { AuditEvent } from '../../src/backend/records.js';
import { DEFAULT_SETTINGS } from '../../src/backend/settings.js';
import { openSqlite } from '../../src/backend/stores/sqlite.js';
import { cookieFetch } from '../../src/testing/http-client.js';
import { contents, failOn, heal } from '../backend/stores/support/failures.js';
import { BIRTHDATE, createWorld, PASSWORD } from '../support/deps.js';
import { createHandler } from '../../src/backend/http/handler.js';
import { createCore } from '../../src/backend/core/core.js';
import { cookieSession } from '../../src/backend/node/cookie-session.js';
import { createClient } from '../support/http.js';
import { CONSENT, openDoors, tokenTo, UNKNOWN_CODE } from '../support/security-calls.js';
import { startServer, type TestServer } from '../support/server.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const temporary = (t: { after(done: () => void): void }): string => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-lasting-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

test('R-6 R-101 A-25: of fifty who activate one code at once one has an account, round after round, and no row is too many', async (t) => {
  const { store, db } = await openSqlite(join(temporary(t), 'portal.sqlite'));
  t.after(() => store.close());
  const { world, client } = await openDoors({ store, limits: { ...DEFAULT_SETTINGS.limits, addressesPerCode: 1_000 } });
  const count = async (table: string) =>
    Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n);
  const ROUNDS = 8;
  for (let round = 1; round <= ROUNDS; round++) {
    const { code } = await world.invite();
    const tickets: string[] = [];
    for (let i = 0; i < 50; i++)
      tickets.push(
        String((await client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE })).json['ticket']),
      );
    const ends = await Promise.all(
      tickets.map((ticket, i) =>
        client().call('POST', '/activation', {
          ticket,
          relationship: 'self',
          username: `r${round}n${i}@example.net`,
          password: PASSWORD,
        }),
      ),
    );
    assert.deepEqual(ends.map(({ status }) => status).sort(), [200, ...Array<number>(49).fill(410)]);
    assert.deepEqual(
      [await count('accounts'), await count('account_links'), await count('sessions')],
      [round, round, round],
    );
    // Both addresses are told, once.
    const { rows } = await sql<{ n: number }>`select count(*) as n from letters where kind = 'email-replaced'`.execute(
      db,
    );
    assert.equal(Number(rows[0]!.n), 2 * round);
    const made = await sql<{ n: number }>`select count(*) as n from events where name = 'account.created'`.execute(db);
    assert.equal(Number(made.rows[0]!.n), round);
  }
});

const STATEMENTS = [
  ['update', 'tickets'],
  ['update', 'invitations'],
  ['insert', 'accounts'],
  ['insert', 'account_links'],
  ['insert', 'sessions'],
  ['update', 'people'],
  ['insert', 'letters'],
  ['insert', 'events'],
] as const;

test('R-102 A-43: an activation that fails at any of its statements leaves nothing, and the same ticket works afterwards, once', async () => {
  for (const [verb, table] of STATEMENTS) {
    const { store, db } = await openSqlite(':memory:');
    const { client, ticket } = await openDoors({ store });
    const { ticket: own } = await ticket();
    const create = () =>
      client().call('POST', '/activation', {
        ticket: own,
        relationship: 'self',
        username: 'new@example.net',
        password: PASSWORD,
      });
    const before = await contents(db);
    await failOn(db, 'sqlite', verb, table);
    const { status, text, headers } = await create();
    assert.equal(status, 500, table);
    assert.doesNotMatch(text, /injected/);
    assert.deepEqual(headers.getSetCookie(), []);
    assert.equal(await contents(db), before, `a failure at the ${verb} of ${table} leaves something`);
    await heal(db, 'sqlite', table);
    assert.equal((await create()).status, 200);
    assert.equal(
      (
        await client().call('POST', '/activation', {
          ticket: own,
          relationship: 'self',
          username: 'x@example.net',
          password: PASSWORD,
        })
      ).status,
      410,
    );
    await store.close();
  }
});

test('A-43: a mailed token that failed halfway is as good as before, and good once', async () => {
  const { store, db } = await openSqlite(':memory:');
  const { world, client, member } = await openDoors({ store });
  const { email } = await member();
  await client().call('POST', '/password-reset', { username: email });
  const token = await tokenTo(world, email, 'password-reset');
  const use = async () => (await client().call('PUT', '/password-reset', { token, password: 'Greenfield8+' })).status;
  for (const [verb, table] of [
    ['update', 'accounts'],
    ['update', 'mailed_tokens'],
    ['insert', 'letters'],
    ['insert', 'events'],
  ] as const) {
    const before = await contents(db);
    await failOn(db, 'sqlite', verb, table);
    assert.equal(await use(), 500, table);
    assert.equal(await contents(db), before, table);
    await heal(db, 'sqlite', table);
  }
  assert.deepEqual([await use(), await use()], [200, 410]);
  await store.close();
});

test('R-103: a lost answer can be asked for again with the same address and password, and by nobody else', async () => {
  const { world, client, ticket } = await openDoors();
  const { ticket: own, email } = await ticket();
  const create = (more: object = {}, from = client()) =>
    from.call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username: email,
      password: PASSWORD,
      ...more,
    });
  const cookies: string[] = [];
  for (let i = 0; i < 4; i++) {
    const answer = await create();
    assert.deepEqual([answer.status, answer.json], [200, { step: 'consent' }]);
    cookies.push(answer.headers.getSetCookie()[0]!);
  }
  assert.equal(new Set(cookies).size, 4);
  for (const more of [{ password: 'Greenfield8+' }, { username: 'thief@example.net' }, { password: '' }]) {
    const answer = await create(more);
    assert.deepEqual([answer.status, answer.json['code']], [410, 'ticket_expired']);
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  const thief = client('198.51.100.7');
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) statuses.push((await create({ password: `Guess-${i}-x` }, thief)).status);
  assert.deepEqual(statuses, [410, 410, 410, 410, 410, 429, 429], 'guesses at the password count');
  world.clock.advance(HOUR / 4);
  assert.equal((await create()).status, 410);
});

test('R-104 A-46: the SQLite that is used is one that doesn’t damage databases', async () => {
  const { store, db } = await openSqlite(':memory:');
  const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(db);
  await store.close();
  const [major, minor, patch] = rows[0]!.version.split('.').map(Number) as [number, number, number];
  assert.ok(major * 1e6 + minor * 1e3 + patch >= 3_051_003, rows[0]!.version);
});

const api = (server: TestServer) => {
  const send = cookieFetch(server.origin);
  return async (method: string, path: string, body?: object) => {
    const init = {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    };
    const answer = await send(`${server.origin}/api/portal${path}`, init);
    return { status: answer.status, json: (await answer.json()) as Record<string, string> };
  };
};
const issue = async ({ portal: { deps } }: TestServer, email: string): Promise<string> => {
  const { id } = await addPerson(deps, { email, birthdate: BIRTHDATE });
  return (await issueInvitation(deps, { personId: id })).code;
};

test('R-108: a server that is told to stop answers what is under way and takes nothing new', async () => {
  const server = await startServer();
  const call = api(server);
  const code = await issue(server, 'stop@example.org');
  const { json } = await call('POST', '/activation/verify', { code, birthdate: BIRTHDATE });
  const { hash } = server.portal.deps.hasher;
  let begun = (): void => undefined;
  const hashing = new Promise<void>((resolve) => (begun = resolve));
  server.portal.deps.hasher.hash = async (password) => {
    begun();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return hash(password);
  };
  const created = call('POST', '/activation', {
    ticket: json['ticket'],
    relationship: 'self',
    username: 'stop@example.org',
    password: PASSWORD,
  });
  await hashing;
  const stopped = server.stop();
  await assert.rejects(fetch(`${server.origin}/healthz`), 'it takes nothing new');
  assert.deepEqual([(await created).status, (await created).json], [200, { step: 'consent' }]);
  await stopped;
});

test('R-108: a server that is told to stop sends the letter under way, waits for none that hangs, and leaves the rest', async (t) => {
  const server = await startServer();
  const taken: string[] = [];
  server.mailbox.send = ({ id }) => {
    taken.push(id);
    return new Promise(() => undefined);
  };
  for (let i = 0; i < 20; i++) await issue(server, `waits${i}@example.org`);
  // As many as it sends at a time: until they hang it is still taking some.
  while (taken.length < 5) await new Promise((resolve) => setTimeout(resolve, 20));
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let stopped = false;
  const stop = server.stop().then(() => (stopped = true));
  t.mock.timers.tick(9_999);
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(stopped, false, 'it waits a while');
  t.mock.timers.tick(1);
  await stop;
  assert.equal(taken.length, 5);
});

test('R-109 R-111: a backup taken while people use the portal opens again; what was used and counted stays so', async (t) => {
  const folder = temporary(t);
  const first = join(folder, 'portal.sqlite');
  const { store, db } = await openSqlite(first);
  const { world, client } = await openDoors({ store });
  const used = await world.activate();
  const tried = await world.invite();
  const wrong = (over: typeof client, code: string) =>
    over().call('POST', '/activation/verify', { code, birthdate: '1981-01-01' });
  for (let i = 0; i < 4; i++) await wrong(client, tried.code);
  let busy = true;
  const traffic = (async () => {
    while (busy) await wrong(client, UNKNOWN_CODE);
  })();
  const copy = join(folder, 'copy.sqlite');
  await sql.raw(`vacuum into '${copy}'`).execute(db);
  busy = false;
  await traffic;
  await store.close();

  for (const file of [copy, first]) {
    const opened = await openSqlite(file);
    assert.deepEqual((await sql`pragma integrity_check`.execute(opened.db)).rows, [{ integrityCheck: 'ok' }]);
    assert.deepEqual((await sql`pragma foreign_key_check`.execute(opened.db)).rows, []);
    const again = await openDoors({ store: opened.store });
    assert.equal(
      (await again.client().call('POST', '/activation/verify', { code: used.code, birthdate: BIRTHDATE })).json[
        'reason'
      ],
      'used',
    );
    assert.equal(
      (await again.client().call('POST', '/session', { username: used.email, password: PASSWORD })).status,
      200,
    );
    assert.equal((await wrong(again.client, tried.code)).status, 404);
    assert.equal(
      (await again.client().call('POST', '/activation/verify', { code: tried.code, birthdate: BIRTHDATE })).status,
      404,
      'the fifth wrong one killed it',
    );
    await opened.store.close();
  }
});

test('R-111: a restart forgets no wrong password and no wrong proof', async (t) => {
  const dataDir = temporary(t);
  const before = await startServer({ dataDir, keep: true });
  const code = await issue(before, 'restart@example.org');
  for (let i = 0; i < 4; i++)
    assert.equal((await api(before)('POST', '/activation/verify', { code, birthdate: '1981-01-01' })).status, 404);
  for (let i = 0; i < 4; i++)
    assert.equal(
      (await api(before)('POST', '/session', { username: 'nobody@example.org', password: 'wrong' })).status,
      401,
    );
  await before.stop();
  const after = await startServer({ dataDir, keep: true });
  assert.equal((await api(after)('POST', '/activation/verify', { code, birthdate: '1981-01-01' })).status, 404);
  assert.equal((await api(after)('POST', '/activation/verify', { code, birthdate: BIRTHDATE })).status, 404);
  assert.equal(
    (await api(after)('POST', '/session', { username: 'nobody@example.org', password: 'wrong' })).status,
    401,
  );
  assert.equal(
    (await api(after)('POST', '/session', { username: 'nobody@example.org', password: 'wrong' })).status,
    429,
  );
  await after.stop();
});

test('R-110: a clock that is put back two hours unlocks and extends nothing; one that jumps ahead only ends things', async () => {
  const { world, client, member, ticket } = await openDoors();
  const { call, email } = await member();
  const end = (await call('GET', '/session')).json['expiresAt'];
  const locked = await world.invite();
  for (let i = 0; i < 5; i++)
    await client().call('POST', '/activation/verify', { code: locked.code, birthdate: '1981-01-01' });
  const guesser = client('198.51.100.7');
  for (let i = 0; i < 8; i++) await guesser.call('POST', '/session', { username: email, password: 'wrong' });
  const codes = client('198.51.100.8');
  for (let i = 0; i < 10; i++)
    await codes.call('POST', '/activation/verify', { code: `no-${i}`, birthdate: BIRTHDATE });

  world.clock.advance(-2 * HOUR);
  assert.equal((await call('GET', '/session')).json['expiresAt'], end);
  assert.equal(
    (await client().call('POST', '/activation/verify', { code: locked.code, birthdate: BIRTHDATE })).status,
    404,
  );
  assert.equal((await guesser.call('POST', '/session', { username: email, password: PASSWORD })).status, 429);
  assert.equal((await codes.call('POST', '/activation/verify', { code: 'no', birthdate: BIRTHDATE })).status, 429);

  world.clock.advance(2 * HOUR);
  const { ticket: own } = await ticket();
  world.clock.advance(2 * HOUR);
  assert.equal((await call('GET', '/session')).status, 401);
  assert.equal(
    (
      await client().call('POST', '/activation', {
        ticket: own,
        relationship: 'self',
        username: 'x@example.net',
        password: PASSWORD,
      })
    ).status,
    410,
  );
  assert.equal(
    (await client().call('POST', '/activation/verify', { code: locked.code, birthdate: BIRTHDATE })).status,
    404,
  );
  assert.equal((await client().call('POST', '/session', { username: email, password: PASSWORD })).status, 200);
});

const CANARY = {
  givenName: 'Quillon',
  familyName: 'Ashgrove',
  birthdate: '1961-04-23',
  homePhone: '+12025550187',
  email: 'quillon.ashgrove@example.org',
  reference: 'chart-4711',
};

/** Somebody's whole way through the portal, with everything going wrong once; what was secret or personal on the way. */
async function journey() {
  const lines: string[] = [];
  const sink = { write: (line: string) => lines.push(line) };
  const world = await createWorld();
  const log = createLog({ out: sink, err: sink });
  const handler = createHandler(createCore(world.deps), {
    basePath: '/api/portal',
    transport: cookieSession({ secure: true, crossSite: false }),
    log,
  });
  let networks = 0;
  const client = (network = `10.8.0.${(networks += 1)}`) => createClient((request) => handler(request, { network }));
  const secrets: string[] = [
    ...Object.values(CANARY),
    'Bluewater7-',
    'Greenfield8+',
    '+12025550199',
    '2025550199',
    'Pat Q. Signature',
    'wrong-password-1',
    'typed\n{"level":"info"}',
  ];
  const { code } = await world.invite(CANARY);
  const second = await world.invite();
  const locked = await world.invite();
  secrets.push(code, code.replaceAll('-', ''), second.code, locked.code);
  const { call, jar } = client();
  await call('POST', '/activation/verify', { code, birthdate: '1999-09-09' });
  for (let i = 0; i < 5; i++)
    await client().call('POST', '/activation/verify', { code: locked.code, birthdate: '1999-09-09' });
  const { json } = await call('POST', '/activation/verify', { code, birthdate: CANARY.birthdate });
  secrets.push('1999-09-09', String(json['ticket']));
  const keep = () => secrets.push(...jar.values());
  await call('POST', '/activation', {
    ticket: json['ticket'],
    relationship: 'self',
    username: 'typed\n{"level":"info"}',
    password: 'Bluewater7-',
  });
  await call('POST', '/activation', {
    ticket: json['ticket'],
    relationship: 'self',
    username: 'moved.away@example.net',
    password: 'Bluewater7-',
  });
  secrets.push('moved.away@example.net');
  keep();
  await call('GET', '/account');
  await call('POST', '/consents/portal-consent', { ...CONSENT, signature: 'Pat Q. Signature' });
  await call('POST', '/consents/telehealth', {
    version: '2026-01',
    decision: 'accept',
    answers: { understood: 'yes', where: 'home' },
  });
  await call('DELETE', '/consents/telehealth');
  await call('POST', '/consents/text-messages', { version: '2026-01', decision: 'decline', answers: {} });
  await call('POST', '/links', { code: second.code });
  keep();
  await call('PATCH', '/account', { mobilePhone: '+12025550199' });
  await call('PUT', '/account/password', { currentPassword: 'wrong-password-1', newPassword: 'Greenfield8+' });
  await call('PUT', '/account/password', { currentPassword: 'Bluewater7-', newPassword: 'Greenfield8+' });
  keep();
  await client().call('POST', '/session', { username: 'moved.away@example.net', password: 'wrong-password-1' });
  for (let i = 0; i < 7; i++) await call('POST', '/session', { username: CANARY.email, password: 'wrong-password-1' });
  await client().call('POST', '/session', { username: 'moved.away@example.net', password: 'Greenfield8+' });
  await call('DELETE', '/account/sessions');
  await client().call('POST', '/password-reset', { username: 'moved.away@example.net' });
  const token = await tokenTo(world, 'moved.away@example.net', 'password-reset');
  secrets.push(token!);
  await client().call('PUT', '/password-reset', { token, password: 'Bluewater7-' });
  await client().call('GET', `/config?code=${code}&x=${CANARY.birthdate}`);
  world.deps.store.findAccountByName = () =>
    Promise.reject(new Error(`no row for ${CANARY.email} born ${CANARY.birthdate}, ${CANARY.homePhone}`));
  await client().call('POST', '/session', { username: CANARY.email, password: 'wrong-password-1' });
  await call('DELETE', '/session');
  const events: AuditEvent[] = await world.deps.store.listEvents({});
  return { lines, events, secrets };
}

test('R-113 R-114 R-21: a whole journey leaves nothing secret or personal in the log or in the trail', async () => {
  const { lines, events, secrets } = await journey();
  assert.ok(lines.length > 30);
  const written = lines.join('') + JSON.stringify(events);
  for (const secret of secrets)
    assert.ok(!written.includes(secret), `${JSON.stringify(secret)} stands in the log or the trail`);
  for (const line of lines) {
    assert.equal(line.match(/\n/g)!.length, 1);
    const entry = JSON.parse(line) as Record<string, unknown>;
    assert.match(String(entry['time']), /Z$/);
    assert.ok(typeof entry['event'] === 'string');
    if (entry['event'] === 'request')
      assert.deepEqual(
        Object.keys(entry).filter(
          (key) => !['level', 'time', 'event', 'request', 'operation', 'account', 'result', 'status'].includes(key),
        ),
        [],
      );
  }
  const results = lines.map((line) => (JSON.parse(line) as { result?: string }).result);
  for (const result of [
    'ok',
    'no_records_found',
    'too_many_attempts',
    'invalid_credentials',
    'consent_required',
    'server_error',
  ])
    assert.ok(results.includes(result), `${result} is not in the log`);
});

test('R-115: the trail tells what became of codes, accounts, consents, passwords and sessions, by opaque ids', async () => {
  const { events } = await journey();
  const names = new Set(events.map(({ name }) => name));
  for (const name of [
    ...['code.issued', 'code.verified', 'code.refused', 'code.locked', 'code.linked'],
    ...[
      'account.created',
      'email.replaced',
      'contact.updated',
      'password.changed',
      'password.reset',
      'password.reset_requested',
    ],
    ...['consent.accepted', 'consent.declined', 'consent.withdrawn'],
    ...['login.refused', 'session.started', 'session.others_ended'],
  ])
    assert.ok(names.has(name), `${name} is not in the trail`);
  const created = events.find(({ name }) => name === 'account.created')!;
  assert.ok(created.accountId && created.personId && created.invitationId && created.at > 0);
  for (const event of events) {
    for (const id of [event.accountId, event.personId, event.invitationId]) if (id) assert.match(id, /^[\w-]{22}$/);
    assert.ok(
      Object.values(event.detail ?? {}).every((value) => typeof value !== 'string' || !/@|\d{4}-\d\d-\d\d/.test(value)),
    );
  }
});

test('R-116: tickets, sessions, tokens and sent mail go when they have had their time; consents and the trail stay', async () => {
  const { store, db } = await openSqlite(':memory:');
  const { world, client, member } = await openDoors({ store });
  const { email } = await member();
  await client().call('POST', '/password-reset', { username: email });
  for (const { id } of await store.claimLetters({ limit: 1_000, leaseMs: 1 }, world.clock.now()))
    await store.letterSent(id, world.clock.now());
  const count = async (table: string) =>
    Number((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n);
  const GONE = ['tickets', 'sessions', 'mailed_tokens', 'letters'];
  const KEPT = ['consent_entries', 'events', 'accounts', 'account_links', 'people'];
  for (const table of GONE) assert.ok((await count(table)) > 0, table);
  const kept = await Promise.all(KEPT.map(count));
  world.clock.advance(60 * DAY);
  keepHouse({
    ...world.deps,
    log: { info: () => undefined, error: (_, detail) => assert.fail(JSON.stringify(detail)) },
  })();
  await store.ping();
  for (let i = 0; i < 100 && (await count('letters')) > 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
  for (const table of GONE) assert.equal(await count(table), 0, table);
  assert.deepEqual(await Promise.all(KEPT.map(count)), kept);
  await store.close();
});

test('R-117: what the server writes is for its owner alone', { skip: process.platform === 'win32' }, async (t) => {
  const dataDir = join(temporary(t), 'data');
  const server = await startServer({ dataDir, keep: true });
  await issue(server, 'files@example.org');
  assert.equal(statSync(dataDir).mode & 0o077, 0);
  const files = readdirSync(dataDir);
  assert.ok(files.includes('portal.secret') && files.includes('portal.sqlite'));
  for (const file of files) assert.equal(statSync(join(dataDir, file)).mode & 0o077, 0, file);
  assert.ok(readFileSync(join(dataDir, 'portal.secret'), 'utf8').length >= 32);
  await server.stop();
});
