import type { Cases } from './cases.js';
import { equal, ok, tally, together } from './expect.js';
import { account, letter, link, noting, NOW, unique } from './rows.js';
import { activate, invite, prepare } from './world.js';

/** Who gets the account when many want it at once. */
export const activationRaces: Cases = (_test, race) => {
  race('of fifty callers with one code exactly one gets the account', async (store) => {
    const { invitation } = await invite(store);
    const before = await store.countLetters();
    const acts = await together(50, () => prepare(store, invitation));
    const outcomes = await Promise.all(
      acts.map((act) => store.activateAccount(act, NOW, { letters: [letter()], events: [] })),
    );
    equal(tally(outcomes), { activated: 1, ticket_spent: 49 });
    const accounts = await Promise.all(acts.map((act) => store.findAccount(act.account.id)));
    equal(accounts.filter(Boolean).length, 1, 'Accounts');
    equal((await store.countLetters()).waiting, before.waiting + 1, 'Letters');
    const winner = acts[outcomes.indexOf('activated')]!;
    equal((await store.findLinkByInvitation(invitation.id))?.accountId, winner.account.id);
  });

  race('of fifty callers with one ticket exactly one gets the account', async (store) => {
    const { invitation } = await invite(store);
    const { ticketDigest } = await prepare(store, invitation);
    const acts = await together(50, async () => ({ ...(await prepare(store, invitation)), ticketDigest }));
    const outcomes = await Promise.all(acts.map((act) => store.activateAccount(act, NOW, noting())));
    equal(tally(outcomes), { activated: 1, ticket_spent: 49 });
  });

  race('of fifty codes with one user name exactly one gets it, and the others stay good', async (store) => {
    const usernameKey = unique('name');
    const acts = await together(50, async () => {
      const { invitation } = await invite(store);
      return prepare(store, invitation, { account: { usernameKey } });
    });
    const outcomes = await Promise.all(acts.map((act) => store.activateAccount(act, NOW, noting())));
    equal(tally(outcomes), { activated: 1, username_taken: 49 });
    const codes = await Promise.all(acts.map(({ link: { invitationId } }) => store.findInvitationById(invitationId)));
    equal(codes.filter((code) => code?.invitation.usedAt === null).length, 49, 'Codes still good');
    const loser = acts[outcomes.indexOf('username_taken')]!;
    const renamed = { ...loser, account: { ...loser.account, usernameKey: unique('name') } };
    equal(await store.activateAccount(renamed, NOW, noting()), 'activated');
  });

  race('of twenty-five who link a code and twenty-five who activate it exactly one succeeds', async (store) => {
    const { invitation } = await invite(store);
    const members = await together(25, () => activate(store));
    const acts = await together(25, () => prepare(store, invitation));
    const outcomes = await Promise.all([
      ...acts.map((act) => store.activateAccount(act, NOW, noting())),
      ...members.map((member) =>
        store.redeemForLink({ invitationId: invitation.id, link: link(member.account.id, invitation) }, NOW, noting()),
      ),
    ]);
    const { activated = 0, linked = 0, ticket_spent: spent = 0, unusable = 0 } = tally(outcomes);
    equal(activated + linked, 1, 'Successes');
    equal(spent + unusable, 49, 'Refusals');
    const owner = await store.findLinkByInvitation(invitation.id);
    const owners = [...acts, ...members].filter((one) => one.account.id === owner?.accountId);
    equal(owners.length, 1, 'Owners');
  });

  race('a code that is replaced while it is used is either used or replaced', async (store) => {
    const { invitation, person } = await invite(store);
    const acts = await together(5, () => prepare(store, invitation));
    const newer = { ...invitation, id: unique('invitation'), codeDigest: unique('code') };
    const [, ...outcomes] = await Promise.all([
      store.issueInvitation(newer, { replaceOlder: true }, noting()),
      ...acts.map((act) => store.activateAccount({ ...act, personEmail: 'new@example.com' }, NOW, noting())),
    ]);
    const { usedAt, replacedAt } = (await store.findInvitationById(invitation.id))!.invitation;
    ok((usedAt === null) !== (replacedAt === null), 'The code is neither or both.');
    equal(outcomes.includes('activated'), usedAt !== null);
    equal((await store.findPerson(person.id))?.email, usedAt === null ? person.email : 'new@example.com');
  });

  race('of two accounts that want one name one gets it, whether it is made or renamed', async (store) => {
    const { account: present } = await activate(store);
    const { invitation } = await invite(store);
    const wanted = account();
    const act = await prepare(store, invitation, { account: { usernameKey: wanted.usernameKey } });
    const { username, usernameKey } = wanted;
    const outcomes = await Promise.all([
      store.activateAccount(act, NOW, noting()),
      store.updateContact(
        { accountId: present.id, changes: { email: username }, username: { username, usernameKey } },
        noting(),
      ),
    ]);
    equal(tally(outcomes)['username_taken'], 1);
  });
};
