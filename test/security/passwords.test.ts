import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createArgon2Hasher } from '../../src/backend/node/argon2-hasher.js';
import { createCommonPasswords } from '../../src/backend/node/common-passwords.js';
import { keepHouse } from '../../src/backend/node/housekeeping.js';
import { CLASSIC_POLICY, failedRules, NIST_POLICY } from '../../src/contract/fields/password.js';
import { OPERATION_NAMES, operationNamed, PortalError } from '../../src/contract/index.js';
import { createWorld, PASSWORD } from '../support/deps.js';
import { jsonOf, openDoors, tokenTo } from '../support/security-calls.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SPECIAL = '!@#$%^&*()_+|~-=\\`{}[]:";\'<>,.';

/** The rules as the help page has them, written down a second time. */
const classic = (password: string, username: string): string[] => [
  ...([...password.normalize('NFC')].length < 8 || [...password.normalize('NFC')].length > 256 ? ['length'] : []),
  ...(/\p{Nd}/u.test(password) ? [] : ['digit']),
  ...([...password].some((character) => SPECIAL.includes(character)) ? [] : ['special']),
  ...(password.trim().toLowerCase() === username.toLowerCase() ? ['not_username'] : []),
];

const failedOf = (answer: { json: object }): string[] =>
  (jsonOf(answer)['fields'] as { password: { failed: string[] } }).password.failed;

test('R-31: the rules are the documented ones, character by character, for the page and for the server', async () => {
  const username = 'pat.doe1@example.org';
  for (let unit = 32; unit < 127; unit++) {
    const character = String.fromCharCode(unit);
    const password = `Abcdefg1${character}`;
    assert.deepEqual(
      failedRules(password, CLASSIC_POLICY, username),
      SPECIAL.includes(character) ? [] : ['special'],
      character,
    );
  }
  const pieces = fc.array(
    fc.constantFrom('a', 'Z', '1', '٣', '-', '.', ' ', 'é', 'e\u0301', '😀', 'pat.doe1@example.org'),
    { maxLength: 14 },
  );
  const generated = fc.sample(pieces, { numRuns: 10_000, seed: 11 }).map((some) => some.join(''));
  for (const password of generated)
    assert.deepEqual(
      failedRules(password, CLASSIC_POLICY, username),
      classic(password, username),
      JSON.stringify(password),
    );

  assert.deepEqual(failedRules('fourteen chars', NIST_POLICY, username), ['length']);
  assert.deepEqual(failedRules('fifteen of them', NIST_POLICY, username), []);
  assert.deepEqual(failedRules(' PAT.DOE1@example.org ', NIST_POLICY, username), ['not_username']);
});

test('R-31: the server refuses what the page refuses, by the same names', async () => {
  const { client, ticket } = await openDoors();
  const { ticket: own } = await ticket();
  const pieces = fc.array(fc.constantFrom('a', 'Z', '1', '-', ' ', 'é', '😀'), { maxLength: 12 });
  for (const password of fc.sample(pieces, { numRuns: 150, seed: 3 }).map((some) => some.join(''))) {
    const failed = classic(password, 'pat@example.org');
    if (failed.length === 0) continue;
    const answer = await client().call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username: 'pat@example.org',
      password,
    });
    assert.equal(answer.status, 422);
    assert.deepEqual(failedOf(answer), failed, JSON.stringify(password));
  }
});

test('R-32: common passwords and the portal’s name are refused where the portal says so, by name', async () => {
  const named = (config: object) =>
    openDoors(
      { config: { name: 'Larkfield Clinic', ...config } },
      ({ deps }) => void (deps.commonPasswords = createCommonPasswords(['Larkfield Clinic'])),
    );
  const tryIn = async (config: object, password: string) => {
    const { client, ticket } = await named(config);
    const { ticket: own, email } = await ticket();
    const answer = await client().call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username: email,
      password,
    });
    return answer.status === 200 ? 'taken' : failedOf(answer).join();
  };
  const nist = { password: NIST_POLICY };
  for (const password of ['password12345678', 'larkfield12345678', 'LarkfieldClinic-2026', 'Larkfield Clinic!'])
    assert.equal(await tryIn(nist, password), 'common', password);
  assert.equal(await tryIn(nist, 'seven quiet herons'), 'taken');
  assert.equal(await tryIn({ password: { ...CLASSIC_POLICY, common: true } }, 'Password1!'), 'common');
  assert.equal(await tryIn({}, 'Password1!'), 'taken');
});

