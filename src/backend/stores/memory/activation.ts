import type { AccountLink, Instant, Invitation } from '../../records.js';
import type { ActivationStore } from '../../ports.js';
import { carry, type Database, type Sync } from './database.js';
import { isPending, withPerson } from './people.js';

type StoredLink = Omit<AccountLink, 'name'>;

/** Links as they are read: with the person's name as it stands now. */
const named = (db: Database, link: StoredLink): AccountLink => {
  const { givenName, familyName } = db.people.demand(link.personId);
  return { ...link, name: `${givenName} ${familyName}`.trim() };
};

/** The links of an account, oldest first. */
export const linksOf = (db: Database, accountId: string): StoredLink[] =>
  db.links.filter((link) => link.accountId === accountId).sort((a, b) => a.linkedAt - b.linkedAt);

/** The invitation that a link uses up, if it can be used. */
function usable(db: Database, { invitationId, personId }: StoredLink, now: Instant): Invitation | undefined {
  const invitation = db.invitations.get(invitationId);
  return invitation?.personId === personId && isPending(invitation, now) ? invitation : undefined;
}

/** How a code becomes an account or a link, in memory. */
export const activation = (db: Database): Sync<ActivationStore> => ({
  openTicket(ticket, along) {
    db.invitations.demand(ticket.invitationId);
    db.tickets.insert(ticket);
    carry(db, along);
  },

  findTicket(digest) {
    const ticket = db.tickets.get(digest);
    return ticket && { ticket, ...withPerson(db, db.invitations.demand(ticket.invitationId)) };
  },

  activateAccount({ ticketDigest, account, link, session, personEmail, confirmation }, now, along) {
    const ticket = db.tickets.get(ticketDigest);
    if (!ticket || ticket.spentAt !== null || ticket.expiresAt <= now) return 'ticket_spent';
    const invitation = ticket.invitationId === link.invitationId ? usable(db, link, now) : undefined;
    if (!invitation) return 'ticket_spent';
    if (db.accounts.find(({ usernameKey }) => usernameKey === account.usernameKey)) return 'username_taken';

    db.tickets.put({ ...ticket, spentAt: now });
    db.invitations.put({ ...invitation, usedAt: now });
    db.accounts.insert(account);
    db.links.insert(link);
    db.sessions.insert(session);
    if (personEmail !== null) db.people.put({ ...db.people.demand(link.personId), email: personEmail });
    if (confirmation) db.mailedTokens.insert(confirmation);
    carry(db, along);
    return 'activated';
  },

  findAccountByTicket(digest) {
    const ticket = db.tickets.get(digest);
    if (!ticket || ticket.spentAt === null) return undefined;
    const link = db.links.find(({ invitationId }) => invitationId === ticket.invitationId);
    return link && db.accounts.get(link.accountId);
  },

  redeemForLink({ invitationId, link }, now, along) {
    const invitation = invitationId === link.invitationId ? usable(db, link, now) : undefined;
    if (!invitation || invitation.lockedAt !== null) return 'unusable';
    db.accounts.demand(link.accountId);
    db.invitations.put({ ...invitation, usedAt: now });
    db.links.insert(link);
    carry(db, along);
    return 'linked';
  },

  listLinks: (accountId) => linksOf(db, accountId).map((link) => named(db, link)),

  findLinkByInvitation(wanted) {
    const link = db.links.find(({ invitationId }) => invitationId === wanted);
    return link && named(db, link);
  },
});
