import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { createMailbox } from '../../src/backend/mail/memory.js';
import { createOutbox } from '../../src/backend/mail/outbox.js';
import { letterRenderer } from '../../src/backend/mail/render-letter.js';
import { clientNetwork, trustedProxies } from '../../src/backend/node/network.js';
import { phones } from '../../src/backend/phones.js';
import type { Store } from '../../src/backend/ports.js';
import { openSqlite } from '../../src/backend/stores/sqlite.js';
import { CODE_ALPHABET, normalizeCode } from '../../src/contract/fields/activation-code.js';
import { isBirthdate, birthdateFromParts } from '../../src/contract/fields/birthdate.js';
import { operationNamed, OPERATION_NAMES } from '../../src/contract/index.js';
import { contents } from '../backend/stores/support/failures.js';
import { BIRTHDATE, createWorld, PASSWORD } from '../support/deps.js';
import { createClient } from '../support/http.js';
import { openDoors, pathOf, UNKNOWN_CODE } from '../support/security-calls.js';

const DAY = 86_400_000;
const WRONG = '1981-01-01';

test('R-1: ten thousand codes are all different, evenly spread at every place, and tell no order', async () => {
  const { deps } = await createWorld({ replaceOlderCodes: false });
  const codes: string[] = [];
  for (let i = 0; i < 100; i++) {
    const { id } = await addPerson(deps, { email: `p${i}@example.org`, birthdate: BIRTHDATE });
    for (let j = 0; j < 100; j++)
      codes.push(normalizeCode((await issueInvitation(deps, { personId: id, mail: false })).code));
  }
  assert.equal(new Set(codes).size, codes.length);
  assert.ok(codes.every((code) => code.length === 15));
  const expected = codes.length / CODE_ALPHABET.length;
  for (let place = 0; place < 15; place++) {
    const counts = [...CODE_ALPHABET].map((symbol) => codes.filter((code) => code[place] === symbol).length);
    const spread = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 31 degrees of freedom: even codes go beyond 120 once in some hundred million runs.
    assert.ok(spread < 120, `place ${place} is uneven: ${spread}`);
  }
  const rising = codes.filter((code, i) => i > 0 && code > codes[i - 1]!).length;
  assert.ok(Math.abs(rising - codes.length / 2) < 400, `${rising} of them follow the one before in order`);
  assert.ok(codes.filter((code, i) => i > 0 && code.slice(0, 4) === codes[i - 1]!.slice(0, 4)).length < 5);
});

test('R-1: secrets come from the system’s generator alone', () => {
  const below = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  for (const file of below('src').filter((name) => name.endsWith('.ts')))
    assert.doesNotMatch(readFileSync(file, 'utf8'), /Math\.random/, file);
});

test('R-4 R-5 A-6 A-36: while mail waits and after it went out, no code stands in the files of the database', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-codes-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const { store, db } = await openSqlite(join(folder, 'portal.sqlite'));
  const world = await createWorld({ store });
  const { code, email } = await world.invite();
  const plain = normalizeCode(code);
  const spellings = [code, plain, code.toLowerCase(), plain.toLowerCase()];
  const forms = spellings.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '')),
    Buffer.from(Buffer.from(text).toString('hex')),
    Buffer.from(text, 'utf16le'),
  ]);
  const hunt = () => {
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      for (const form of forms) assert.equal(bytes.includes(form), false, `${name} holds the code`);
    }
  };
  const payload = async () =>
    (await sql<{ payload: string | null }>`select payload from letters`.execute(db)).rows[0]?.payload;
  hunt();
  assert.ok(await payload());

  const mailbox = createMailbox();
  const log = { info: () => undefined, error: () => undefined };
  await createOutbox({ ...world.deps, log, mailer: mailbox, render: letterRenderer(world.deps.settings) }).deliverDue();
  assert.ok(mailbox.messages.some(({ to, text }) => to === email && text.includes(code)));
  assert.equal(await payload(), null);
  hunt();
  await store.close();
});