test('R-33: a password counts in characters, whole, in one normal form', async () => {
  const { client, ticket } = await openDoors();
  const keep = async (password: string) => {
    const { ticket: own, email } = await ticket();
    const { status } = await client().call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username: email,
      password,
    });
    return {
      status,
      enter: async (typed: string) =>
        (await client().call('POST', '/session', { username: email, password: typed })).status,
    };
  };
  const decomposed = await keep('cafe\u0301-noisette1');
  assert.deepEqual(
    [decomposed.status, await decomposed.enter('caf\u00e9-noisette1'), await decomposed.enter('cafe-noisette1')],
    [200, 200, 401],
  );

  const long = 'a1-'.padEnd(63, 'x');
  const sixtyFive = await keep(`${long}yz`);
  assert.deepEqual(
    [
      sixtyFive.status,
      await sixtyFive.enter(`${long}y`),
      await sixtyFive.enter(`${long}yZ`),
      await sixtyFive.enter(`${long}yz`),
    ],
    [200, 401, 401, 200],
  );

  const spaced = await keep('  Blue water 7-  ');
  assert.deepEqual(
    [
      spaced.status,
      await spaced.enter('Blue water 7-'),
      await spaced.enter('  blue water 7-  '),
      await spaced.enter('  Blue water 7-  '),
    ],
    [200, 401, 401, 200],
  );

  const most = `1-${'😀'.repeat(254)}`;
  const emoji = await keep(most);
  assert.deepEqual([emoji.status, await emoji.enter(most), await emoji.enter(`${most}😀`)], [200, 200, 401]);
  assert.equal((await keep(`${most}😀`)).status, 422, 'too long is said, not cut');
});

test('R-34: a log-in renews a hash that is cheaper than today’s, and equal passwords have different ones', async () => {
  const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 };
  const { world, client, ticket } = await openDoors(
    {},
    ({ deps }) => void (deps.hasher = createArgon2Hasher({ cost: cheap })),
  );
  const emails: string[] = [];
  for (let i = 0; i < 2; i++) {
    const { ticket: own, email } = await ticket();
    await client().call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username: email,
      password: PASSWORD,
    });
    emails.push(email);
  }
  const hashOf = async (email: string) => (await world.deps.store.findAccountByName(email))!.passwordHash;
  assert.match(await hashOf(emails[0]!), /^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  assert.notEqual(await hashOf(emails[0]!), await hashOf(emails[1]!));

  world.deps.hasher = createArgon2Hasher();
  assert.equal((await client().call('POST', '/session', { username: emails[0]!, password: 'wrong' })).status, 401);
  assert.match(await hashOf(emails[0]!), /m=64,/);
  assert.equal((await client().call('POST', '/session', { username: emails[0]!, password: PASSWORD })).status, 200);
  const [, memory, time] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$[\w+/]{22}\$/.exec(await hashOf(emails[0]!)) ?? [];
  assert.ok(Number(memory) >= 19_456 && Number(time) >= 2, 'as costly as the least that is recommended');
  assert.equal((await client().call('POST', '/session', { username: emails[0]!, password: PASSWORD })).status, 200);
});

test('R-36 A-40: in another browser a changed password ends the session at its next call', async () => {
  const { world, member, client } = await openDoors();
  const { call, email } = await member();
  const other = client();
  await other.call('POST', '/session', { username: email, password: PASSWORD });
  assert.equal(
    (await call('PUT', '/account/password', { currentPassword: 'wrong', newPassword: 'Greenfield8+' })).status,
    401,
  );
  assert.equal(
    (await client().call('PUT', '/account/password', { currentPassword: PASSWORD, newPassword: 'Greenfield8+' }))
      .status,
    401,
  );
  assert.equal((await other.call('GET', '/account')).status, 200);
  assert.equal(
    (await call('PUT', '/account/password', { currentPassword: PASSWORD, newPassword: 'Greenfield8+' })).status,
    200,
  );
  assert.deepEqual([(await other.call('GET', '/account')).status, (await call('GET', '/account')).status], [401, 200]);
  assert.ok((await world.letters()).some(({ kind, to }) => kind === 'password-changed' && to === email));
});

