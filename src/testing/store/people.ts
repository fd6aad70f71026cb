import { equal, fails, ok, tally, there, together } from './expect.js';
import type { Cases } from './cases.js';
import { DAY, invitation, letter, noting, NOW, person, unique } from './rows.js';
import { activate, eventNames, invite, prepare } from './world.js';

/** People and their codes. */
export const people: Cases = (test, race) => {
  test('keeps people on file as they were given, and finds them by id and reference', async (store) => {
    const full = person({ reference: unique('reference') });
    const bare = person({ email: null, birthdate: null, homePhone: null, mobilePhone: null });
    await store.addPerson(full, noting());
    await store.addPerson(bare, noting());
    equal(await store.findPerson(full.id), full);
    equal(await store.findPerson(bare.id), bare);
    equal(await store.findPersonByReference(there(full.reference)), full);
    equal(await store.findPerson('nobody'), undefined);
    equal(await store.findPersonByReference('nobody'), undefined);
  });

  test('refuses a second person under one reference, and nothing of it is left', async (store) => {
    const first = person({ reference: unique('reference') });
    const second = person({ reference: first.reference });
    equal(await store.addPerson(first, noting()), 'added');
    equal(await store.addPerson(second, noting('person.twice')), 'reference_taken', 'The second person');
    equal(await store.findPersonByReference(there(first.reference)), first);
    equal(await store.findPerson(second.id), undefined);
    ok(!(await eventNames(store)).includes('person.twice'), 'An event went along with a change that was refused.');
  });

  race('of five people under one reference at once one is put on file', async (store) => {
    const reference = unique('reference');
    const add = () => store.addPerson(person({ reference }), noting());
    equal(tally(await together(5, add)), { added: 1, reference_taken: 4 });
  });

  test('gives copies away: changing them changes nothing, nor does changing what was given', async (store) => {
    const given = person();
    const name = given.familyName;
    await store.addPerson(given, noting());
    given.familyName = 'Changed';
    const read = there(await store.findPerson(given.id));
    read.familyName = 'Changed too';
    equal((await store.findPerson(given.id))?.familyName, name);
  });

  test('finds a code by its digest and by its id, with its person', async (store) => {
    const { person: invited, invitation: issued } = await invite(store);
    equal(await store.findInvitation(issued.codeDigest), { invitation: issued, person: invited });
    equal(await store.findInvitationById(issued.id), { invitation: issued, person: invited });
    equal(await store.findInvitation('no such code'), undefined);
    equal(await store.findInvitationById('no such code'), undefined);
  });

  test('refuses a code for nobody, and a code that exists', async (store) => {
    const { invitation: issued } = await invite(store);
    const issue = (of: typeof issued) => store.issueInvitation(of, { replaceOlder: true }, noting());
    await fails(issue(invitation({ personId: 'nobody' })), 'A code for nobody');
    const twice = invitation({ personId: issued.personId, codeDigest: issued.codeDigest });
    await fails(issue(twice), 'A code issued twice');
    equal((await store.findInvitationById(issued.id))?.invitation.replacedAt, null, 'The code of the refused act');
  });

  test('replaces the same person’s pending codes when told to, and no others', async (store) => {
    const { person: invited, invitation: pending } = await invite(store);
    const personId = invited.id;
    const other = await invite(store);
    const expired = invitation({ personId, issuedAt: NOW - 40 * DAY, expiresAt: NOW });
    const revoked = invitation({ personId });
    for (const one of [expired, revoked]) await store.issueInvitation(one, { replaceOlder: false }, noting());
    await store.revokeInvitation(revoked.id, NOW, noting());

    const newer = invitation({ personId, issuedAt: NOW + 1 });
    await store.issueInvitation(newer, { replaceOlder: true }, noting());
    const replacedAt = async (id: string) => (await store.findInvitationById(id))?.invitation.replacedAt;
    equal(await replacedAt(pending.id), NOW + 1, 'The pending code');
    for (const id of [newer.id, expired.id, revoked.id, other.invitation.id]) equal(await replacedAt(id), null, id);
  });

  test('leaves older codes alone unless told', async (store) => {
    const { invitation: older } = await invite(store);
    const newer = invitation({ personId: older.personId });
    await store.issueInvitation(newer, { replaceOlder: false }, noting());
    equal((await store.findInvitationById(older.id))?.invitation, older);
  });

  race('of ten codes issued at once for one person one stays pending', async (store) => {
    const { person: invited } = await invite(store);
    const codes = Array.from({ length: 10 }, () => invitation({ personId: invited.id }));
    await Promise.all(codes.map((code) => store.issueInvitation(code, { replaceOlder: true }, noting())));
    const found = await Promise.all(codes.map(({ id }) => store.findInvitationById(id)));
    equal(found.filter((one) => one?.invitation.replacedAt === null).length, 1);
  });

  test('lists codes by the page, newest first, with their people', async (store) => {
    const first = await invite(store, { invitation: { issuedAt: NOW - DAY } });
    const third = await invite(store, { invitation: { issuedAt: NOW + 2 } });
    const second = await invite(store, { invitation: { issuedAt: NOW + 1 } });
    const alike = await invite(store, { invitation: { issuedAt: NOW + 2 } });
    const page = async (limit: number, offset: number) => store.listInvitations({ limit, offset });
    equal(await page(2, 0), [alike, third]);
    equal(await page(2, 2), [second, first]);
    equal(await page(2, 4), []);
  });

  test('revokes a code once, also after it has expired, but none that was used or replaced', async (store) => {
    const { invitation: issued } = await invite(store);
    equal(await store.revokeInvitation(issued.id, NOW + 1, noting('code.revoked')), true);
    equal(await store.revokeInvitation(issued.id, NOW + 2, noting('code.revoked')), false);
    equal((await store.findInvitationById(issued.id))?.invitation, { ...issued, revokedAt: NOW + 1 });
    equal((await eventNames(store)).filter((name) => name === 'code.revoked').length, 1, 'Events');
    equal(await store.revokeInvitation('no such code', NOW, noting()), false);
    const { invitation: late } = await invite(store);
    equal(await store.revokeInvitation(late.id, late.expiresAt, noting()), true, 'An expired code');
    equal((await store.findInvitationById(late.id))?.invitation.revokedAt, late.expiresAt);
    const { invitation: used } = await activate(store);
    const { invitation: replaced } = await invite(store);
    const newer = invitation({ personId: replaced.personId });
    await store.issueInvitation(newer, { replaceOlder: true }, noting());
    for (const { id } of [used, replaced]) equal(await store.revokeInvitation(id, NOW + 1, noting()), false, id);
  });

  test('revokes a locked code too: somebody may hold a ticket for it', async (store) => {
    const { invitation: issued } = await invite(store);
    const act = await prepare(store, issued);
    await store.lockInvitation(issued.id, NOW, noting());
    equal(await store.revokeInvitation(issued.id, NOW, noting()), true);
    equal(await store.activateAccount(act, NOW, noting()), 'ticket_spent');
  });

  race('of twenty callers who lock a code one did it, and its letter goes out once', async (store) => {
    const { invitation: issued } = await invite(store);
    const before = await store.countLetters();
    const lock = () => store.lockInvitation(issued.id, NOW, { letters: [letter()], events: [] });
    equal(tally(await together(20, lock)), { true: 1, false: 19 });
    equal((await store.findInvitationById(issued.id))?.invitation.lockedAt, NOW);
    equal((await store.countLetters()).waiting, before.waiting + 1, 'Letters');
    equal(await store.lockInvitation('no such code', NOW, noting()), false);
  });
};