test('R-8 A-22: GET, HEAD and OPTIONS on every door leave everything as it was', async (t) => {
  const { store, db } = await openSqlite(':memory:');
  t.after(() => store.close());
  const { world, client, member } = await openDoors({ store });
  const { code } = await world.invite();
  // Logged in, twice, with help to be seen and a consent to withdraw: there is much that could change.
  const own = await member();
  await own.call('POST', '/consents/text-messages', {
    version: '2026-01',
    decision: 'accept',
    answers: { agree: true, mobilePhone: '(202) 555-0199' },
  });
  const before = await contents(db);
  for (const name of OPERATION_NAMES) {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      for (const query of ['', `?code=${code}&birthdate=${BIRTHDATE}`]) {
        await client().call(method, pathOf(name) + query);
        await own.call(method, pathOf(name) + query);
      }
    }
  }
  assert.equal(await contents(db), before);
  const claims = [
    await client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE }),
    await client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE }),
  ];
  const ends = [];
  for (const [i, { json }] of claims.entries()) {
    ends.push(
      (
        await client().call('POST', '/activation', {
          ticket: json['ticket'],
          relationship: 'self',
          username: `p${i}@example.net`,
          password: PASSWORD,
        })
      ).status,
    );
  }
  assert.deepEqual(ends, [200, 410]);
});

/** One code of every kind that is answered with “No records found”. */
async function wrongCodes() {
  const calls: string[] = [];
  const doors = await openDoors({}, (world) => {
    const { store } = world.deps;
    world.deps.store = new Proxy(store, {
      get: (target, name: keyof Store) => {
        const method = target[name] as (...args: unknown[]) => unknown;
        return (...args: unknown[]) => (calls.push(name), method.apply(target, args));
      },
    });
  });
  const { world, client } = doors;
  const { store, clock } = world.deps;
  const expired = await world.invite();
  world.clock.advance(30 * DAY);
  const [pending, revoked, replaced, locked] = [
    await world.invite(),
    await world.invite(),
    await world.invite(),
    await world.invite(),
  ];
  const used = await world.activate();
  await store.revokeInvitation(revoked.invitationId, clock.now(), { events: [] });
  await issueInvitation(world.deps, { personId: replaced.personId });
  for (let i = 0; i < 5; i++)
    await client().call('POST', '/activation/verify', { code: locked.code, birthdate: WRONG });
  const ask = async (code: string, birthdate = WRONG) => {
    calls.length = 0;
    const { status, headers, text } = await client().call('POST', '/activation/verify', { code, birthdate });
    return { seen: JSON.stringify([status, [...headers], text]), reads: calls.join(' ') };
  };
  return { ...doors, ask, pending, expired, revoked, replaced, locked, used };
}

test('R-12 A-12 A-41: unknown, mistyped, pending, used, expired, revoked, replaced and locked codes answer to the byte alike', async () => {
  const { world, ask, pending, expired, revoked, replaced, locked, used } = await wrongCodes();
  const open = [];
  for (const code of [UNKNOWN_CODE, 'mistyped', pending.code, expired.code, revoked.code, replaced.code, used.code])
    open.push(await ask(code));
  const dead = [await ask(locked.code), await ask(locked.code, BIRTHDATE)];
  assert.equal(new Set([...open, ...dead].map(({ seen }) => seen)).size, 1);
  assert.match(open[0]!.seen, /no_records_found/);
  // A lock holds by itself, also once nothing is counted against the code any more.
  await world.deps.store.lockInvitation(pending.invitationId, world.clock.now(), { events: [] });
  assert.equal((await ask(pending.code, BIRTHDATE)).seen, open[0]!.seen);
  // The same steps for all, or the time would tell; a locked code knows no right birthdate.
  assert.equal(new Set(open.map(({ reads }) => reads)).size, 1);
  assert.equal(new Set(dead.map(({ reads }) => reads)).size, 1);
});

