import type { Cases } from './cases.js';
import { equal, ok, there } from './expect.js';
import { HOUR, IDLE, mailedToken, MINUTE, noting, NOW, session, unique } from './rows.js';
import { activate, eventNames } from './world.js';

/** Who is logged in. */
export const sessions: Cases = (test, race) => {
  test('opens a session, and finds it with its account by its token', async (store) => {
    const { account } = await activate(store);
    const opened = session(account.id);
    await store.openSession(opened, account, noting());
    equal(await store.touchSession(opened.digest, IDLE, NOW + 1), {
      session: { ...opened, lastSeenAt: NOW + 1 },
      account,
    });
    equal(await store.touchSession('no such session', IDLE, NOW), undefined);
    equal(await store.openSession(session('nobody'), account, noting()), false, 'A session of no account');
  });

  test('ends a session that rested too long; each use starts the rest anew', async (store) => {
    const { session: living } = await activate(store);
    const touch = (now: number) => store.touchSession(living.digest, IDLE, now);
    const [almost, rest] = [IDLE.idleMs - 1, IDLE.idleMs];
    ok((await touch(NOW + almost)) !== undefined, 'It ended before its time.');
    ok((await touch(NOW + 2 * almost)) !== undefined, 'Its rest did not start anew.');
    equal(await touch(NOW + 2 * almost + rest), undefined);
    ok((await touch(NOW + 2 * almost + 1)) !== undefined, 'A look in vain changed something.');
  });

  test('notes uses that follow each other closely once', async (store) => {
    const { session: living } = await activate(store);
    const seen = async (now: number) =>
      (await store.touchSession(living.digest, { ...IDLE, grainMs: 10 }, now))?.session.lastSeenAt;
    equal(await seen(NOW + 9), NOW);
    equal(await seen(NOW + 10), NOW + 10);
    equal(await seen(NOW + 19), NOW + 10);
    equal(await store.touchSession(living.digest, { ...IDLE, grainMs: 10 }, NOW + 10 + IDLE.idleMs), undefined);
  });

  test('ends a session at its absolute end, however busy it is', async (store) => {
    const { account } = await activate(store);
    const short = session(account.id, { expiresAt: NOW + MINUTE });
    await store.openSession(short, account, noting());
    ok((await store.touchSession(short.digest, IDLE, NOW + MINUTE - 1)) !== undefined, 'It ended before its time.');
    equal(await store.touchSession(short.digest, IDLE, NOW + MINUTE), undefined);
  });

  test('is not confused by a clock that is put back', async (store) => {
    const { session: living } = await activate(store);
    await store.touchSession(living.digest, IDLE, NOW + 10);
    equal((await store.touchSession(living.digest, IDLE, NOW - HOUR))?.session.lastSeenAt, NOW + 10);
  });

  test('gives no session of a closed account, not even one begun in that moment', async (store) => {
    const { account } = await activate(store);
    await store.disableAccount(account.id, NOW, noting());
    const late = session(account.id);
    equal(await store.openSession(late, account, noting('session.started')), false);
    const change = {
      accountId: account.id,
      oldHash: account.passwordHash,
      newHash: 'new',
      session: session(account.id),
    };
    equal(await store.changePassword(change, NOW, noting()), false, 'A change of password');
    await store.disableAccount(account.id, null, noting());
    for (const { digest } of [late, change.session]) equal(await store.touchSession(digest, IDLE, NOW), undefined);
    equal((await eventNames(store)).includes('session.started'), false, 'The event');
  });

  test('begins no session under a password that no longer stands', async (store) => {
    const { account } = await activate(store);
    const [before, after] = [session(account.id), session(account.id)];
    const change = {
      accountId: account.id,
      oldHash: account.passwordHash,
      newHash: 'new',
      session: session(account.id),
    };
    equal(await store.changePassword(change, NOW + 1, noting()), true);
    equal(await store.openSession(before, account, noting('session.started')), false);
    equal(await store.touchSession(before.digest, IDLE, NOW), undefined);
    equal((await eventNames(store)).includes('session.started'), false, 'The event');
    equal(await store.openSession(after, there(await store.findAccount(account.id)), noting()), true);
    ok((await store.touchSession(after.digest, IDLE, NOW)) !== undefined, 'A session under the new password');
  });

  test('does not mind that a password was hashed anew meanwhile', async (store) => {
    const { account } = await activate(store);
    await store.rehashPassword(account.id, account.passwordHash, 'stronger');
    equal(await store.openSession(session(account.id), account, noting()), true);
  });

  race('no session that begins while the password is reset outlives it', async (store) => {
    const { account } = await activate(store);
    const token = mailedToken(account);
    await store.openMailedToken(token, noting());
    const [reset] = await Promise.all([
      store.resetPassword({ digest: token.digest, newHash: 'new' }, NOW + 1, noting()),
      ...Array.from({ length: 10 }, () => store.openSession(session(account.id), account, noting())),
    ]);
    equal(reset, true);
    equal(await store.listSessions(account.id, IDLE, NOW), []);
  });

  test('closes a session; closing none leaves no trace', async (store) => {
    const { session: living } = await activate(store);
    for (const _ of [1, 2]) await store.closeSession(living.digest, noting('session.ended'));
    equal(await store.touchSession(living.digest, IDLE, NOW), undefined);
    equal((await eventNames(store)).filter((name) => name === 'session.ended').length, 1, 'Events');
  });

  test('lists the living sessions of an account', async (store) => {
    const { account, session: living } = await activate(store);
    const rested = session(account.id, { lastSeenAt: NOW - IDLE.idleMs });
    const expired = session(account.id, { expiresAt: NOW });
    for (const one of [rested, expired]) await store.openSession(one, account, noting());
    await activate(store);
    equal(await store.listSessions(account.id, IDLE, NOW), [living]);
  });

  test('ends all sessions but one, and tells how many', async (store) => {
    const [{ account, session: kept }, other] = [await activate(store), await activate(store)];
    for (const _ of [1, 2, 3]) await store.openSession(session(account.id), account, noting());
    const end = () => store.closeOtherSessions(account.id, kept.digest, noting('sessions.ended'));
    equal(await end(), 3);
    equal(await end(), 0);
    equal(await store.listSessions(account.id, IDLE, NOW), [kept]);
    ok((await store.touchSession(other.session.digest, IDLE, NOW)) !== undefined, 'Another’s session was ended.');
    equal((await eventNames(store)).filter((name) => name === 'sessions.ended').length, 1, 'Events');
  });

  test('gives a session a new token, and the old one is dead', async (store) => {
    const { session: living } = await activate(store);
    const digest = unique('digest');
    await store.renewSession(living.digest, digest);
    await store.renewSession('no such session', unique('digest'));
    equal(await store.touchSession(living.digest, IDLE, NOW), undefined);
    equal(there(await store.touchSession(digest, IDLE, NOW)).session, { ...living, digest });
  });

  race('a session renewed many times at once has one token', async (store) => {
    const { session: living } = await activate(store);
    const digests = Array.from({ length: 10 }, () => unique('digest'));
    await Promise.all(digests.map((digest) => store.renewSession(living.digest, digest)));
    const found = await Promise.all([living.digest, ...digests].map((digest) => store.touchSession(digest, IDLE, NOW)));
    equal(found.filter(Boolean).length, 1);
  });
};
