import type { Cases } from './cases.js';
import { equal, fails, ok, tally, there, together } from './expect.js';
import { IDLE, mailedToken, noting, NOW, session } from './rows.js';
import { activate, eventNames } from './world.js';

/** Accounts and what is kept on them. */
export const accounts: Cases = (test, race) => {
  test('knows no account that nobody made', async (store) => {
    equal(await store.findAccount('nobody'), undefined);
    equal(await store.findAccountByName('nobody'), undefined);
  });

  test('replaces a hash by a stronger one of the same password, if it still stands', async (store) => {
    const { account } = await activate(store);
    await store.rehashPassword(account.id, 'another hash', 'stronger');
    equal(await store.findAccount(account.id), account);
    await store.rehashPassword(account.id, account.passwordHash, 'stronger');
    equal(await store.findAccount(account.id), { ...account, passwordHash: 'stronger' });
  });

  test('changes a password: all sessions end, mailed reset tokens are void, the given session begins', async (store) => {
    const { account, session: first } = await activate(store);
    const [second, next] = [session(account.id), session(account.id)];
    await store.openSession(second, account, noting());
    const [reset, confirm] = [mailedToken(account), mailedToken(account, { purpose: 'confirm-email' })];
    for (const token of [reset, confirm]) await store.openMailedToken(token, noting());

    const act = { accountId: account.id, oldHash: account.passwordHash, newHash: 'new', session: next };
    equal(await store.changePassword(act, NOW + 1, noting()), true);
    equal(await store.findAccount(account.id), { ...account, passwordHash: 'new', passwordChangedAt: NOW + 1 });
    for (const { digest } of [first, second]) equal(await store.touchSession(digest, IDLE, NOW + 1), undefined);
    ok((await store.touchSession(next.digest, IDLE, NOW + 1)) !== undefined, 'The given session does not live.');
    equal(await store.resetPassword({ digest: reset.digest, newHash: 'stolen' }, NOW + 1, noting()), false);
    equal(
      await store.confirmEmail({ digest: confirm.digest }, NOW + 1, noting()),
      true,
      'A token that confirms an address',
    );
  });

  test('changes no password under a hash that doesn’t stand', async (store) => {
    const { account, session: living } = await activate(store);
    const act = { accountId: account.id, oldHash: 'another hash', newHash: 'new', session: session(account.id) };
    equal(await store.changePassword(act, NOW, noting('password.changed')), false);
    equal(await store.findAccount(account.id), account);
    ok((await store.touchSession(living.digest, IDLE, NOW)) !== undefined, 'A session was ended.');
    equal(await store.touchSession(act.session.digest, IDLE, NOW), undefined);
    equal((await eventNames(store)).includes('password.changed'), false, 'Events');
  });

  race('of two changes of a password at once one wins', async (store) => {
    const { account } = await activate(store);
    const change = (index: number) => {
      const act = {
        accountId: account.id,
        oldHash: account.passwordHash,
        newHash: `new ${index}`,
        session: session(account.id),
      };
      return store.changePassword(act, NOW + 1, noting());
    };
    const outcomes = await together(2, change);
    equal(tally(outcomes), { true: 1, false: 1 });
    equal((await store.findAccount(account.id))?.passwordHash, `new ${outcomes.indexOf(true)}`);
    equal((await store.listSessions(account.id, IDLE, NOW)).length, 1, 'Sessions');
  });

  test('dates every change of a password later than the one before, whatever the clock says', async (store) => {
    const { account } = await activate(store);
    const stale = mailedToken(account);
    for (const [oldHash, newHash] of [
      [account.passwordHash, 'one'],
      ['one', 'two'],
    ] as const) {
      await store.changePassword(
        { accountId: account.id, oldHash, newHash, session: session(account.id) },
        NOW,
        noting(),
      );
    }
    ok(there(await store.findAccount(account.id)).passwordChangedAt > NOW, 'Two changes bear the same date.');
    // Opened by a request that began before the change.
    await store.openMailedToken(stale, noting());
    equal(await store.resetPassword({ digest: stale.digest, newHash: 'stolen' }, NOW, noting()), false);
  });

  test('marks the first time that the help was seen', async (store) => {
    const { account } = await activate(store);
    await store.markHelpSeen(account.id, NOW + 1);
    await store.markHelpSeen(account.id, NOW + 2);
    equal((await store.findAccount(account.id))?.helpSeenAt, NOW + 1);
  });

  test('closes an account: its sessions end and its tokens are void; and opens it again', async (store) => {
    const [{ account, session: living }, other] = [await activate(store), await activate(store)];
    const tokens = [mailedToken(account), mailedToken(account, { purpose: 'confirm-email' })] as const;
    for (const token of tokens) await store.openMailedToken(token, noting());
    await store.disableAccount(account.id, NOW + 1, noting('account.closed'));
    equal((await store.findAccount(account.id))?.disabledAt, NOW + 1);
    equal(await store.touchSession(living.digest, IDLE, NOW + 1), undefined);
    ok((await store.touchSession(other.session.digest, IDLE, NOW + 1)) !== undefined, 'Another’s session was ended.');
    equal(await store.resetPassword({ digest: tokens[0].digest, newHash: 'new' }, NOW + 1, noting()), false);
    equal(await store.confirmEmail({ digest: tokens[1].digest }, NOW + 1, noting()), false);

    await store.disableAccount(account.id, null, noting());
    equal(await store.findAccount(account.id), account);
    equal((await eventNames(store)).includes('account.closed'), true, 'The event');
    await fails(store.disableAccount('nobody', NOW, noting()), 'Closing no account');
  });
};
