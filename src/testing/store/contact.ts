import type { Cases } from './cases.js';
import { equal, fails, tally, together } from './expect.js';
import { link, mailedToken, noting, NOW, unique } from './rows.js';
import { activate, eventNames, invite } from './world.js';

/** Contact information. */
export const contact: Cases = (test, race) => {
  test('changes what was given, on the account and on the record of its own person', async (store) => {
    const { account, person } = await activate(store);
    const other = (await invite(store)).invitation;
    await store.redeemForLink(
      { invitationId: other.id, link: link(account.id, other, { relationship: 'other' }) },
      NOW,
      noting(),
    );
    const changes = {
      homePhone: null,
      workPhone: '+15550199',
      email: 'new@example.com',
      emailConfirmedAt: NOW + 1,
      language: 'es',
    };
    equal(await store.updateContact({ accountId: account.id, changes }, noting('contact.updated')), 'updated');
    equal(await store.findAccount(account.id), { ...account, ...changes });
    const onRecord = { homePhone: null, workPhone: '+15550199', email: 'new@example.com' };
    equal(await store.findPerson(person.id), { ...person, ...onRecord });
    equal((await store.findPerson(other.personId))?.email, 'zoe@example.com', 'The record of somebody else');
    equal((await eventNames(store)).includes('contact.updated'), true, 'The event');
  });

  test('touches no record where the account is for somebody else', async (store) => {
    const { invitation: issued, person } = await invite(store);
    const { account } = await activate(store);
    await store.redeemForLink(
      { invitationId: issued.id, link: link(account.id, issued, { relationship: 'other' }) },
      NOW,
      noting(),
    );
    await store.updateContact({ accountId: account.id, changes: { mobilePhone: '+15550188' } }, noting());
    equal(await store.findPerson(person.id), person);
  });

  test('takes no change at all, and one of the language alone', async (store) => {
    const { account, person } = await activate(store);
    equal(await store.updateContact({ accountId: account.id, changes: {} }, noting()), 'updated');
    equal(await store.updateContact({ accountId: account.id, changes: { language: null } }, noting()), 'updated');
    equal(await store.findAccount(account.id), { ...account, language: null });
    equal(await store.findPerson(person.id), person);
    await fails(store.updateContact({ accountId: 'nobody', changes: {} }, noting()), 'A change of no account');
  });

  test('changes the user name with the address, unless somebody has it: then nothing changes', async (store) => {
    const [{ account, person }, { account: holder }] = [await activate(store), await activate(store)];
    const wish = (usernameKey: string) => ({
      accountId: account.id,
      changes: { email: 'new@example.com', emailConfirmedAt: NOW, homePhone: null },
      username: { username: 'New@example.com', usernameKey },
    });
    equal(await store.updateContact(wish(holder.usernameKey), noting('contact.updated')), 'username_taken');
    equal(await store.findAccount(account.id), account);
    equal(await store.findPerson(person.id), person);
    equal((await eventNames(store)).includes('contact.updated'), false, 'Events');

    const key = unique('name');
    equal(await store.updateContact(wish(key), noting()), 'updated');
    equal((await store.findAccountByName(key))?.id, account.id);
    equal(await store.findAccountByName(account.usernameKey), undefined, 'The old name');
    equal(await store.updateContact(wish(key), noting()), 'updated', 'Its own name again');
  });

  race('of ten accounts that want one name at once one gets it', async (store) => {
    const usernameKey = unique('name');
    const members = await together(10, () => activate(store));
    const outcomes = await Promise.all(
      members.map(({ account: { id: accountId } }) =>
        store.updateContact({ accountId, changes: {}, username: { username: 'wanted', usernameKey } }, noting()),
      ),
    );
    equal(tally(outcomes), { updated: 1, username_taken: 9 });
  });

  test('opens the token that confirms a new address, in place of an older one', async (store) => {
    const { account } = await activate(store);
    const [older, newer] = ['old@example.com', 'new@example.com'].map((address) =>
      mailedToken(account, { purpose: 'confirm-email', address }),
    );
    for (const confirmation of [older!, newer!]) {
      await store.updateContact({ accountId: account.id, changes: {}, confirmation }, noting());
    }
    equal(await store.confirmEmail({ digest: older!.digest }, NOW, noting()), false);
    equal(await store.findMailedToken(newer!.digest), newer);
    equal(await store.confirmEmail({ digest: newer!.digest }, NOW, noting()), true);
  });

  test('makes void what was mailed to an address that is no longer the account’s', async (store) => {
    const { account } = await activate(store);
    const [reset, confirm] = [mailedToken(account), mailedToken(account, { purpose: 'confirm-email' })];
    for (const token of [reset, confirm]) await store.openMailedToken(token, noting());
    await store.updateContact({ accountId: account.id, changes: { workPhone: null, email: account.email } }, noting());
    equal(await store.findMailedToken(reset.digest), reset, 'A token while the address stands');

    await store.updateContact({ accountId: account.id, changes: { email: 'new@example.com' } }, noting());
    equal(await store.resetPassword({ digest: reset.digest, newHash: 'stolen' }, NOW, noting()), false);
    equal(await store.confirmEmail({ digest: confirm.digest }, NOW, noting()), false);
  });
};
