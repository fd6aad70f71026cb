import type { Store } from '../../backend/ports.js';
import type { Invitation } from '../../backend/records.js';
import type { Cases } from './cases.js';
import { equal, fails } from './expect.js';
import { invitation, link, noting, NOW } from './rows.js';
import { activate, eventNames, invite, prepare } from './world.js';

const redeem = (store: Store, accountId: string, to: Invitation, now = NOW, more: Parameters<typeof link>[2] = {}) =>
  store.redeemForLink({ invitationId: to.id, link: link(accountId, to, more) }, now, noting('code.linked'));

/** How an account gets further links. */
export const linking: Cases = (test, race) => {
  test('uses up a code for an account that exists', async (store) => {
    const { account, link: own } = await activate(store);
    const { invitation: issued, person } = await invite(store, { person: { givenName: 'Kim', familyName: '' } });
    equal(await redeem(store, account.id, issued, NOW + 1, { relationship: 'other', linkedAt: NOW + 1 }), 'linked');
    const links = await store.listLinks(account.id);
    equal(
      links.map(({ personId, name, relationship }) => [personId, name, relationship]),
      [
        [own.personId, 'Zoë Ångström-李', 'self'],
        [person.id, 'Kim', 'other'],
      ],
    );
    equal((await store.findInvitationById(issued.id))?.invitation.usedAt, NOW + 1);
    equal(await store.findLinkByInvitation(issued.id), links[1]);
  });

  test('lists links oldest first, also those of one moment', async (store) => {
    const { account, link: own } = await activate(store);
    const made = [own.id];
    for (let more = 0; more < 4; more += 1) {
      const next = link(account.id, (await invite(store)).invitation);
      await store.redeemForLink({ invitationId: next.invitationId, link: next }, NOW, noting());
      made.push(next.id);
    }
    equal(
      (await store.listLinks(account.id)).map(({ id }) => id),
      made,
    );
    equal(await store.listLinks('no such account'), []);
    equal(await store.findLinkByInvitation('no such code'), undefined);
  });

  test('refuses a code that is unknown, used, expired, replaced, revoked or locked, and leaves nothing', async (store) => {
    const { account, invitation: used } = await activate(store);
    const issue = async () => (await invite(store)).invitation;
    const [expired, replaced, revoked, locked] = [await issue(), await issue(), await issue(), await issue()];
    const newer = invitation({ personId: replaced.personId });
    await store.issueInvitation(newer, { replaceOlder: true }, noting());
    await store.revokeInvitation(revoked.id, NOW, noting());
    await store.lockInvitation(locked.id, NOW, noting());
    equal(await redeem(store, account.id, expired, expired.expiresAt), 'unusable', 'Expired');
    for (const code of [used, replaced, revoked, locked, invitation({ personId: used.personId })]) {
      equal(await redeem(store, account.id, code), 'unusable');
    }
    equal((await store.listLinks(account.id)).length, 1, 'Links');
    equal((await eventNames(store)).includes('code.linked'), false, 'Events');
    equal((await store.findInvitationById(locked.id))?.invitation.usedAt, null);
  });

  test('links the person of the code and nobody else', async (store) => {
    const [{ account }, mine, other] = [await activate(store), await invite(store), await invite(store)];
    const crossed = { ...mine.invitation, personId: other.person.id };
    equal(await redeem(store, account.id, crossed), 'unusable');
    await fails(redeem(store, 'no such account', mine.invitation), 'A link for no account');
    equal((await store.findInvitationById(mine.invitation.id))?.invitation.usedAt, null);
  });

  test('leaves an open ticket of a code that was linked without a use', async (store) => {
    const { account } = await activate(store);
    const { invitation: issued } = await invite(store);
    const act = await prepare(store, issued);
    equal(await redeem(store, account.id, issued), 'linked');
    equal(await store.activateAccount(act, NOW, noting()), 'ticket_spent');
    equal(await store.findAccountByTicket(act.ticketDigest), undefined);
  });

  race('one account that links a code ten times at once links it once', async (store) => {
    const { account } = await activate(store);
    const { invitation: issued } = await invite(store);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => redeem(store, account.id, issued)));
    equal(outcomes.filter((outcome) => outcome === 'linked').length, 1);
    equal((await store.listLinks(account.id)).length, 2);
  });
};
