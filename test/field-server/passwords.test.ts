import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createArgon2Hasher } from '../../src/backend/node/argon2-hasher.js';
import { openDoors, tokenTo } from '../support/security-calls.js';

const SPECIAL = '!@#$%^&*()_+|~-=\\`{}[]:";\'<>,.';

/** Doors behind which passwords are hashed as a real server hashes them. */
const realDoors = () =>
  openDoors({ consents: [] }, ({ deps }) => {
    deps.hasher = createArgon2Hasher({ cost: { memoryCost: 1_024, timeCost: 1, parallelism: 1 } });
  });

/** Somebody whose account has this password, and a way to try another. */
async function withPassword(password: string, { client, ticket }: Awaited<ReturnType<typeof openDoors>>) {
  const invited = await ticket();
  const own = client();
  const body = { ticket: invited.ticket, relationship: 'self', username: invited.email, password };
  const { status } = await own.call('POST', '/activation', body);
  assert.equal(status, 200, JSON.stringify(password));
  return {
    ...own,
    email: invited.email,
    opens: async (typed: string): Promise<boolean> =>
      (await client().call('POST', '/session', { username: invited.email, password: typed })).status === 200,
  };
}

test('case 43: each character of the list counts as special, alone and wherever it stands', async () => {
  const doors = await openDoors({ consents: [] });
  for (const character of SPECIAL) {
    const { opens } = await withPassword(`Blue${character}river7`, doors);
    assert.ok(await opens(`Blue${character}river7`), character);
  }
});

test('case 44: a password whose only mark doesn’t count is refused by that rule, and with one that counts it is taken', async () => {
  const doors = await openDoors({ consents: [] });
  const { client, ticket } = doors;
  for (const character of ['?', '/', ' ', '£']) {
    const { ticket: own, email } = await ticket();
    const password = `Wherenow7${character}`;
    const body = { ticket: own, relationship: 'self', username: email, password };
    const { status, json } = await client().call('POST', '/activation', body);
    assert.equal(status, 422, character);
    assert.deepEqual(json['fields'], { password: { code: 'policy', failed: ['special'] } });
    assert.ok(await (await withPassword(`${password}.`, doors)).opens(`${password}.`));
  }
});

test('case 47: a password counts whole, also behind its 72nd byte', async () => {
  const doors = await realDoors();
  for (const [head, one, other] of [
    ['a'.repeat(72), 'bluewater7-', 'bluewater8-'],
    ['é'.repeat(36), 'bluewater7-', 'bluewater7+'],
    ['😀'.repeat(18), 'x7-', 'y7-'],
    ['7-'.repeat(127), 'ab', 'ac'],
  ] as const) {
    const { opens } = await withPassword(head + one, doors);
    assert.ok(await opens(head + one));
    assert.equal(await opens(head + other), false, `${other} is taken for ${one}`);
    assert.equal(await opens(head), false, 'a password that was cut');
  }
});

test('case 48: what was set on one keyboard is right on another that composes letters otherwise', async () => {
  const doors = await realDoors();
  for (const [set, typed] of [
    ['Caf\u00e97!xy', 'Cafe\u03017!xy'],
    ['Cafe\u03017!xy', 'Caf\u00e97!xy'],
    ['\u1ed77!abcde', 'o\u0302\u03037!abcde'],
    ['\ud55c\uae007!abcde', '\u1112\u1161\u11ab\u1100\u1173\u11af7!abcde'],
  ] as const) {
    assert.notEqual(set, typed);
    const { opens, call, email } = await withPassword(set, doors);
    assert.ok(await opens(set));
    assert.ok(await opens(typed), JSON.stringify(typed));
    // At every door that takes a password.
    const changed = await call('PUT', '/account/password', { currentPassword: typed, newPassword: `${typed}2` });
    assert.equal(changed.status, 200);
    assert.ok(await opens(`${set}2`));
    await doors.client().call('POST', '/password-reset', { username: email });
    const token = await tokenTo(doors.world, email, 'password-reset');
    await doors.client().call('PUT', '/password-reset', { token, password: `${set}3` });
    assert.ok(await opens(`${typed}3`));
  }
});

test('case 49: spaces count at every door: at the start, in the middle and at the end', async () => {
  const doors = await realDoors();
  for (const space of [' ', '\u00a0', '\t']) {
    const password = `${space}river stone 7!${space}`;
    const { opens, call, email } = await withPassword(password, doors);
    assert.ok(await opens(password));
    for (const other of [password.trim(), password.slice(1), password.slice(0, -1), password.replaceAll(space, '')])
      assert.equal(await opens(other), false, JSON.stringify(other));
    const next = `${space}other stone 8!`;
    assert.equal(
      (await call('PUT', '/account/password', { currentPassword: password.trim(), newPassword: next })).status,
      401,
    );
    assert.equal(
      (await call('PUT', '/account/password', { currentPassword: password, newPassword: next })).status,
      200,
    );
    assert.deepEqual([await opens(next), await opens(next.trim())], [true, false]);
    await doors.client().call('POST', '/password-reset', { username: email });
    const token = await tokenTo(doors.world, email, 'password-reset');
    await doors.client().call('PUT', '/password-reset', { token, password });
    assert.deepEqual([await opens(password), await opens(password.trim())], [true, false]);
  }
});

test('case 51 case 53: what managers make up, and long phrases, are taken up to the most that is shown', async () => {
  const doors = await openDoors({ consents: [] });
  const { maxLength } = doors.world.deps.settings.config('en').password;
  assert.equal(maxLength, 256);
  for (const password of [
    'kuPvyz-9mexfa-wonZyb',
    'correct horse battery 7!',
    `7!${'😀'.repeat(maxLength - 2)}`,
    `7!${'a'.repeat(maxLength - 2)}`,
  ])
    assert.ok(await (await withPassword(password, doors)).opens(password), password);
  const { ticket: own, email } = await doors.ticket();
  const body = { ticket: own, relationship: 'self', username: email, password: `7!${'a'.repeat(maxLength - 1)}` };
  const { json } = await doors.client().call('POST', '/activation', body);
  assert.deepEqual(json['fields'], { password: { code: 'policy', failed: ['length'] } });
});
