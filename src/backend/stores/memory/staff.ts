import { INVITATION_STATES, invitationState } from '../../invitation-state.js';
import type { StaffStore } from '../../ports.js';
import { NOBODY, TRIES } from '../rules.js';
import { linksOf } from './activation.js';
import { carry, type Database, type Sync } from './database.js';
import { isPending } from './people.js';

/** What staff look at and put an end to, in memory. */
export const staff = (db: Database): Sync<StaffStore> => ({
  countActivations(since, now) {
    const issued = db.invitations.filter(({ issuedAt }) => issuedAt >= since);
    const events = db.events.filter(({ event }) => event.at >= since).map(({ event }) => event);
    const codes = (...names: string[]): number =>
      new Set(events.flatMap(({ name, invitationId }) => (names.includes(name) && invitationId ? [invitationId] : [])))
        .size;
    const states = issued.map((invitation) => invitationState(invitation, now));
    return {
      invited: new Set(issued.map(({ personId }) => personId)).size,
      tried: codes(...TRIES),
      verified: codes('code.verified'),
      refusals: events.filter(({ name }) => name === 'code.refused').length,
      states: Object.fromEntries(
        INVITATION_STATES.map((state) => [state, states.filter((each) => each === state).length]),
      ) as never,
    };
  },

  eraseAccount(accountId, now, along) {
    if (!db.accounts.get(accountId)) return false;
    const links = linksOf(db, accountId);
    const own = links.filter(({ relationship }) => relationship === 'self').map(({ personId }) => personId);
    const used = links.map(({ invitationId }) => invitationId);
    for (const table of [db.consents, db.mailedTokens, db.sessions, db.links])
      (table as typeof db.sessions).removeWhere((row) => row.accountId === accountId);
    db.accounts.remove(accountId);
    for (const invitation of db.invitations.filter(({ id, personId }) => used.includes(id) || own.includes(personId))) {
      const revoked = own.includes(invitation.personId) && isPending(invitation, now);
      db.invitations.put({ ...invitation, email: '', ...(revoked && { revokedAt: now }) });
    }
    for (const person of own) db.people.put({ ...db.people.demand(person), ...NOBODY });
    carry(db, along);
    return true;
  },
});
