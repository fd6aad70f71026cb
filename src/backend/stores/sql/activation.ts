import type { AccountLink, Instant } from '../../records.js';
import type { ActivationStore } from '../../ports.js';
import { pick } from '../rules.js';
import type { Db } from '../schema.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';
import { ACCOUNT, LINK, MAILED_TOKEN, SESSION, TICKET } from './columns.js';
import { isTaken } from './failures.js';
import { findLinks } from './links.js';
import { findInvitation, pendingInvitations } from './people.js';

type StoredLink = Omit<AccountLink, 'name'>;

/** Uses up the code that a link is for. The statement is the judge: of all callers, it finds a row for one. */
const useUp = (trx: Db, { invitationId, personId }: StoredLink, now: Instant) =>
  pendingInvitations(trx, now)
    .where('id', '=', invitationId)
    .where('personId', '=', personId)
    .set({ usedAt: now })
    .returning('id');

const spend = (trx: Db, digest: string, invitationId: string, now: Instant) =>
  trx
    .updateTable('tickets')
    .set({ spentAt: now })
    .where('digest', '=', digest)
    .where('invitationId', '=', invitationId)
    .where('spentAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('digest');

/** How a code becomes an account or a link, in SQL. */
export const activation = ({ db, act, hold }: Acts): ActivationStore => ({
  openTicket: (ticket, along) =>
    act(async (trx) => {
      await trx.insertInto('tickets').values(pick(ticket, TICKET)).execute();
      await carry(trx, along);
    }),

  async findTicket(digest) {
    const ticket = await db.selectFrom('tickets').select(TICKET).where('digest', '=', digest).executeTakeFirst();
    const found = ticket && (await findInvitation(db, 'id', ticket.invitationId));
    return found && { ticket, ...found };
  },

  async activateAccount({ ticketDigest, account, link, session, personEmail, confirmation }, now, along) {
    try {
      return await act<'activated' | 'ticket_spent'>(async (trx, undo) => {
        await hold(trx, 'people', link.personId);
        if ((await spend(trx, ticketDigest, link.invitationId, now).execute()).length === 0)
          return undo('ticket_spent');
        if ((await useUp(trx, link, now).execute()).length === 0) return undo('ticket_spent');

        await trx.insertInto('accounts').values(pick(account, ACCOUNT)).execute();
        await trx.insertInto('accountLinks').values(pick(link, LINK)).execute();
        await trx.insertInto('sessions').values(pick(session, SESSION)).execute();
        if (confirmation) await trx.insertInto('mailedTokens').values(pick(confirmation, MAILED_TOKEN)).execute();
        if (personEmail !== null) {
          await trx.updateTable('people').set({ email: personEmail }).where('id', '=', link.personId).execute();
        }
        await carry(trx, along);
        return 'activated';
      });
    } catch (error) {
      // All is undone: the code and the ticket are still good.
      if (isTaken(error, 'accounts', 'username_key')) return 'username_taken';
      throw error;
    }
  },

  findAccountByTicket: (digest) =>
    db
      .selectFrom('tickets')
      .innerJoin('accountLinks', 'accountLinks.invitationId', 'tickets.invitationId')
      .innerJoin('accounts', 'accounts.id', 'accountLinks.accountId')
      .selectAll('accounts')
      .where('tickets.digest', '=', digest)
      .where('tickets.spentAt', 'is not', null)
      .executeTakeFirst(),

  redeemForLink: ({ invitationId, link }, now, along) =>
    act<'linked' | 'unusable'>(async (trx, undo) => {
      const used = await useUp(trx, { ...link, invitationId }, now)
        .where('lockedAt', 'is', null)
        .execute();
      if (used.length === 0) return undo('unusable');
      await trx
        .insertInto('accountLinks')
        .values(pick({ ...link, invitationId }, LINK))
        .execute();
      await carry(trx, along);
      return 'linked';
    }),

  listLinks: (accountId) => findLinks(db, 'accountId', accountId),

  findLinkByInvitation: async (invitationId) => (await findLinks(db, 'invitationId', invitationId))[0],
});
