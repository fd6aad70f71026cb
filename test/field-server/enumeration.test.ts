import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS } from '../../src/backend/settings.js';
import { BIRTHDATE, PASSWORD, type World } from '../support/deps.js';
import { openDoors, tokenTo, UNKNOWN_CODE, type Client } from '../support/security-calls.js';

const DAY = 86_400_000;
const WRONG = '1981-01-01';

/** What an answer shows of itself: all but what is different every time. */
async function seen(asking: ReturnType<Client['call']>): Promise<string> {
  const { status, headers, text } = await asking;
  return JSON.stringify([status, [...headers].filter(([name]) => name !== 'set-cookie'), text]);
}

/** Doors that count what costs time: comparisons with a hash, and writes to the store. */
async function countingDoors() {
  let hashes = 0;
  const writes: string[] = [];
  const doors = await openDoors({}, ({ deps }: World) => {
    const { hasher, store } = deps;
    deps.hasher = { ...hasher, verify: (...given) => (hashes++, hasher.verify(...given)) };
    deps.store = new Proxy(store, {
      get: (target, name: keyof typeof store) => {
        const own = target[name];
        if (typeof own !== 'function') return own;
        if (!/^(find|list|read)/.test(name))
          return (...given: unknown[]) => (writes.push(name), Reflect.apply(own, target, given));
        return own.bind(target);
      },
    });
  });
  const cost = async (act: () => Promise<string>) => {
    hashes = 0;
    writes.length = 0;
    const shown = await act();
    return { shown, hashes, writes: writes.length };
  };
  return { ...doors, cost };
}

test('E5: asking for a reset, a new code or a ticket, and linking, answer and cost alike for what is there and what isn’t', async () => {
  const { world, client, member, cost } = await countingDoors();
  const { email, code: used } = await member();
  const { code } = await world.invite();
  const expired = await world.invite();
  world.clock.advance(31 * DAY);
  const late = await world.invite();
  const linking = await member();
  const post = (path: string, body: object, from = client()) => cost(() => seen(from.call('POST', path, body)));

  const alike: Record<string, Awaited<ReturnType<typeof cost>>[]> = {
    reset: [
      await post('/password-reset', { username: email }),
      await post('/password-reset', { username: email.toUpperCase() }),
      await post('/password-reset', { username: 'nobody@example.org' }),
      await post('/password-reset', { username: 'no address' }),
    ],
    verify: [
      await post('/activation/verify', { code: late.code, birthdate: WRONG }),
      await post('/activation/verify', { code: used, birthdate: WRONG }),
      await post('/activation/verify', { code: expired.code, birthdate: WRONG }),
      await post('/activation/verify', { code: UNKNOWN_CODE, birthdate: BIRTHDATE }),
    ],
    link: [
      await post('/links', { code: used }, linking),
      await post('/links', { code: expired.code }, linking),
      await post('/links', { code: UNKNOWN_CODE }, linking),
    ],
  };
  for (const [what, ends] of Object.entries(alike)) {
    assert.equal(
      new Set(ends.map(({ shown }) => shown)).size,
      1,
      `${what}: ${ends.map(({ shown }) => shown).join('\n')}`,
    );
    assert.equal(new Set(ends.map(({ hashes }) => hashes)).size, 1, `${what}: ${JSON.stringify(ends)}`);
    assert.equal(new Set(ends.map(({ writes }) => writes)).size, 1, `${what}: ${JSON.stringify(ends)}`);
  }

  // A new code is sent to somebody or not; what is answered is the same.
  const renewals = [
    await seen(client().call('POST', '/activation/renewal', { code, birthdate: BIRTHDATE })),
    await seen(client().call('POST', '/activation/renewal', { code: used, birthdate: BIRTHDATE })),
    await seen(client().call('POST', '/activation/renewal', { code: late.code, birthdate: BIRTHDATE })),
    await seen(client().call('POST', '/activation/renewal', { code: UNKNOWN_CODE, birthdate: BIRTHDATE })),
  ];
  assert.equal(new Set(renewals).size, 1, renewals.join('\n'));
});

test('case 85: a log-in, a reset and a sign-up tell nobody which addresses have an account', async () => {
  const { client, member, ticket, cost } = await countingDoors();
  const { email } = await member();
  const { ticket: own } = await ticket();
  const post = (path: string, body: object) => cost(() => seen(client().call('POST', path, body)));
  const create = (username: string, more: object) =>
    post('/activation', { relationship: 'self', username, password: PASSWORD, ...more });

  for (const ask of [
    (username: string) => post('/session', { username, password: 'Wrongpass1-' }),
    (username: string) => post('/password-reset', { username }),
    (username: string) => create(username, {}),
    (username: string) => create(username, { ticket: 'x'.repeat(43) }),
  ]) {
    const [known, unknown] = [await ask(email), await ask('nobody@example.org')];
    assert.deepEqual(known, unknown);
  }
  // Only who holds a ticket, and so is somebody on file, is told.
  assert.match((await create(email, { ticket: own })).shown, /email_taken/);
});

test('case 87: a new password ends the wait that wrong ones have brought, in the same stroke', async () => {
  const { world, client, member } = await openDoors();
  const { email } = await member();
  const { call } = client('198.51.100.7');
  const logIn = (password: string) => call('POST', '/session', { username: email, password });
  for (let i = 0; i < 8; i++) await logIn('Wrongpass1-');
  assert.equal((await logIn(PASSWORD)).status, 429);
  await call('POST', '/password-reset', { username: email });
  const token = await tokenTo(world, email, 'password-reset');
  assert.equal((await call('PUT', '/password-reset', { token, password: 'Greenfield8+' })).status, 200);
  assert.equal((await logIn('Greenfield8+')).status, 200);
  // And the count begins anew: the next slip of the finger isn't punished for the old ones.
  assert.equal((await logIn('Wrongpass1-')).status, 401);
  assert.equal((await logIn('Greenfield8+')).status, 200);
});

test('case 87: so it does after the last wrong password that an account takes from everywhere', async () => {
  const { world, client, member } = await openDoors({ limits: { ...DEFAULT_SETTINGS.limits, wrongPasswordsInAll: 6 } });
  const { email } = await member();
  for (let i = 0; i < 6; i++) await client().call('POST', '/session', { username: email, password: 'Wrongpass1-' });
  const { call } = client();
  assert.equal((await call('POST', '/session', { username: email, password: PASSWORD })).status, 401);
  await call('POST', '/password-reset', { username: email });
  const token = await tokenTo(world, email, 'password-reset');
  await call('PUT', '/password-reset', { token, password: 'Greenfield8+' });
  assert.equal((await call('POST', '/session', { username: email, password: 'Greenfield8+' })).status, 200);
});