test('R-37 A-1 A-19: only the newest reset link works, once, within the hour, and not after the password was changed', async () => {
  const { world, client, member } = await openDoors();
  const { call, email } = await member();
  const request = async () => {
    await client().call('POST', '/password-reset', { username: email });
    return tokenTo(world, email, 'password-reset');
  };
  const use = async (token: string | undefined, password = 'Greenfield8+') =>
    (await client().call('PUT', '/password-reset', { token, password })).status;
  assert.deepEqual([await use(undefined), await use(''), await use('x'.repeat(43))], [400, 400, 410]);
  const [first, second] = [await request(), await request()];
  assert.notEqual(first, second);
  assert.deepEqual(
    [await use(first), await use(second, 'weak'), await use(second), await use(second)],
    [410, 422, 200, 410],
  );
  assert.equal((await call('GET', '/account')).status, 401, 'all sessions have ended');

  await call('POST', '/session', { username: email, password: 'Greenfield8+' });
  const before = await request();
  await call('PUT', '/account/password', { currentPassword: 'Greenfield8+', newPassword: PASSWORD });
  assert.equal(await use(before), 410);
  const late = await request();
  world.clock.advance(60 * MINUTE);
  assert.equal(await use(late), 410);
  assert.equal(await use(await request()), 200);
});

test('A-44 R-37: a reset link from before an account was closed doesn’t open it', async () => {
  const { world, client, member } = await openDoors();
  const { email } = await member();
  await client().call('POST', '/password-reset', { username: email });
  const token = await tokenTo(world, email, 'password-reset');
  const account = (await world.deps.store.findAccountByName(email))!;
  await world.deps.store.disableAccount(account.id, world.clock.now(), { events: [] });
  assert.equal((await client().call('PUT', '/password-reset', { token, password: 'Greenfield8+' })).status, 410);
  assert.equal((await client().call('POST', '/session', { username: email, password: PASSWORD })).status, 401);
});

test('R-37: somebody whose account was closed gets no link, and the answer is as for anybody', async () => {
  const { world, client, member } = await openDoors();
  const { email } = await member();
  const account = (await world.deps.store.findAccountByName(email))!;
  await world.deps.store.disableAccount(account.id, world.clock.now(), { events: [] });
  const { status, text } = await client().call('POST', '/password-reset', { username: email });
  assert.deepEqual([status, text], [200, '{}']);
  assert.ok(!(await world.letters()).some(({ kind }) => kind === 'password-reset'));
});

test('R-38: a password of years ago still works, and nothing asks for a hint or a question', async () => {
  const { world, client, member } = await openDoors();
  const { email } = await member();
  world.clock.advance(5 * 365 * DAY);
  assert.equal((await client().call('POST', '/session', { username: email, password: PASSWORD })).status, 200);
  for (const name of OPERATION_NAMES) {
    const keys = Object.keys((operationNamed(name).input as unknown as { shape?: object }).shape ?? {});
    assert.ok(!keys.some((key) => /hint|question|maiden/i.test(key)), name);
  }
});

test('R-39: passwords of a megabyte are refused before anything is hashed', async () => {
  let hashed = 0;
  const { client, ticket, member } = await openDoors({}, ({ deps }) => {
    const { verify, hash } = deps.hasher;
    deps.hasher.verify = (password, stored) => (hashed++, verify(password, stored));
    deps.hasher.hash = (password) => (hashed++, hash(password));
  });
  const { ticket: own } = await ticket();
  const { call } = await member();
  hashed = 0;
  for (const [size, status] of [
    [1_048_576, 413],
    [2_000, 400],
  ] as const) {
    const password = 'x'.repeat(size);
    for (let i = 0; i < 10; i++) {
      const ends = [
        await client().call('POST', '/session', { username: 'a@example.org', password }),
        await client().call('POST', '/activation', {
          ticket: own,
          relationship: 'self',
          username: 'a@example.org',
          password,
        }),
        await call('PUT', '/account/password', { currentPassword: password, newPassword: PASSWORD }),
        await call('PUT', '/account/password', { currentPassword: PASSWORD, newPassword: password }),
        await client().call('PUT', '/password-reset', { token: 'x'.repeat(43), password }),
      ];
      assert.deepEqual(new Set(ends.map((end) => end.status)), new Set([status]));
    }
  }
  assert.equal(hashed, 0);
});

