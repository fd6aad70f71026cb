import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { operationNamed, OPERATION_NAMES } from '../../src/contract/index.js';
import { PASSWORD } from '../support/deps.js';
import { BODIES, openDoors, pathOf, tokenTo } from '../support/security-calls.js';

const DAY = 86_400_000;
const writing = OPERATION_NAMES.filter((name) => operationNamed(name).method !== 'GET');

test('R-22 A-47: without a ticket nobody learns whether an address is taken', async () => {
  const { client, member } = await openDoors();
  const { email } = await member();
  const ask = async (username: string, more: object) => {
    const { status, text } = await client().call('POST', '/activation', {
      relationship: 'self',
      username,
      password: PASSWORD,
      ...more,
    });
    return JSON.stringify([status, text]);
  };
  for (const more of [{}, { ticket: 'made-up' }])
    assert.equal(await ask(email, more), await ask('free@example.org', more));
  const reset = async (username: string) =>
    JSON.stringify(Object.values(await client().call('POST', '/password-reset', { username })).slice(0, 1));
  assert.equal(await reset(email), await reset('free@example.org'));
  for (const path of [`/accounts/${email}`, `/account?username=${email}`, `/activation?username=${email}`]) {
    assert.ok([401, 404, 405].includes((await client().call('GET', path)).status), path);
  }
});

test('R-22: a code’s holder may try ten addresses a day, and a taken one costs the code nothing', async () => {
  const { world, client, member, ticket } = await openDoors();
  const taken = await Promise.all(Array.from({ length: 11 }, () => member()));
  const first = await ticket();
  const again = async () =>
    (await client().call('POST', '/activation/verify', { code: first.code, birthdate: '1980-02-29' })).json['ticket'];
  const create = (by: string, username: string) =>
    client().call('POST', '/activation', { ticket: by, relationship: 'self', username, password: PASSWORD });
  const second = String(await again());
  for (const { email } of taken.slice(0, 5))
    assert.equal((await create(first.ticket, email)).json['code'], 'email_taken');
  assert.equal((await create(first.ticket, taken[5]!.email)).status, 429);
  for (const { email } of taken.slice(5, 10)) assert.equal((await create(second, email)).json['code'], 'email_taken');
  const third = String(await again());
  assert.equal((await create(third, taken[10]!.email)).status, 429);
  world.clock.advance(DAY + 1);
  assert.equal((await create(String(await again()), first.email)).status, 200);
});

test('R-22: an account’s owner may ask for ten other addresses a day', async () => {
  const { member } = await openDoors();
  const taken = await Promise.all(Array.from({ length: 11 }, () => member()));
  const { call } = await member();
  const ends = [];
  for (const { email } of taken)
    ends.push((await call('PATCH', '/account', { email, currentPassword: PASSWORD })).status);
  assert.deepEqual(ends, [...Array<number>(10).fill(409), 429]);
});

test('R-23 A-26: who loses the race for an address is told “taken” and nothing else', async () => {
  const { client, ticket } = await openDoors();
  const holders = await Promise.all(Array.from({ length: 20 }, () => ticket()));
  const ends = await Promise.all(
    holders.map(({ ticket: own }) =>
      client().call('POST', '/activation', {
        ticket: own,
        relationship: 'self',
        username: 'one@example.org',
        password: PASSWORD,
      }),
    ),
  );
  const lost = ends.filter(({ status }) => status !== 200);
  assert.equal(lost.length, 19);
  assert.deepEqual(new Set(lost.map(({ status }) => status)), new Set([409]));
  assert.equal(new Set(lost.map(({ text, headers }) => JSON.stringify([text, [...headers]]))).size, 1);
  assert.deepEqual(Object.keys(lost[0]!.json).sort(), ['code', 'fields', 'status', 'title', 'type']);
  assert.ok(lost.every(({ headers }) => headers.getSetCookie().length === 0));
});

