import type { Store } from '../../backend/ports.js';
import type { Along, Invitation } from '../../backend/records.js';
import type { Cases } from './cases.js';
import { equal, fails, tally, there } from './expect.js';
import { IDLE, invitation, letter, mailedToken, MINUTE, noting, NOW, session, ticket } from './rows.js';
import { activate, eventNames, invite, prepare } from './world.js';

type Activation = Parameters<Store['activateAccount']>[0];

const withLetter = (): Along => ({ letters: [letter()], events: [{ at: NOW, name: 'account.created' }] });

/** Tries an activation, and demands that it is refused and has left nothing. */
async function refuses(store: Store, act: Activation, why: string, now = NOW): Promise<void> {
  const before = await store.countLetters();
  equal(await store.activateAccount(act, now, withLetter()), why);
  equal(await store.findAccount(act.account.id), undefined, 'The account of a refused activation');
  equal(await store.touchSession(act.session.digest, IDLE, now), undefined, 'Its session');
  equal(await store.listLinks(act.account.id), [], 'Its links');
  equal(await store.countLetters(), before, 'Letters');
  equal((await eventNames(store)).includes('account.created'), false, 'Its event');
}

const usedAt = async (store: Store, { id }: Invitation) => (await store.findInvitationById(id))?.invitation.usedAt;