/** Accounts of every kind that a log-in may meet, and how often each costs a comparison. */
async function everyAccount() {
  const compared: (string | undefined)[] = [];
  const doors = await openDoors({ config: { confirmNewEmail: true } }, ({ deps }) => {
    const { verify } = deps.hasher;
    deps.hasher.verify = (password, hash) => (compared.push(hash), verify(password, hash));
  });
  const { world, client, member, ticket } = doors;
  const { store, clock } = world.deps;
  const existing = await member();
  const closed = await member();
  await store.disableAccount((await store.findAccountByName(closed.email))!.id, clock.now(), { events: [] });
  const { ticket: own } = await ticket();
  await client().call('POST', '/activation', {
    ticket: own,
    relationship: 'self',
    username: 'unconfirmed@example.net',
    password: PASSWORD,
  });
  const locked = await member();
  for (let i = 0; i < 100; i++) await client().call('POST', '/session', { username: locked.email, password: 'wrong' });
  const ask = async (username: string, password = 'wrong') => {
    compared.length = 0;
    const { status, headers, text } = await client().call('POST', '/session', { username, password });
    return { seen: JSON.stringify([status, [...headers], text]), compared: [...compared] };
  };
  return { ...doors, ask, existing, closed, locked };
}

test('R-40 R-41 A-15 A-34: existing, missing, closed, locked and unconfirmed accounts answer to the byte alike, for one comparison each', async () => {
  const { ask, existing, closed, locked } = await everyAccount();
  const ends = [
    await ask(existing.email),
    await ask('nobody@example.org'),
    await ask('no address'),
    await ask(closed.email),
    await ask(closed.email, PASSWORD),
    await ask(locked.email),
    await ask(locked.email, PASSWORD),
    await ask('unconfirmed@example.net'),
  ];
  assert.equal(new Set(ends.map(({ seen }) => seen)).size, 1, ends.map(({ seen }) => seen).join('\n'));
  assert.match(ends[0]!.seen, /401.*invalid_credentials/);
  for (const { compared } of ends) assert.equal(compared.length, 1);
});

test('R-42: each wrong password after the fifth waits twice as long, up to a quarter of an hour, also where there is no account', async () => {
  for (const username of ['nobody@example.org', undefined]) {
    const { world, client, member } = await openDoors();
    const name = username ?? (await member()).email;
    const { call } = client('198.51.100.7');
    const enter = (password: string) => call('POST', '/session', { username: name, password });
    for (let i = 0; i < 5; i++) assert.equal((await enter('wrong')).status, 401);
    const waits: number[] = [];
    for (let i = 0; i < 14; i++) {
      const { status, headers } = await enter('wrong');
      assert.equal(status, 429);
      const wait = Number(headers.get('retry-after'));
      waits.push(wait);
      world.clock.advance(wait * 1_000 - 1);
      assert.equal((await enter('wrong')).status, 429, 'a moment too early');
      world.clock.advance(1);
      assert.equal((await enter('wrong')).status, 401);
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  }
});

test('R-43 A-7: whoever burns fifty tries from elsewhere keeps the owner neither from logging in nor from recovery', async () => {
  const { world, client, member } = await openDoors();
  const { email } = await member();
  const { call } = client('198.51.100.7');
  for (let i = 0; i < 50; i++) await call('POST', '/session', { username: email, password: 'wrong' });
  assert.equal((await call('POST', '/session', { username: email, password: PASSWORD })).status, 429);
  assert.equal(
    (await client('203.0.113.5').call('POST', '/session', { username: email, password: PASSWORD })).status,
    200,
  );
  assert.equal((await client('203.0.113.5').call('POST', '/password-reset', { username: email })).status, 200);
  assert.ok(await tokenTo(world, email, 'password-reset'));
});

test('R-44 A-10: a hundred wrong guesses at once are compared ten times at most; ten right log-ins at once all succeed', async () => {
  let compared = 0;
  const { client, member } = await openDoors({}, ({ deps }) => {
    const { verify } = deps.hasher;
    deps.hasher.verify = async (password, hash) => {
      compared += hash ? 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 30));
      return verify(password, hash);
    };
  });
  const [target, other] = [await member(), await member()];
  compared = 0;
  const from = (network: string, username: string, password: string) =>
    client(network).call('POST', '/session', { username, password });
  await Promise.all(Array.from({ length: 100 }, () => from('198.51.100.7', target.email, 'wrong')));
  assert.ok(compared <= 10, `${compared} were compared`);
  const right = await Promise.all(Array.from({ length: 10 }, () => from('203.0.113.5', other.email, PASSWORD)));
  assert.deepEqual(
    right.map(({ status }) => status),
    Array<number>(10).fill(200),
  );
});

