import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  CODE_ALPHABET,
  formatCode,
  isWellFormedCode,
  normalizeCode,
  normalizePassword,
  parseEmail,
} from '../../src/contract/index.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { issuedCode } from '../../src/backend/core/invitations/issued-code.js';
import { phones } from '../../src/backend/phones.js';
import { openDoors, tokenTo } from '../support/security-calls.js';

const DAY = 86_400_000;
const BIRTHDATE = '1980-02-29';
const PASSWORD = 'Bluewater7-';
const verify = (code: string, birthdate: string = BIRTHDATE) =>
  ['POST', '/activation/verify', { code, birthdate }] as const;

test('D12 D13 case 1 case 2 case 3 case 6: a code is the same in every spelling, from the page to the database', async () => {
  const { world, client } = await openDoors();
  const { code } = await world.invite();
  const bare = code.replaceAll('-', '');
  const spellings = [
    bare,
    bare.toLowerCase(),
    ` ${code} `,
    `\u00a0${code}\u200b`,
    `\ufeff${code}\u2060`,
    code.replaceAll('-', '\u2013'),
    code.replaceAll('-', '\u2014'),
    code.replaceAll('-', '\u2212'),
    [...bare].join(' '),
    [...bare].join('-'),
    bare.replace(/[A-Z0-9]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)),
    `${bare.slice(0, 7)}\n${bare.slice(7)}`,
  ];
  for (const typed of spellings)
    assert.equal((await client().call(...verify(typed))).status, 200, JSON.stringify(typed));
});

test('D14 case 4 case 5: codes are issued without signs that look alike, and those that are typed are read as what they look like', async () => {
  for (const sign of ['O', 'I', 'L', 'U']) assert.ok(!CODE_ALPHABET.includes(sign), sign);
  const { world, client } = await openDoors();
  for (let i = 0; i < 200; i++) {
    const { code } = await world.invite();
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
    if (!/[01]/.test(code)) continue;
    const misread = code.replaceAll('0', 'o').replaceAll('1', i % 2 === 0 ? 'l' : 'I');
    assert.equal((await client(`192.0.2.${i}`).call(...verify(misread))).status, 200, misread);
  }
});

test('case 9: a code in place of a user name opens nothing, and is known for what it is', async () => {
  const { world, client } = await openDoors();
  const { code } = await world.invite();
  assert.ok(isWellFormedCode(normalizeCode(code.toLowerCase())));
  const { status } = await client().call('POST', '/session', { username: code, password: PASSWORD });
  assert.equal(status, 401);
});

test('case 13: of two codes the newer one works, and the older one says so to whoever proves to be the person', async () => {
  const { world, client } = await openDoors();
  const { code: older, personId } = await world.invite();
  const { code: newer } = await issueInvitation(world.deps, { personId });
  const refused = await client().call(...verify(older));
  assert.deepEqual([refused.status, refused.json['reason']], [404, 'replaced']);
  // The wrong tries count against the code, not against the address.
  for (let i = 0; i < 5; i++) await client(`198.51.100.${i}`).call(...verify(older, '1981-01-01'));
  assert.equal((await client().call(...verify(newer))).status, 200);
});

test('case 11 case 14 case 24: an expired code says so, is told apart from a wrong birthdate, counts as no wrong try, and is renewed', async () => {
  const { world, client } = await openDoors();
  const { code, email } = await world.invite();
  world.clock.advance(31 * DAY);
  for (let i = 0; i < 8; i++) {
    const { status, json } = await client(`198.51.100.${i}`).call(...verify(code));
    assert.deepEqual([status, json['reason']], [404, 'expired'], `try ${i}`);
  }
  const wrong = await client().call(...verify(code, '1981-01-01'));
  assert.deepEqual([wrong.status, wrong.json['reason']], [404, undefined]);
  assert.equal((await client().call('POST', '/activation/renewal', { code, birthdate: BIRTHDATE })).status, 200);
  const renewed = (await world.letters()).findLast((letter) => letter.kind === 'invitation' && letter.to === email);
  assert.ok(renewed?.kind === 'invitation');
  assert.equal((await client().call(...verify(renewed.code))).status, 200);
});

test('case 10: a code that was used says so, once code and birthdate are right, and not before', async () => {
  const { client, member } = await openDoors();
  const { code } = await member();
  assert.equal((await client().call(...verify(code))).json['reason'], 'used');
  assert.equal((await client().call(...verify(code, '1981-01-01'))).json['reason'], undefined);
});

test('case 25: five wrong tries end that code alone; once the record is put right a new one works', async () => {
  const { world, client } = await openDoors();
  const { code, personId } = await world.invite({ birthdate: '1981-01-01' });
  for (let i = 0; i < 5; i++) assert.equal((await client(`198.51.100.${i}`).call(...verify(code))).status, 404);
  assert.equal((await client().call(...verify(code, '1981-01-01'))).status, 404);
  const { store } = world.deps;
  await store.correctPerson({ ...(await store.findPerson(personId))!, birthdate: BIRTHDATE }, { events: [] });
  const { code: next } = await issueInvitation(world.deps, { personId });
  assert.equal((await client().call(...verify(next))).status, 200);
});