const LOOKALIKES = [
  'JON.KIM@EXAMPLE.ORG',
  ' jon.kim@example.org ',
  'jon.\u212Aim@example.org',
  'jon.k\u0131m@example.org',
  'jon.k\u0130m@example.org',
  'jon.\u043Aim@example.org',
  'jon.kim@ex\u0430mple.org',
  'jon.kim@example\u3002org',
  'jon.kim\uFF20example.org',
  'jon\u200B.kim@example.org',
  'jon.kim@\u200Bexample.org',
  '\uFF4Aon.kim@example.org',
  'jon.kim@example.org.',
  'jonkim@example.org',
  'jon.kim+x@example.org',
];

test('R-24 A-27 A-8: whatever spelling is asked for, mail goes to the address on file or to nobody', async () => {
  for (const typed of LOOKALIKES) {
    const { world, client, member } = await openDoors();
    await member({ email: 'jon.kim@example.org' });
    const before = (await world.letters()).length;
    assert.equal((await client().call('POST', '/password-reset', { username: typed })).status, 200);
    const letters = (await world.letters()).slice(before);
    assert.ok(
      letters.every(({ to }) => to === 'jon.kim@example.org'),
      JSON.stringify(typed),
    );
  }
});

test('R-24 A-7: another spelling of somebody’s address is taken or a different one, and its owner still gets in', async () => {
  for (const typed of LOOKALIKES) {
    const { client, member, ticket } = await openDoors();
    const owner = await member({ email: 'jon.kim@example.org' });
    const { ticket: own } = await ticket();
    const { status, json } = await client().call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username: typed,
      password: 'Greenfield8+',
    });
    assert.ok(status === 200 || ['email_taken', 'email_invalid'].includes(String(json['code'])), JSON.stringify(typed));
    const other = await member();
    await other.call('PATCH', '/account', { email: typed, currentPassword: PASSWORD });
    assert.equal(
      (await client().call('POST', '/session', { username: owner.email, password: PASSWORD })).status,
      200,
      JSON.stringify(typed),
    );
    assert.equal((await owner.call('GET', '/account')).json['email'], 'jon.kim@example.org');
  }
});

test('R-25 R-30 A-28 A-29: every field of every operation takes its own type and nothing else, and no mail goes out', async () => {
  const { world, member } = await openDoors();
  const { call } = await member();
  const before = (await world.letters()).length;
  const values = fc
    .sample(fc.jsonValue({ maxDepth: 2 }), { numRuns: 12, seed: 7 })
    .filter((value) => typeof value !== 'string' && value !== null);
  const wrong = [...values, ['a@example.org', 'b@example.org'], { $ne: 1 }, { toString: 'x' }, 1e308, true, [[]]];
  for (const name of writing) {
    for (const [field, right] of Object.entries(BODIES[name])) {
      for (const value of wrong) {
        // An empty object is an answer to a consent without a question.
        if (typeof right === 'object' && typeof value === 'object' && !Array.isArray(value)) continue;
        const { status, json } = await call(operationNamed(name).method, pathOf(name), {
          ...BODIES[name],
          [field]: value,
        });
        assert.deepEqual([status, json['code']], [400, 'invalid_input'], `${name} ${field} ${JSON.stringify(value)}`);
      }
    }
    for (const key of [
      'role',
      'admin',
      'personId',
      'accountId',
      'verified',
      'emailConfirmedAt',
      'link',
      'disabledAt',
      'constructor',
      'toString',
      'hasOwnProperty',
    ]) {
      const { status } = await call(operationNamed(name).method, pathOf(name), { ...BODIES[name], [key]: 'x' });
      assert.equal(status, 400, `${name} takes ${key}`);
    }
  }
  assert.equal((await call('GET', '/session')).status, 200, 'nothing of it logged anybody out');
  assert.equal((await world.letters()).length, before);
});

test('R-25: of a field that is named twice one text counts, and one mail goes out', async () => {
  const { world, client, member } = await openDoors();
  const { email } = await member();
  const before = (await world.letters()).length;
  assert.equal(
    (await client().call('POST', '/password-reset', `{"username":"${email}","username":["a@example.net","${email}"]}`))
      .status,
    400,
  );
  assert.equal(
    (await client().call('POST', '/password-reset', `{"username":["a@example.net"],"username":"${email}"}`)).status,
    200,
  );
  assert.deepEqual(
    (await world.letters()).slice(before).map(({ to }) => to),
    [email],
  );
});