test('R-44: a password that nobody had the time to compare doesn’t count as wrong', async () => {
  let full = false;
  const { world, client, member } = await openDoors({}, ({ deps }) => {
    const { verify } = deps.hasher;
    deps.hasher.verify = (password, hash) =>
      full ? Promise.reject(new PortalError('unavailable', { retryAfter: 1 })) : verify(password, hash);
  });
  const { email } = await member();
  const enter = (password = PASSWORD) => client('198.51.100.7').call('POST', '/session', { username: email, password });
  full = true;
  for (let i = 0; i < 40; i++) assert.equal((await enter()).status, 503);
  world.clock.advance(61_000);
  full = false;
  for (let i = 0; i < 4; i++) assert.equal((await enter('wrong')).status, 401);
  assert.equal((await enter()).status, 200);
  assert.ok(!(await world.letters()).some(({ kind }) => kind === 'login-after-failures'));
});

test('R-42: a password that is locked stays so for years, until its owner sets a new one', async () => {
  const { world, client, member } = await openDoors();
  const { email } = await member();
  const enter = async (password = PASSWORD) =>
    (await client().call('POST', '/session', { username: email, password })).status;
  for (let i = 0; i < 100; i++) await enter('wrong');
  world.clock.advance(3 * 365 * DAY);
  keepHouse({ ...world.deps, log: { info: () => undefined, error: () => assert.fail() } })();
  assert.equal(await enter(), 401);
  await client().call('POST', '/password-reset', { username: email });
  const token = await tokenTo(world, email, 'password-reset');
  await client().call('PUT', '/password-reset', { token, password: 'Greenfield8+' });
  assert.equal(await enter('Greenfield8+'), 200);
});

test('R-42: whoever goes on with a password that is locked is told to wait as anybody is, and costs no more', async () => {
  let compared = 0;
  const { world, client, member } = await openDoors({}, ({ deps }) => {
    const { verify } = deps.hasher;
    deps.hasher.verify = (password, hash) => (compared++, verify(password, hash));
  });
  const { email } = await member();
  for (let i = 0; i < 100; i++) await client().call('POST', '/session', { username: email, password: 'wrong' });
  compared = 0;
  const enter = async (network: string) =>
    (await client(network).call('POST', '/session', { username: email, password: PASSWORD })).status;
  const from = async (network: string) => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push(await enter(network));
    return statuses;
  };
  // What any account answers to six wrong ones.
  assert.deepEqual(await from('198.51.100.7'), [401, 401, 401, 401, 401, 429]);
  assert.equal(compared, 5);
  world.clock.advance(30_000);
  for (let i = 0; i < 20; i++) assert.equal(await enter(`203.0.113.${i}`), 401);
});