test('R-13 R-14: two hundred guesses at once from two hundred networks: five are compared, then the right one fails too', async () => {
  let compared = 0;
  const { world, client } = await openDoors({ config: { verification: { methods: ['phone'] } } }, ({ deps }) => {
    deps.phones = { parse: (typed, region) => (compared++, phones.parse(typed, region)) };
    const { findInvitation } = deps.store;
    // A slow look-up: a counter that is read first and written later would let all of them in.
    deps.store.findInvitation = async (digest) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return findInvitation.call(deps.store, digest);
    };
  });
  const { code } = await world.invite();
  compared = 0;
  const guesses = Array.from({ length: 200 }, () =>
    client().call('POST', '/activation/verify', { code, phone: '+12025550000' }),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  assert.equal(compared, 5);
  // Whoever comes while five are being compared has to wait; whoever comes later finds a dead code.
  assert.ok(statuses.every((status) => status === 404 || status === 429));
  const right = await client().call('POST', '/activation/verify', { code, phone: '+12025550123' });
  assert.deepEqual([right.status, right.json['reason']], [404, undefined]);
  assert.equal(compared, 5);
});

test('R-15: all addresses of one IPv6 block share a budget, another block has its own', async () => {
  const { handler } = await openDoors();
  const from = async (address: string) => {
    const network = clientNetwork(address, null, () => false);
    return (
      await createClient((request) => handler(request, { network })).call('POST', '/activation/verify', {
        code: UNKNOWN_CODE,
        birthdate: BIRTHDATE,
      })
    ).status;
  };
  const statuses: number[] = [];
  for (let i = 0; i < 256; i++) statuses.push(await from(`2001:db8:1:2:${(i * 257).toString(16)}::${i.toString(16)}`));
  assert.equal(statuses.filter((status) => status === 404).length <= 10, true);
  assert.equal(statuses.at(-1), 429);
  assert.notEqual(await from('2001:db8:1:3::1'), 429);
});

test('R-15: fifty wrong codes an hour end a network’s hour, and right ones are then refused as wrong ones are', async () => {
  const { world, client } = await openDoors();
  const { code } = await world.invite();
  const { call } = client('198.51.100.7');
  for (let minute = 0; minute < 5; minute++) {
    for (let i = 0; i < 10; i++)
      assert.equal(
        (await call('POST', '/activation/verify', { code: `no-${minute}-${i}`, birthdate: BIRTHDATE })).status,
        404,
      );
    world.clock.advance(61_000);
  }
  const wrong = await call('POST', '/activation/verify', { code: 'no', birthdate: BIRTHDATE });
  const right = await call('POST', '/activation/verify', { code, birthdate: BIRTHDATE });
  assert.equal(wrong.status, 429);
  assert.ok(Number(wrong.headers.get('retry-after')) > 60);
  assert.deepEqual([right.status, right.text, [...right.headers]], [wrong.status, wrong.text, [...wrong.headers]]);
});

test('R-15 A-16: wrong codes from a great many networks shut nobody out, and each network keeps its own limit', async () => {
  const { world, client, logged } = await openDoors();
  const { code } = await world.invite();
  const sprayed = await Promise.all(
    Array.from({ length: 1_000 }, (_, i) =>
      client().call('POST', '/activation/verify', { code: `spray-${i}`, birthdate: BIRTHDATE }),
    ),
  );
  assert.deepEqual(new Set(sprayed.map(({ status }) => status)), new Set([404]));
  assert.equal((await client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE })).status, 200);
  assert.equal(logged.filter(([event]) => event === 'codes.many_wrong').length, 1, 'the alarm is raised once');
});

test('R-16: behind trusted proxies the right-most address that is none of them counts, and only then', () => {
  const isTrusted = trustedProxies(['10.0.0.0/8', '2001:db8:ffff::/48']);
  const network = (socket: string, forwarded: string | null) => clientNetwork(socket, forwarded, isTrusted);
  assert.equal(network('203.0.113.7', '198.51.100.1'), '203.0.113.7');
  assert.equal(network('10.0.0.1', '198.51.100.1, 203.0.113.7, 10.0.0.9'), '203.0.113.7');
  assert.equal(network('::ffff:10.0.0.1', '203.0.113.7'), '203.0.113.7');
  assert.equal(network('10.0.0.1', null), '10.0.0.1');
  assert.equal(network('10.0.0.1', '203.0.113.7, unknown'), '10.0.0.1');
  assert.equal(network('2001:db8:ffff::1', '2001:db8:1:2:3::4'), '2001:db8:1:2::/64');
  for (const [hop, seen] of [
    ['203.0.113.7:51234', '203.0.113.7'],
    ['198.51.100.1, 203.0.113.7:51234, 10.0.0.9:443', '203.0.113.7'],
    ['[2001:db8:1:2:3::4]:443', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2:3::4]', '2001:db8:1:2::/64'],
  ] as const)
    assert.equal(network('10.0.0.1', hop), seen, 'a port is written by the proxy');
});