const CRAFTED = [
  '"a@evil.example x"@good.example',
  'a@good.example(x)evil.example',
  '(x)a@good.example',
  'a@good.example\r\nBcc: c@evil.example',
  'a@good.example\nX-Header: x',
  'a@good.example,b@evil.example',
  'a@good.example;b@evil.example',
  'a@good.example b@evil.example',
  'Name <a@good.example>',
  '<a@good.example>',
  'a@good.example@evil.example',
  'a@[203.0.113.7]',
  'a@localhost',
  'a%evil.example@',
  '@evil.example:a@good.example',
  'a\u0000@good.example',
  'a@evil.example/good.example',
  'a@good..example',
  '.a@good.example',
  `${'a'.repeat(250)}@good.example`,
];

test('R-26 A-30: a crafted address is none, and gets no mail', async () => {
  const { world, member, ticket, client } = await openDoors();
  const { call } = await member();
  const before = (await world.letters()).length;
  for (const typed of CRAFTED) {
    const { ticket: own } = await ticket();
    const created = await client().call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username: typed,
      password: PASSWORD,
    });
    assert.deepEqual([created.status, created.json['code']], [422, 'email_invalid'], JSON.stringify(typed));
    const changed = await call('PATCH', '/account', { email: typed, currentPassword: PASSWORD });
    assert.deepEqual([changed.status, changed.json['code']], [422, 'email_invalid'], JSON.stringify(typed));
    await client().call('POST', '/password-reset', { username: typed });
  }
  assert.ok((await world.letters()).slice(before).every(({ kind }) => kind === 'invitation'));
});

test('R-27 A-45: an address that waits for its confirmation gets no reset link, and isn’t on file', async () => {
  const { world, client, ticket } = await openDoors({ config: { confirmNewEmail: true } });
  const { ticket: own, email, personId } = await ticket();
  const { call } = client();
  await call('POST', '/activation', {
    ticket: own,
    relationship: 'self',
    username: 'new@example.net',
    password: PASSWORD,
  });
  const told = (await world.letters()).filter(({ kind }) => kind === 'email-replaced').map(({ to }) => to);
  assert.ok(told.includes(email));
  const known = await client().call('POST', '/password-reset', { username: 'new@example.net' });
  const unknown = await client().call('POST', '/password-reset', { username: 'nobody@example.net' });
  assert.deepEqual([known.status, known.text], [unknown.status, unknown.text]);
  assert.equal(await tokenTo(world, 'new@example.net', 'password-reset'), undefined);
  assert.equal((await world.deps.store.findPerson(personId))?.email, email);
  const token = await tokenTo(world, 'new@example.net', 'email-confirmation');
  assert.equal((await client().call('POST', '/email-confirmation', { token })).status, 200);
  assert.equal((await world.deps.store.findPerson(personId))?.email, 'new@example.net');
  await client().call('POST', '/password-reset', { username: 'new@example.net' });
  assert.ok(await tokenTo(world, 'new@example.net', 'password-reset'));
});

test('R-28 A-11 A-23: a confirmation proves the address that it went to, once, while nothing else was asked for', async () => {
  const { world, client, member } = await openDoors({ config: { confirmNewEmail: true } });
  const victim = await member();
  const { call, email } = await member();
  const change = (address: string) => call('PATCH', '/account', { email: address, currentPassword: PASSWORD });
  const confirm = (token: string | undefined) => client().call('POST', '/email-confirmation', { token });
  await Promise.all([change('mine@example.net'), change('theirs@example.net')]);
  const tokens = [
    await tokenTo(world, 'mine@example.net', 'email-confirmation'),
    await tokenTo(world, 'theirs@example.net', 'email-confirmation'),
  ];
  const ends = [];
  for (const token of tokens) ends.push((await confirm(token)).status);
  assert.deepEqual([...ends].sort(), [200, 410], 'one of the two is void');
  assert.equal(
    (await call('GET', '/account')).json['email'],
    ['mine@example.net', 'theirs@example.net'][ends.indexOf(200)],
  );
  const now = (await call('GET', '/account')).json['email'];
  assert.notEqual(now, email);
  assert.deepEqual(
    [(await confirm(tokens[0])).status, (await confirm(tokens[1])).status],
    [410, 410],
    'a second time it is nothing',
  );

  await change('second@example.net');
  const stale = await tokenTo(world, 'second@example.net', 'email-confirmation');
  await change('third@example.net');
  assert.equal((await confirm(stale)).status, 410);
  assert.equal((await call('GET', '/account')).json['email'], now);
  assert.equal((await victim.call('GET', '/account')).json['email'], victim.email);
});