const ACCEPTED = [
  "o'brien@x.org",
  "sean.o'hara@example.org",
  'a+b@x.org',
  'a@b.co.museum',
  'søren@x.org',
  'ana@exämple.org',
  '~@example.com',
  'x@y.online',
  'x@y.xn--p1ai',
  'x@почта.рф',
  'ann@clinic.health',
  'ann@firm.legal',
];

test('D2 D3 case 30 case 31 case 33: addresses that are valid make accounts, and stay as they were typed', async () => {
  const { client, ticket } = await openDoors({ consents: [] });
  for (const username of ACCEPTED) {
    const { ticket: own } = await ticket();
    const guest = client();
    const answer = await guest.call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username,
      password: PASSWORD,
    });
    assert.equal(answer.status, 200, username);
    assert.equal((await guest.call('GET', '/account')).json['username'], username);
  }
});

test('D4: what is no address is refused by the name of its field', async () => {
  const { client, ticket } = await openDoors();
  const { ticket: own } = await ticket();
  for (const username of ['a@b', 'a@@b.c', 'a b@c.d', '@c.d', '++++@x', ''])
    assert.deepEqual(
      await client()
        .call('POST', '/activation', { ticket: own, relationship: 'self', username, password: PASSWORD })
        .then(({ status, json }) => [status, json['code'], json['fields']]),
      [422, 'email_invalid', { username: { code: 'invalid' } }],
      username,
    );
});

test('D1 case 35 case 36: blanks around an address, seen or not, and its case make no second account and no failed log-in', async () => {
  const { client, member, ticket } = await openDoors({ consents: [] });
  const { email } = await member();
  const [name, host] = email.split('@') as [string, string];
  for (const typed of [
    `${email} `,
    `\u00a0${email}`,
    `\u200b${email}\ufeff`,
    `\t${email}\n`,
    email.toUpperCase(),
    `${name.toUpperCase()}@${host}`,
  ]) {
    const { status } = await client().call('POST', '/session', { username: typed, password: PASSWORD });
    assert.equal(status, 200, JSON.stringify(typed));
    const { ticket: own } = await ticket();
    const taken = await client().call('POST', '/activation', {
      ticket: own,
      relationship: 'self',
      username: typed,
      password: PASSWORD,
    });
    assert.equal(taken.json['code'], 'email_taken', JSON.stringify(typed));
  }
  assert.equal(parseEmail('\u200bAnn@Example.org ')?.address, 'Ann@Example.org');
});

test('D6: a password is the same however its letters are put together', async () => {
  const { client, ticket } = await openDoors({ consents: [] });
  const { ticket: own, email } = await ticket();
  const body = { ticket: own, relationship: 'self', username: email, password: 'Caf\u00e97!xyz' };
  assert.equal((await client().call('POST', '/activation', body)).status, 200);
  for (const password of ['Caf\u00e97!xyz', 'Cafe\u03017!xyz'])
    assert.equal((await client().call('POST', '/session', { username: email, password })).status, 200, password);
  // A ligature is another letter: what somebody chose is not made simpler.
  assert.notEqual(normalizePassword('\ufb01'), normalizePassword('fi'));
});

test('D7 D11: a password counts whole and unchanged, however long it is and whatever stands at its ends', async () => {
  const { client, ticket } = await openDoors({ consents: [] });
  for (const password of ['7-' + 'a'.repeat(78), '7-' + '😀'.repeat(30), ' pass word7- ']) {
    const { ticket: own, email } = await ticket();
    assert.equal(
      (await client().call('POST', '/activation', { ticket: own, relationship: 'self', username: email, password }))
        .status,
      200,
    );
    const opens = async (typed: string) =>
      (await client().call('POST', '/session', { username: email, password: typed })).status === 200;
    assert.ok(await opens(password));
    assert.ok(!(await opens([...password].slice(0, -1).join(''))));
    assert.ok(!(await opens(password.trim())) || password.trim() === password);
  }
});

test('D9: a pass-phrase is taken where the portal has rules for them, and the rules are in the config for everybody to read', async () => {
  const policy = { minLength: 15, maxLength: 256, digit: false, special: '', notUsername: true, common: true };
  const { client, ticket } = await openDoors({ consents: [], config: { password: policy } });
  assert.deepEqual((await client().call('GET', '/config')).json['password'], policy);
  const { ticket: own, email } = await ticket();
  const send = (password: string) =>
    client().call('POST', '/activation', { ticket: own, relationship: 'self', username: email, password });
  assert.deepEqual((await send('short')).json['fields'], { password: { code: 'policy', failed: ['length'] } });
  assert.equal((await send('correct horse battery staple')).status, 200);
});