test('R-45 A-9: what was spent at one door is spent at all of them', async () => {
  const { client, ticket, world } = await openDoors({ consents: [] });
  const { ticket: own, email } = await ticket();
  const { call, jar } = client('198.51.100.7');
  await call('POST', '/activation', { ticket: own, relationship: 'self', username: email, password: PASSWORD });
  for (let i = 0; i < 5; i++)
    await call('PUT', '/account/password', { currentPassword: 'wrong', newPassword: 'Greenfield8+' });
  const doors = [
    () => call('PUT', '/account/password', { currentPassword: PASSWORD, newPassword: 'Greenfield8+' }),
    () => call('PATCH', '/account', { email: 'next@example.net', currentPassword: PASSWORD }),
    () => call('POST', '/session', { username: email, password: PASSWORD }),
    () => call('POST', '/activation', { ticket: own, relationship: 'self', username: email, password: PASSWORD }),
  ];
  for (const door of doors) assert.equal((await door()).status, 429);
  assert.ok(jar.size > 0);

  // A code that died at one door is dead at the others.
  const { code } = await world.invite();
  for (let i = 0; i < 5; i++) await client().call('POST', '/activation/renewal', { code, birthdate: '1981-01-01' });
  assert.equal((await client().call('POST', '/activation/verify', { code, birthdate: '1980-02-29' })).status, 404);
  const linked = await call('POST', '/links', { code });
  assert.deepEqual([linked.status, linked.json['code']], [404, 'no_records_found']);
});

test('R-46: a network that tries one password at many accounts is stopped, and comes back a minute later', async () => {
  const { world, client } = await openDoors();
  const { call } = client('198.51.100.7');
  const statuses: number[] = [];
  for (let i = 0; i < 40; i++)
    statuses.push((await call('POST', '/session', { username: `p${i}@example.org`, password: 'Spring2026!' })).status);
  assert.deepEqual(statuses, [...Array<number>(30).fill(401), ...Array<number>(10).fill(429)]);
  assert.equal(
    (await client().call('POST', '/session', { username: 'p99@example.org', password: 'Spring2026!' })).status,
    401,
  );
  world.clock.advance(MINUTE);
  assert.equal((await call('POST', '/session', { username: 'p99@example.org', password: 'Spring2026!' })).status, 401);
});

test('R-46: many addresses of one owner that try one password at many accounts are stopped together', async () => {
  const { world, client } = await openDoors();
  const spray = async (network: string, user: string) =>
    (await client(network).call('POST', '/session', { username: user, password: 'Spring2026!' })).status;
  const { wrongPasswordsPerBlock } = world.deps.settings.limits;
  for (let i = 0; i < wrongPasswordsPerBlock; i++)
    assert.equal(await spray(`198.51.100.${i % 250}`, `p${i}@example.org`), 401);
  assert.equal(await spray('198.51.100.251', 'p999@example.org'), 429);
  assert.equal(await spray('198.51.101.1', 'p999@example.org'), 401);
  for (let i = 0; i < wrongPasswordsPerBlock; i++)
    assert.equal(await spray(`2001:db8:1:${(i % 250).toString(16)}::/64`, `p${i}@example.org`), 401);
  assert.equal(await spray('2001:db8:1:ffff::/64', 'p999@example.org'), 429);
  assert.equal(await spray('2001:db8:2:1::/64', 'p999@example.org'), 401);
  world.clock.advance(10 * MINUTE);
  assert.equal(await spray('198.51.100.251', 'p999@example.org'), 401);
});

test('R-98 A-20: a link that is used again sends no second mail', async () => {
  const { world, client, member } = await openDoors({ config: { confirmNewEmail: true } });
  const { call, email } = await member();
  await call('PATCH', '/account', { email: 'next@example.net', currentPassword: PASSWORD });
  await client().call('POST', '/password-reset', { username: email });
  const confirmation = await tokenTo(world, 'next@example.net', 'email-confirmation');
  const reset = await tokenTo(world, email, 'password-reset');
  const before = (await world.letters()).length;
  for (let i = 0; i < 5; i++) await client().call('PUT', '/password-reset', { token: reset, password: 'Greenfield8+' });
  assert.equal((await world.letters()).length, before + 1);
  for (let i = 0; i < 5; i++) await client().call('POST', '/email-confirmation', { token: confirmation });
  assert.equal((await world.letters()).length, before + 1);
  const { settings } = (await createWorld()).deps;
  for (let i = 0; i < 20; i++) await client().call('POST', '/password-reset', { username: 'next@example.net' });
  const sent = (await world.letters()).filter(({ kind, to }) => kind === 'password-reset' && to === 'next@example.net');
  assert.equal(sent.length, settings.limits.lettersPerHour);
});