test('R-29: whoever acts for somebody else keeps their own phones and consents, and is written down as that', async () => {
  const { world, client } = await openDoors();
  const { code, personId, email } = await world.invite({
    givenName: 'Milo',
    homePhone: '+12025550199',
    birthdate: '2016-05-01',
  });
  const { call } = client();
  const { json } = await call('POST', '/activation/verify', { code, birthdate: '2016-05-01' });
  await call('POST', '/activation', {
    ticket: json['ticket'],
    relationship: 'other',
    username: 'parent@example.net',
    password: PASSWORD,
  });
  const account = await world.deps.store.findAccountByName('parent@example.net');
  assert.deepEqual([account?.homePhone, account?.workPhone, account?.mobilePhone], [null, null, null]);
  const [link] = await world.deps.store.listLinks(account!.id);
  assert.deepEqual([link?.relationship, link?.personId], ['other', personId]);
  assert.deepEqual(
    (await world.letters())
      .filter(({ kind }) => kind === 'email-replaced')
      .map(({ to }) => to)
      .sort(),
    [email, 'parent@example.net'].sort(),
  );
});

test('A-21: an account that somebody made under another’s address gains nothing when that person comes', async () => {
  const { world, client, ticket } = await openDoors();
  const attacker = await ticket();
  const thief = client();
  await thief.call('POST', '/activation', {
    ticket: attacker.ticket,
    relationship: 'self',
    username: 'victim@example.org',
    password: 'Stranger9+',
  });
  const victim = await ticket({ email: 'victim@example.org' });
  const { call } = client();
  const refused = await call('POST', '/activation', {
    ticket: victim.ticket,
    relationship: 'self',
    username: 'victim@example.org',
    password: PASSWORD,
  });
  assert.equal(refused.json['code'], 'email_taken');
  assert.equal(
    (
      await call('POST', '/activation', {
        ticket: victim.ticket,
        relationship: 'self',
        username: 'victim2@example.org',
        password: PASSWORD,
      })
    ).status,
    200,
  );
  const own = await world.deps.store.findAccountByName('victim2@example.org');
  const foreign = await world.deps.store.findAccountByName('victim@example.org');
  assert.deepEqual(
    (await world.deps.store.listLinks(own!.id)).map(({ personId }) => personId),
    [victim.personId],
  );
  assert.deepEqual(
    (await world.deps.store.listLinks(foreign!.id)).map(({ personId }) => personId),
    [attacker.personId],
  );
  const told = (await world.letters()).filter(
    ({ kind, to }) => kind === 'email-replaced' && to === 'victim@example.org',
  );
  assert.equal(told.length >= 1, true, 'the address’s owner heard of it');
});

test('A-35: no answer holds what should only be mailed', async () => {
  const { world, client, member } = await openDoors();
  const { call, email } = await member();
  const { code } = await world.invite();
  world.clock.advance(30 * DAY);
  await call('POST', '/session', { username: email, password: PASSWORD });
  const answers = [
    await client().call('POST', '/activation/renewal', { code, birthdate: '1980-02-29' }),
    await client().call('POST', '/password-reset', { username: email }),
    await call('PATCH', '/account', { email: 'next@example.net', currentPassword: PASSWORD }),
    await call('GET', '/account'),
    await call('GET', '/account/sessions'),
    await call('GET', '/session'),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 200),
  );
  const secrets = (await world.letters()).flatMap((letter) =>
    'token' in letter ? [letter.token] : 'code' in letter ? [letter.code] : [],
  );
  assert.ok(secrets.length >= 3);
  for (const { text, headers } of answers)
    for (const secret of secrets) assert.ok(!(text + JSON.stringify([...headers])).includes(secret));
});