test('D16 case 16 case 21: a birthdate is the same day in every time zone', async () => {
  const script = `
    import { birthdateFromParts, isBirthdate } from './src/contract/index.ts';
    const parts = [['1970','1','1'],['1970','04','04'],['1975','3','7'],['2024','2','29'],['1999','12','31']];
    console.log(JSON.stringify(parts.map(([year, month, day]) => birthdateFromParts({ year, month, day }, { order: ['month', 'day', 'year'], today: '2026-11-25', language: 'en' }))), isBirthdate('1970-04-04'));
  `;
  const run = promisify(execFile);
  const said = await Promise.all(
    ['UTC', 'America/Los_Angeles', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu'].map(
      (TZ) =>
        run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
          cwd: fileURLToPath(new URL('../..', import.meta.url)),
          env: { ...process.env, TZ },
        }).then(({ stdout }) => stdout.trim()),
    ),
  );
  assert.equal(new Set(said).size, 1, said.join('\n'));
  assert.match(said[0]!, /1970-01-01.*1970-04-04.*1975-03-07.*2024-02-29.*1999-12-31.*true/);
});

test('D15 case 15 case 18 case 19 case 20: a birthdate is one calendar day, written in one way, and real', async () => {
  const { world, client } = await openDoors();
  const { code } = await world.invite({ birthdate: '2024-02-29' });
  assert.equal((await client().call(...verify(code, '2024-02-29'))).status, 200);
  for (const birthdate of [
    '111970',
    '1/2/1970',
    '01021970',
    '31/12/1970',
    '2014-02-30',
    '2023-02-29',
    '22-05-05',
    '0022-05-05',
    '1970-1-1',
  ])
    assert.deepEqual(
      await client()
        .call(...verify(code, birthdate))
        .then(({ status, json }) => [status, json['fields']]),
      [400, { birthdate: { code: 'invalid' } }],
      birthdate,
    );
});

test('case 27 case 29: a phone number is known in every usual way to write it, and in the shapes of other countries', () => {
  for (const typed of ['(555) 010-1234', '555.010.1234', '+1 555 010 1234', '555-010-1234 x5', '001 555 010 1234'])
    assert.equal(phones.parse(typed, 'US'), '+15550101234', typed);
  assert.equal(phones.parse('020 7946 0018', 'GB'), '+442079460018');
  assert.equal(phones.parse('030 123456', 'DE'), '+4930123456');
});

test('case 32: no link in a mail holds an address; what it holds needs no encoding', async () => {
  const { world } = await openDoors();
  const { code } = await world.invite({ email: 'ann+portal@example.org' });
  const { invitation } = (await world.deps.store.listInvitations({ limit: 1, offset: 0 }))[0]!;
  const { activateUrl, linkUrl } = issuedCode(world.deps, { invitation, code });
  for (const url of [activateUrl, linkUrl]) {
    assert.doesNotMatch(url, /ann|%|\+|@/);
    assert.equal(new URL(url).href, url);
    assert.equal(new URLSearchParams(new URL(url).hash.slice(1)).get('code'), formatCode(normalizeCode(code)));
  }
});

test('case 37 case 38: a new address takes the place of the old one once it is confirmed, where the portal wants that; both are told', async () => {
  const { world, client, member } = await openDoors({ config: { confirmNewEmail: true }, consents: [] });
  const { call, email } = await member();
  assert.equal((await call('PATCH', '/account', { email: 'ann@gmil.com', currentPassword: PASSWORD })).status, 200);
  assert.equal((await client().call('POST', '/session', { username: email, password: PASSWORD })).status, 200);
  // A typing mistake is put right: the wrong address never counted.
  assert.equal(
    (await call('PATCH', '/account', { email: 'ann@gmail.example', currentPassword: PASSWORD })).status,
    200,
  );
  const token = await tokenTo(world, 'ann@gmail.example', 'email-confirmation');
  assert.equal((await client().call('POST', '/email-confirmation', { token })).status, 200);
  assert.equal(
    (await client().call('POST', '/session', { username: 'ann@gmail.example', password: PASSWORD })).status,
    200,
  );
  const told = (await world.letters()).filter(({ kind }) => kind === 'email-replaced').map(({ to }) => to);
  assert.ok(told.includes(email), told.join());
});

test('D18 case 42: after a change of address the new one logs in, the old one doesn’t, and every page reads the new one', async () => {
  const { client, member } = await openDoors({ consents: [] });
  const { call, email } = await member();
  await call('PATCH', '/account', { email: 'moved@example.net', currentPassword: PASSWORD });
  assert.equal((await client().call('POST', '/session', { username: email, password: PASSWORD })).status, 401);
  const again = client();
  assert.equal(
    (await again.call('POST', '/session', { username: 'moved@example.net', password: PASSWORD })).status,
    200,
  );
  for (const { json } of [await call('GET', '/account'), await again.call('GET', '/account')])
    assert.deepEqual([json['email'], json['username']], ['moved@example.net', 'moved@example.net']);
});