test('R-16: a proxy is trusted only where it can be made out which one is meant', () => {
  for (const entry of [
    '10.0.0.1/',
    '/8',
    'nginx',
    '10.0.0.0/33',
    '2001:db8::/129',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    '10.0.0.0/ 8',
    '10.0.0.256',
  ])
    assert.throws(
      () => trustedProxies([entry]),
      new RegExp(`^UsageError: PORTAL_TRUSTED_PROXIES should be .*"${entry}"`),
      entry,
    );
  const isTrusted = trustedProxies(['10.0.0.1', '192.0.2.0/24', '2001:db8::/32']);
  assert.deepEqual(['10.0.0.1', '192.0.2.9', '2001:db8::1', '10.0.0.2', '192.0.3.1', '::1'].map(isTrusted), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('R-17 A-1 A-3: an account needs the ticket of its own code, in time, once', async () => {
  const { world, client, ticket } = await openDoors();
  const create = (body: object) =>
    client().call('POST', '/activation', {
      relationship: 'self',
      username: 'p@example.net',
      password: PASSWORD,
      ...body,
    });
  const mine = await ticket();
  const theirs = await ticket();
  assert.match(mine.ticket, /^[\w-]{43}$/);
  assert.deepEqual([(await create({})).status, (await create({ ticket: '' })).status], [400, 400]);
  for (const made of ['x'.repeat(43), mine.code, normalizeCode(mine.code), `${mine.ticket}x`])
    assert.equal((await create({ ticket: made })).status, 410);
  assert.equal(
    (await create({ ticket: mine.ticket, code: theirs.code })).status,
    400,
    'the ticket alone says which code',
  );

  assert.equal((await create({ ticket: mine.ticket })).status, 200);
  assert.equal((await world.deps.store.findLinkByInvitation(mine.invitationId))?.personId, mine.personId);
  assert.equal(await world.deps.store.findLinkByInvitation(theirs.invitationId), undefined);
  for (const again of [{ username: 'other@example.net' }, { password: 'Greenfield8+' }])
    assert.equal((await create({ ticket: mine.ticket, ...again })).status, 410);
  world.clock.advance(15 * 60_000);
  assert.deepEqual(
    [
      (await create({ ticket: mine.ticket })).status,
      (await create({ ticket: theirs.ticket, username: 'q@example.net' })).status,
    ],
    [410, 410],
  );
});

test('R-18 R-21: verification says nothing about the person, and afterwards four things', async () => {
  const { world, client, logged } = await openDoors({ config: { verification: { methods: ['birthdate', 'phone'] } } });
  const { code, email } = await world.invite({
    givenName: 'Quillon',
    familyName: 'Ashgrove',
    kind: 'oncology',
    workPhone: '+12025550199',
    reference: 'chart-4711',
  });
  const { call } = client();
  const told = [
    await call('POST', '/activation/verify', { code, birthdate: WRONG }),
    await call('POST', '/activation/verify', { code, phone: '+12025550000' }),
    await call('POST', '/activation/verify', { code }),
    await call('POST', '/activation/renewal', { code, birthdate: WRONG }),
  ];
  for (const { text } of told)
    assert.doesNotMatch(text, new RegExp(`Quillon|Ashgrove|oncology|4711|5550|${email}|${BIRTHDATE}|${WRONG}|${code}`));
  const { json, text } = await call('POST', '/activation/verify', { code, birthdate: BIRTHDATE });
  assert.deepEqual(Object.keys(json).sort(), ['expiresAt', 'invitedEmail', 'step', 'ticket']);
  assert.doesNotMatch(text, /Quillon|Ashgrove|oncology|4711|5550|1980-02-29/);
  assert.doesNotMatch(JSON.stringify(logged), new RegExp(`${WRONG}|${BIRTHDATE}|5550|${code}|Quillon`));
});

test('R-19: a birthdate is the same day in every time zone', async (t) => {
  const before = process.env['TZ'];
  t.after(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
  for (const zone of ['Etc/GMT+12', 'Pacific/Kiritimati', 'Pacific/Honolulu', 'Europe/Berlin', 'America/Sao_Paulo']) {
    process.env['TZ'] = zone;
    const { world, client } = await openDoors();
    for (const [day, next] of [
      ['1980-02-29', '1980-03-01'],
      ['1986-03-30', '1986-03-31'],
      ['1985-11-02', '1985-11-03'],
      ['1999-12-31', '2000-01-01'],
    ] as const) {
      const { code } = await world.invite({ birthdate: day });
      assert.equal(
        (await client().call('POST', '/activation/verify', { code, birthdate: next })).status,
        404,
        `${next} in ${zone}`,
      );
      assert.equal(
        (await client().call('POST', '/activation/verify', { code, birthdate: day })).status,
        200,
        `${day} in ${zone}`,
      );
      const [year, month, date] = day.split('-') as [string, string, string];
      const options = { order: ['month', 'day', 'year'], today: '2026-11-25', language: 'en' } as const;
      assert.deepEqual(birthdateFromParts({ year, month: String(Number(month)), day: date }, options), { iso: day });
    }
    for (const none of ['1900-02-29', '1899-12-31', '2001-02-29', '1980-13-01', '1980-04-31', '1980-2-9', '29-02-1980'])
      assert.equal(isBirthdate(none), false, none);
  }
});

test('R-20: one number in many spellings, from the keyboard of many languages', async () => {
  const { world, client } = await openDoors({ config: { verification: { methods: ['phone'] } } });
  const { code } = await world.invite();
  for (const phone of [
    '(202) 555-0123',
    '1-202-555-0123',
    '+1 202 555 0123',
    '2025550123',
    '٢٠٢٥٥٥٠١٢٣',
    '２０２５５５０１２３',
    '202.555.0123 ext. 12',
  ]) {
    assert.equal((await client().call('POST', '/activation/verify', { code, phone })).status, 200, phone);
  }
});

test('A-2 R-59: one changed character makes a code, a ticket or a mailed token nothing', async () => {
  const { world, client, ticket, member } = await openDoors({
    limits: { ...(await createWorld()).deps.settings.limits, wrongCodesPerMinute: 10_000 },
  });
  const { code, ticket: real } = await ticket();
  const flipped = (text: string) =>
    [...text].map((symbol, i) => text.slice(0, i) + (symbol === 'A' ? 'B' : 'A') + text.slice(i + 1));
  const answers = new Set<string>();
  for (const wrong of flipped(normalizeCode(code)))
    answers.add((await client().call('POST', '/activation/verify', { code: wrong, birthdate: BIRTHDATE })).text);
  assert.equal(answers.size, 1);
  for (const wrong of flipped(real)) {
    assert.equal(
      (
        await client().call('POST', '/activation', {
          ticket: wrong,
          relationship: 'self',
          username: 'p@example.net',
          password: PASSWORD,
        })
      ).status,
      410,
    );
  }
  const { email } = await member();
  await client().call('POST', '/password-reset', { username: email });
  const letter = (await world.letters()).find(({ kind }) => kind === 'password-reset');
  assert.ok(letter?.kind === 'password-reset');
  for (const wrong of flipped(letter.token))
    assert.equal((await client().call('PUT', '/password-reset', { token: wrong, password: PASSWORD })).status, 410);

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: 'none', typ: 'JWT' })}.${part({ sub: email, email, org: 'clinic' })}.`;
  for (const name of OPERATION_NAMES.filter(
    (one) => ['POST', 'PUT'].includes(operationNamed(one).method) && operationNamed(one).access === 'public',
  )) {
    const body = {
      verifyCode: { code: unsigned, birthdate: BIRTHDATE },
      createAccount: { ticket: unsigned, relationship: 'self', username: email, password: PASSWORD },
      resetPassword: { token: unsigned, password: PASSWORD },
      confirmEmail: { token: unsigned },
    }[name as string];
    if (body)
      assert.ok(
        [404, 410].includes((await client().call(operationNamed(name).method, pathOf(name), body)).status),
        name,
      );
  }
  assert.equal(
    (await client().call('GET', '/session', undefined, { cookie: `__Host-portal_session=${unsigned}` })).status,
    401,
  );
});