/** How a code becomes an account. */
export const activation: Cases = (test) => {
  test('opens a ticket and finds it with its code and its person', async (store) => {
    const invited = await invite(store);
    const opened = ticket(invited.invitation.id);
    await store.openTicket(opened, noting());
    equal(await store.findTicket(opened.digest), { ticket: opened, ...invited });
    equal(await store.findTicket('no such ticket'), undefined);
    await fails(store.openTicket(ticket('no such code'), noting()), 'A ticket for no code');
  });

  test('makes the account, its link and its session, and uses up the ticket and the code', async (store) => {
    const { person, invitation: issued } = await invite(store);
    const act = await prepare(store, issued, { account: { homePhone: '+15550100', emailConfirmedAt: null } });
    equal(await store.findAccountByTicket(act.ticketDigest), undefined);
    equal(await store.activateAccount(act, NOW, withLetter()), 'activated');

    equal(await store.findAccount(act.account.id), act.account);
    equal(await store.findAccountByName(act.account.usernameKey), act.account);
    equal(await store.touchSession(act.session.digest, IDLE, NOW), { session: act.session, account: act.account });
    equal(await store.listLinks(act.account.id), [{ ...act.link, name: 'Zoë Ångström-李' }]);
    equal(await usedAt(store, issued), NOW);
    equal((await store.findTicket(act.ticketDigest))?.ticket.spentAt, NOW);
    equal(await store.findAccountByTicket(act.ticketDigest), act.account);
    equal((await store.findPerson(person.id))?.email, person.email, 'The address on file');
    equal((await store.countLetters()).waiting, 1, 'Letters');
    equal((await eventNames(store)).includes('account.created'), true, 'The event');
  });

  test('puts a new address on the person’s record, and opens the token that confirms it', async (store) => {
    const { person, invitation: issued } = await invite(store);
    const act = await prepare(store, issued);
    const confirmation = mailedToken(act.account, { purpose: 'confirm-email' });
    await store.activateAccount({ ...act, personEmail: 'new@example.com', confirmation }, NOW, noting());
    equal((await store.findPerson(person.id))?.email, 'new@example.com');
    equal(await store.findMailedToken(confirmation.digest), confirmation);
  });

  test('refuses an unknown, an expired and a spent ticket', async (store) => {
    const { invitation: issued } = await invite(store);
    const act = await prepare(store, issued, { ticket: { expiresAt: NOW + MINUTE } });
    await refuses(store, { ...act, ticketDigest: 'no such ticket' }, 'ticket_spent');
    await refuses(store, act, 'ticket_spent', NOW + MINUTE);
    equal(await usedAt(store, issued), null, 'The code');
    const spent = await activate(store);
    const again = await prepare(store, spent.invitation);
    await store.clearAttempts([]);
    equal(await store.activateAccount({ ...again, ticketDigest: spent.ticketDigest }, NOW, noting()), 'ticket_spent');
  });

  test('refuses a code that has expired since, was used, replaced or revoked', async (store) => {
    const spoil: Record<string, (issued: Invitation) => Promise<unknown>> = {
      revoked: ({ id }) => store.revokeInvitation(id, NOW, noting()),
      replaced: ({ personId }) => store.issueInvitation(invitation({ personId }), { replaceOlder: true }, noting()),
    };
    for (const [how, act] of Object.entries(spoil)) {
      const { invitation: issued } = await invite(store);
      const ready = await prepare(store, issued);
      await act(issued);
      await refuses(store, ready, 'ticket_spent');
      equal((await store.findTicket(ready.ticketDigest))?.ticket.spentAt, null, `The ticket of a code that was ${how}`);
    }
    const short = await invite(store, { invitation: { expiresAt: NOW + MINUTE } });
    await refuses(store, await prepare(store, short.invitation), 'ticket_spent', NOW + MINUTE);

    const { invitation: issued } = await invite(store);
    const [first, second] = [await prepare(store, issued), await prepare(store, issued)];
    await refuses(store, { ...second, ticketDigest: 'no such ticket' }, 'ticket_spent');
    equal(await store.activateAccount(first, NOW, noting()), 'activated');
    await refuses(store, second, 'ticket_spent');
    equal(await store.findAccountByTicket(second.ticketDigest), undefined, 'The account of a ticket that made none');
  });

  test('takes a ticket for its own code and its own person only', async (store) => {
    const [mine, other] = [await invite(store), await invite(store)];
    const act = await prepare(store, mine.invitation);
    await refuses(
      store,
      { ...act, link: { ...act.link, invitationId: other.invitation.id, personId: other.person.id } },
      'ticket_spent',
    );
    await refuses(store, { ...act, link: { ...act.link, personId: other.person.id } }, 'ticket_spent');
    equal(await store.activateAccount(act, NOW, noting()), 'activated');
  });

  test('lets a ticket go on that was opened before its code was locked', async (store) => {
    const { invitation: issued } = await invite(store);
    const act = await prepare(store, issued);
    await store.lockInvitation(issued.id, NOW, noting());
    equal(await store.activateAccount(act, NOW, noting()), 'activated');
  });

  test('changes nothing where the user name is taken: code and ticket are still good', async (store) => {
    const { account: holder } = await activate(store);
    const { person, invitation: issued } = await invite(store);
    const act = await prepare(store, issued, {
      account: { usernameKey: holder.usernameKey },
      act: { personEmail: 'new@example.com' },
    });
    await refuses(store, act, 'username_taken');
    equal(await usedAt(store, issued), null, 'The code');
    equal((await store.findTicket(act.ticketDigest))?.ticket.spentAt, null, 'The ticket');
    equal(await store.findPerson(person.id), person, 'The record');
    const free = { ...act, account: { ...act.account, usernameKey: 'free@example.com' } };
    equal(await store.activateAccount(free, NOW, noting()), 'activated');
  });

  test('says that a ticket is spent before it says that a name is taken', async (store) => {
    const done = await activate(store);
    const again = await prepare(store, done.invitation, { account: { usernameKey: done.account.usernameKey } });
    equal(await store.activateAccount({ ...again, ticketDigest: done.ticketDigest }, NOW, noting()), 'ticket_spent');
    equal(await store.activateAccount(again, NOW, noting()), 'ticket_spent');
  });

  test('leaves nothing where something else stands in the way', async (store) => {
    const { session: other } = await activate(store);
    const { invitation: issued } = await invite(store);
    const act = await prepare(store, issued);
    const clash = { ...act, session: session(act.account.id, { digest: other.digest }) };
    await fails(store.activateAccount(clash, NOW, noting()), 'An activation with somebody else’s session');
    equal(await store.findAccount(act.account.id), undefined);
    equal(await usedAt(store, issued), null);
    equal(await store.activateAccount(act, NOW, noting()), 'activated');
    equal(tally((await store.listLinks(act.account.id)).map(({ invitationId }) => invitationId)), { [issued.id]: 1 });
    equal(there(await store.findLinkByInvitation(issued.id)).accountId, act.account.id);
  });
};
