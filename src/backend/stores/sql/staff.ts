import { sql } from 'kysely';
import { INVITATION_STATES } from '../../invitation-state.js';
import type { StaffStore } from '../../ports.js';
import { NOBODY, TRIES } from '../rules.js';
import type { Db } from '../schema.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';
import { findOwnPeople } from './links.js';
import { pendingInvitations, stateAt } from './people.js';

/** What staff look at and put an end to, in SQL. */
export const staff = ({ db, act, hold }: Acts): StaffStore => ({
  async countActivations(since, now) {
    const issued = db.selectFrom('invitations').where('issuedAt', '>=', since);
    const people = issued.select((eb) => eb.fn.count<number>('personId').distinct().as('count'));
    const byState = issued.select([stateAt(now).as('state'), (eb) => eb.fn.countAll<number>().as('count')]);
    const tries = db.selectFrom('events').where('at', '>=', since);
    const codes = tries.select((eb) => eb.fn.count<number>('invitationId').distinct().as('count'));
    const [invited, states, tried, verified, refusals] = await Promise.all([
      people.executeTakeFirstOrThrow(),
      byState.groupBy(sql`1`).execute(),
      codes.where('name', 'in', TRIES).executeTakeFirstOrThrow(),
      codes.where('name', '=', 'code.verified').executeTakeFirstOrThrow(),
      tries
        .where('name', '=', 'code.refused')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    ]);
    const countOf = (wanted: string): number => Number(states.find(({ state }) => state === wanted)?.count ?? 0);
    return {
      invited: Number(invited.count),
      tried: Number(tried.count),
      verified: Number(verified.count),
      refusals: Number(refusals.count),
      states: Object.fromEntries(INVITATION_STATES.map((state) => [state, countOf(state)])) as never,
    };
  },

  eraseAccount: (accountId, now, along) =>
    act(async (trx, undo) => {
      await hold(trx, 'accounts', accountId);
      const known = await trx.selectFrom('accounts').select('id').where('id', '=', accountId).executeTakeFirst();
      if (!known) return undo(false);
      const links = trx.selectFrom('accountLinks').where('accountId', '=', accountId);
      const used = (await links.select('invitationId').execute()).map(({ invitationId }) => invitationId);
      const own = await findOwnPeople(trx, accountId);
      await trx.insertInto('erasures').values({ accountId, erasedAt: now }).execute();
      await removeAccount(trx, accountId);
      if (used.length > 0) await trx.updateTable('invitations').set({ email: '' }).where('id', 'in', used).execute();
      if (own.length > 0) {
        await pendingInvitations(trx, now).where('personId', 'in', own).set({ revokedAt: now }).execute();
        await trx.updateTable('invitations').set({ email: '' }).where('personId', 'in', own).execute();
        await trx.updateTable('people').set(NOBODY).where('id', 'in', own).execute();
      }
      await carry(trx, along);
      return true;
    }),
});

async function removeAccount(trx: Db, accountId: string): Promise<void> {
  for (const table of ['consentEntries', 'mailedTokens', 'sessions', 'accountLinks'] as const)
    await trx.deleteFrom(table).where('accountId', '=', accountId).execute();
  await trx.deleteFrom('accounts').where('id', '=', accountId).execute();
}
