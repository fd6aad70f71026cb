import { invitationState } from '../../invitation-state.js';
import type { Instant, Invitation, InvitationWithPerson } from '../../records.js';
import type { PeopleStore } from '../../ports.js';
import { carry, type Database, type Sync } from './database.js';

/** Whether nothing has come of a code yet; an expired one can still be renewed by its holder. */
const isOpen = ({ usedAt, replacedAt, revokedAt }: Invitation): boolean =>
  usedAt === null && replacedAt === null && revokedAt === null;

/** Whether a code can still be used. A locked one can, by whoever holds a ticket opened before. */
export const isPending = (invitation: Invitation, now: Instant): boolean =>
  isOpen(invitation) && invitation.expiresAt > now;

/** An invitation and the one it is for. */
export const withPerson = (db: Database, invitation: Invitation): InvitationWithPerson => ({
  invitation,
  person: db.people.demand(invitation.personId),
});

const newestFirst = (invitations: Invitation[]): Invitation[] =>
  invitations.reverse().sort((a, b) => b.issuedAt - a.issuedAt);

/** People and their codes, in memory. */
export const people = (db: Database): Sync<PeopleStore> => ({
  addPerson(person, along) {
    if (person.reference !== null && db.people.find(({ reference }) => reference === person.reference))
      return 'reference_taken';
    db.people.insert(person);
    carry(db, along);
    return 'added';
  },

  findPerson: (id) => db.people.get(id),

  findPersonByReference: (wanted) => db.people.find(({ reference }) => reference === wanted),

  issueInvitation(invitation, { replaceOlder }, along) {
    db.people.demand(invitation.personId);
    if (db.invitations.find(({ codeDigest }) => codeDigest === invitation.codeDigest)) {
      throw new Error('There is such a code already.');
    }
    if (replaceOlder) {
      const now = invitation.issuedAt;
      const older = db.invitations.filter((one) => one.personId === invitation.personId && isPending(one, now));
      for (const one of older) db.invitations.put({ ...one, replacedAt: now });
    }
    db.invitations.insert(invitation);
    carry(db, along);
  },

  findInvitation(wanted) {
    const found = db.invitations.find(({ codeDigest }) => codeDigest === wanted);
    return found && withPerson(db, found);
  },

  findInvitationById(id) {
    const found = db.invitations.get(id);
    return found && withPerson(db, found);
  },

  correctPerson(person, along) {
    db.people.demand(person.id);
    const holder = person.reference !== null && db.people.find(({ reference }) => reference === person.reference);
    if (holder && holder.id !== person.id) throw new Error('There is somebody with that reference already.');
    db.people.put(person);
    carry(db, along);
  },

  listInvitations: ({ limit, offset, state }) =>
    newestFirst(db.invitations.filter((one) => !state || invitationState(one, state.now) === state.is))
      .slice(offset, offset + limit)
      .map((invitation) => withPerson(db, invitation)),

  listInvitationsOf: (personId) => newestFirst(db.invitations.filter((one) => one.personId === personId)),

  revokeInvitation(id, now, along) {
    const found = db.invitations.get(id);
    if (!found || !isOpen(found)) return false;
    db.invitations.put({ ...found, revokedAt: now });
    carry(db, along);
    return true;
  },

  lockInvitation(id, now, along) {
    const found = db.invitations.get(id);
    if (!found || found.lockedAt !== null) return false;
    db.invitations.put({ ...found, lockedAt: now });
    carry(db, along);
    return true;
  },
});
