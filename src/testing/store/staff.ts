import type { Cases } from './cases.js';
import { equal, fails, ok, tally, there, together } from './expect.js';
import { consent, DAY, IDLE, invitation, link, mailedToken, noting, NOW, person, unique } from './rows.js';
import { activate, eventNames, invite, prepare } from './world.js';

/** What staff look at, correct and put an end to. */
export const staff: Cases = (test, race) => {
  test('corrects what is on file about a person, and nobody else', async (store) => {
    const [{ person: known }, other] = [await invite(store), await invite(store)];
    const corrected = { ...known, birthdate: '1991-03-01', mobilePhone: null, reference: unique('reference') };
    await store.correctPerson(corrected, noting('person.corrected'));
    equal(await store.findPerson(known.id), corrected);
    equal(await store.findPerson(other.person.id), other.person);
    equal((await eventNames(store)).includes('person.corrected'), true, 'The event');
    await fails(store.correctPerson(person(), noting()), 'Correcting nobody');
    const taken = store.correctPerson({ ...other.person, reference: corrected.reference }, noting('person.twice'));
    await fails(taken, 'A reference that somebody has');
    equal((await eventNames(store)).includes('person.twice'), false, 'The event of what was refused');
  });

  test('lists the codes of one person, newest first', async (store) => {
    const { person: known, invitation: first } = await invite(store, { invitation: { issuedAt: NOW - DAY } });
    await invite(store);
    const newer = invitation({ personId: known.id });
    await store.issueInvitation(newer, { replaceOlder: false }, noting());
    equal(await store.listInvitationsOf(known.id), [newer, first]);
    equal(await store.listInvitationsOf('nobody'), []);
  });

  test('tells codes by what has become of them', async (store) => {
    const { invitation: used } = await activate(store);
    const [pending, locked, revoked, replaced] = [
      (await invite(store)).invitation,
      (await invite(store)).invitation,
      (await invite(store)).invitation,
      (await invite(store)).invitation,
    ];
    const { invitation: expired } = await invite(store, { invitation: { expiresAt: NOW } });
    await store.lockInvitation(locked.id, NOW, noting());
    await store.revokeInvitation(revoked.id, NOW, noting());
    const newer = invitation({ personId: replaced.personId });
    await store.issueInvitation(newer, { replaceOlder: true }, noting());
    const ids = async (is: Parameters<typeof store.listInvitations>[0]['state'] & object) =>
      (await store.listInvitations({ limit: 10, offset: 0, state: is })).map(({ invitation: { id } }) => id).sort();
    for (const [is, expected] of [
      ['pending', [pending.id, newer.id]],
      ['used', [used.id]],
      ['expired', [expired.id]],
      ['replaced', [replaced.id]],
      ['revoked', [revoked.id]],
      ['locked', [locked.id]],
    ] as const)
      equal(await ids({ is, now: NOW }), [...expected].sort(), is);
    equal((await ids({ is: 'expired', now: NOW + 60 * DAY })).length, 4, 'Later on');
    const { states, invited } = await store.countActivations(0, NOW);
    equal(states, { pending: 2, used: 1, expired: 1, replaced: 1, revoked: 1, locked: 1 });
    equal(invited, 6, 'People');
  });

  test('counts who tried and who came through since a moment', async (store) => {
    const [early, late] = [
      (await invite(store, { invitation: { issuedAt: NOW - DAY } })).invitation.id,
      (await invite(store)).invitation.id,
    ];
    const at = (time: number, name: string, invitationId?: string) =>
      store.recordEvents([{ at: time, name, ...(invitationId && { invitationId }) }]);
    await at(NOW - DAY, 'code.refused', early);
    for (const id of [late, late, undefined]) await at(NOW, 'code.refused', id);
    for (const id of [late, late]) await at(NOW, 'code.verified', id);
    await at(NOW, 'session.started');
    const counts = async (since: number) => {
      const { states: _, ...rest } = await store.countActivations(since, NOW);
      return rest;
    };
    equal(await counts(0), { invited: 2, tried: 2, verified: 1, refusals: 4 });
    equal(await counts(NOW), { invited: 1, tried: 1, verified: 1, refusals: 3 });
    equal(await counts(NOW + 1), { invited: 0, tried: 0, verified: 0, refusals: 0 });
  });

  test('erases an account and what is on file about its person; codes stay used, the trail and others stay', async (store) => {
    const { account, person: own, session: living, invitation: used } = await activate(store);
    const other = await activate(store);
    const child = await invite(store);
    const act = {
      invitationId: child.invitation.id,
      link: link(account.id, child.invitation, { relationship: 'other' }),
    };
    await store.redeemForLink(act, NOW, noting());
    const pending = invitation({ personId: own.id });
    await store.issueInvitation(pending, { replaceOlder: false }, noting());
    await store.openMailedToken(mailedToken(account), noting());
    for (const { id } of [account, other.account])
      await store.recordConsent(consent(id), noting('consent.accepted', { accountId: id }));

    equal(await store.eraseAccount(account.id, NOW, noting('account.erased', { accountId: account.id })), true);
    equal(await store.findAccount(account.id), undefined);
    equal(await store.findAccountByName(account.usernameKey), undefined);
    equal(await store.touchSession(living.digest, IDLE, NOW), undefined, 'The session');
    equal(await store.listConsentEntries(account.id), []);
    equal(await store.listLinks(account.id), []);
    equal(there(await store.findPerson(own.id)), {
      ...{ id: own.id, kind: own.kind, reference: null, givenName: '', familyName: '', email: null, birthdate: null },
      ...{ homePhone: null, workPhone: null, mobilePhone: null },
    });
    const code = async (id: string) => there(await store.findInvitationById(id)).invitation;
    equal(await code(used.id), { ...used, email: '', usedAt: (await code(used.id)).usedAt });
    ok((await code(used.id)).usedAt !== null, 'A used code came to life.');
    equal((await code(pending.id)).revokedAt, NOW, 'The pending code');
    equal((await code(child.invitation.id)).email, '', 'The address that the linked code went to');
    equal(await store.findPerson(child.person.id), child.person, 'The linked person');

    equal((await store.listEvents({ accountId: account.id })).at(-1)?.name, 'account.erased');
    equal((await store.listConsentEntries(other.account.id)).length, 1, 'Somebody else’s consents');
    equal(await store.findAccount(other.account.id), other.account);
    equal(await store.eraseAccount(account.id, NOW, noting('account.erased')), false, 'The second time');
    equal((await eventNames(store)).filter((name) => name === 'account.erased').length, 1, 'Events');
  });

  test('erases every record of an account’s own person, and the codes that wait for it', async (store) => {
    const { account, person: first } = await activate(store);
    const second = await invite(store);
    const act = {
      invitationId: second.invitation.id,
      link: link(account.id, second.invitation, { relationship: 'self' }),
    };
    await store.redeemForLink(act, NOW, noting());
    const pending = invitation({ personId: second.person.id });
    await store.issueInvitation(pending, { replaceOlder: false }, noting());
    await store.eraseAccount(account.id, NOW, noting());
    for (const { id } of [first, second.person]) {
      const { givenName, familyName, email, birthdate, homePhone } = there(await store.findPerson(id));
      equal([givenName, familyName, email, birthdate, homePhone], ['', '', null, null, null]);
    }
    const { revokedAt, email } = there(await store.findInvitationById(pending.id)).invitation;
    equal([revokedAt, email], [NOW, ''], 'The pending code');
  });

  test('gives the name of an erased account away again, and its codes to nobody', async (store) => {
    const { account, invitation: used } = await activate(store);
    await store.eraseAccount(account.id, NOW, noting());
    const next = await prepare(store, (await invite(store)).invitation, {
      account: { usernameKey: account.usernameKey },
    });
    equal(await store.activateAccount(next, NOW, noting()), 'activated');
    const again = { invitationId: used.id, link: link(next.account.id, used) };
    equal(await store.redeemForLink(again, NOW, noting()), 'unusable');
  });

  race('of five who erase an account at once one does', async (store) => {
    const { account } = await activate(store);
    const erase = () => store.eraseAccount(account.id, NOW, noting());
    equal(tally(await together(5, erase)), { true: 1, false: 4 });
  });
};
