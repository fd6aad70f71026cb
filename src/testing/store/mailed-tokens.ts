import type { Cases } from './cases.js';
import { equal, fails, ok, tally, there, together } from './expect.js';
import { HOUR, IDLE, link, mailedToken, noting, NOW, session } from './rows.js';
import { activate, eventNames, invite, prepare } from './world.js';

/** Tokens that went out by mail. */
export const mailedTokens: Cases = (test, race) => {
  test('opens a token, and older ones of the same account and purpose become void', async (store) => {
    const [{ account }, other] = [await activate(store), await activate(store)];
    const [older, newer] = [mailedToken(account), mailedToken(account)];
    const others = [mailedToken(account, { purpose: 'confirm-email' }), mailedToken(other.account)];
    for (const token of [older, ...others, newer]) await store.openMailedToken(token, noting());
    for (const token of [newer, ...others]) equal(await store.findMailedToken(token.digest), token);
    equal(await store.resetPassword({ digest: older.digest, newHash: 'new' }, NOW, noting()), false);
    equal(await store.findMailedToken('no such token'), undefined);
    await fails(store.openMailedToken(mailedToken({ ...account, id: 'nobody' }), noting()), 'A token of no account');
  });

  race('of ten tokens opened at once one is good', async (store) => {
    const { account } = await activate(store);
    const tokens = Array.from({ length: 10 }, () => mailedToken(account));
    await Promise.all(tokens.map((token) => store.openMailedToken(token, noting())));
    const found = await Promise.all(tokens.map(({ digest }) => store.findMailedToken(digest)));
    equal(found.filter((token) => token?.spentAt === null).length, 1);
  });

  test('sets no password of a closed account, however late the token was opened', async (store) => {
    const { account } = await activate(store);
    await store.disableAccount(account.id, NOW, noting());
    const token = mailedToken(account);
    await store.openMailedToken(token, noting());
    equal(
      await store.resetPassword({ digest: token.digest, newHash: 'new' }, NOW + 1, noting('password.reset')),
      false,
    );
    equal(await store.findAccount(account.id), { ...account, disabledAt: NOW });
    equal((await eventNames(store)).includes('password.reset'), false, 'The event');
  });

  test('sets a password with a token, and all sessions end', async (store) => {
    const { account, session: living } = await activate(store);
    await store.openSession(session(account.id), account, noting());
    const token = mailedToken(account);
    await store.openMailedToken(token, noting());
    equal(await store.resetPassword({ digest: token.digest, newHash: 'new' }, NOW + 1, noting('password.reset')), true);
    equal(await store.findAccount(account.id), {
      ...account,
      passwordHash: 'new',
      passwordChangedAt: NOW + 1,
    });
    equal(await store.listSessions(account.id, IDLE, NOW), []);
    equal(await store.touchSession(living.digest, IDLE, NOW), undefined);
    equal((await eventNames(store)).includes('password.reset'), true, 'The event');
    equal(
      await store.resetPassword({ digest: token.digest, newHash: 'again' }, NOW + 1, noting()),
      false,
      'The second time',
    );
  });

  test('refuses a reset token that is unknown, expired, for something else, or from before a change', async (store) => {
    const { account, session: living } = await activate(store);
    const [reset, confirm] = [mailedToken(account), mailedToken(account, { purpose: 'confirm-email' })];
    for (const token of [reset, confirm]) await store.openMailedToken(token, noting());
    const attempt = (digest: string, now = NOW) =>
      store.resetPassword({ digest, newHash: 'stolen' }, now, noting('password.reset'));
    equal(await attempt('no such token'), false);
    equal(await attempt(reset.digest, NOW + HOUR), false, 'Expired');
    equal(await attempt(confirm.digest), false, 'For something else');
    const stale = mailedToken(account, { passwordChangedAt: NOW - 1 });
    await store.openMailedToken(stale, noting());
    equal(await attempt(stale.digest), false, 'From before a change');
    equal(await store.findAccount(account.id), account);
    equal(await store.findMailedToken(stale.digest), stale, 'The token itself');
    ok((await store.touchSession(living.digest, IDLE, NOW)) !== undefined, 'A session was ended.');
    equal((await eventNames(store)).includes('password.reset'), false, 'Events');
  });

  race('of ten resets with one token at once one wins', async (store) => {
    const { account } = await activate(store);
    const { digest } = mailedToken(account);
    await store.openMailedToken(mailedToken(account, { digest }), noting());
    const outcomes = await together(10, (index) =>
      store.resetPassword({ digest, newHash: `new ${index}` }, NOW, noting()),
    );
    equal(tally(outcomes), { true: 1, false: 9 });
    equal((await store.findAccount(account.id))?.passwordHash, `new ${outcomes.indexOf(true)}`);
  });

  test('confirms the address that a token names: on the account and on the record of its own person', async (store) => {
    const { account, person } = await activate(store, { account: { emailConfirmedAt: null } });
    const token = mailedToken(account, { purpose: 'confirm-email', address: 'new@example.com' });
    await store.openMailedToken(token, noting());
    equal(await store.confirmEmail({ digest: token.digest }, NOW + 1, noting('email.confirmed')), true);
    equal(await store.findAccount(account.id), { ...account, email: 'new@example.com', emailConfirmedAt: NOW + 1 });
    equal(await store.findPerson(person.id), { ...person, email: 'new@example.com' });
    equal(
      await store.confirmEmail({ digest: token.digest }, NOW + 1, noting('email.confirmed')),
      false,
      'The second time',
    );
    equal((await eventNames(store)).filter((name) => name === 'email.confirmed').length, 1, 'Events');
  });

  test('confirms it on the record of the first linked one where the account has no person of its own', async (store) => {
    const { person, invitation } = await invite(store);
    const act = await prepare(store, invitation);
    await store.activateAccount({ ...act, link: { ...act.link, relationship: 'other' } }, NOW, noting());
    const second = await invite(store);
    const further = link(act.account.id, second.invitation, { relationship: 'other', linkedAt: NOW + 1 });
    await store.redeemForLink({ invitationId: second.invitation.id, link: further }, NOW + 1, noting());
    const token = mailedToken(act.account, { purpose: 'confirm-email', address: 'new@example.com' });
    await store.openMailedToken(token, noting());
    equal(await store.confirmEmail({ digest: token.digest }, NOW, noting()), true);
    equal((await store.findPerson(person.id))?.email, 'new@example.com');
    equal(await store.findPerson(second.person.id), second.person);
  });

  test('changes the user name with the address, unless somebody else has it by now', async (store) => {
    const [mine, other] = [await activate(store), await activate(store)];
    const confirm = async (usernameKey: string) => {
      const token = mailedToken(mine.account, { purpose: 'confirm-email', address: usernameKey });
      await store.openMailedToken(token, noting());
      return store.confirmEmail(
        { digest: token.digest, username: { username: usernameKey, usernameKey } },
        NOW,
        noting(),
      );
    };
    equal(await confirm(other.account.usernameKey), false, 'A name that is taken');
    equal(await store.findAccount(mine.account.id), mine.account, 'Nothing has changed');
    equal(await confirm('moved@example.com'), true);
    equal((await store.findAccountByName('moved@example.com'))?.id, mine.account.id);
  });

  test('refuses a confirmation that is unknown, expired or for something else', async (store) => {
    const { account } = await activate(store);
    const [reset, confirm] = [
      mailedToken(account),
      mailedToken(account, { purpose: 'confirm-email', address: 'new@example.com' }),
    ];
    for (const token of [reset, confirm]) await store.openMailedToken(token, noting());
    equal(await store.confirmEmail({ digest: 'no such token' }, NOW, noting()), false);
    equal(await store.confirmEmail({ digest: confirm.digest }, NOW + HOUR, noting()), false, 'Expired');
    equal(await store.confirmEmail({ digest: reset.digest }, NOW, noting()), false, 'For something else');
    equal(await store.findAccount(account.id), account);
  });

  test('makes a reset token void that went to the address of before', async (store) => {
    const { account } = await activate(store);
    const [reset, confirm] = [
      mailedToken(account),
      mailedToken(account, { purpose: 'confirm-email', address: 'new@example.com' }),
    ];
    for (const token of [reset, confirm]) await store.openMailedToken(token, noting());
    equal(await store.confirmEmail({ digest: confirm.digest }, NOW, noting()), true);
    equal(await store.resetPassword({ digest: reset.digest, newHash: 'stolen' }, NOW, noting()), false);
  });

  race('of ten confirmations with one token at once one wins', async (store) => {
    const { account } = await activate(store);
    const token = mailedToken(account, { purpose: 'confirm-email' });
    await store.openMailedToken(token, noting());
    equal(tally(await together(10, () => store.confirmEmail({ digest: token.digest }, NOW, noting()))), {
      true: 1,
      false: 9,
    });
    equal(there(await store.findMailedToken(token.digest)).spentAt, NOW);
  });
};
