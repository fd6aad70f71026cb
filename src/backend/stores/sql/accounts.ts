import type { AccountStore } from '../../ports.js';
import { CONTACT, CONTACT_ON_RECORD, pick } from '../rules.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';
import { ACCOUNT, MAILED_TOKEN, SESSION } from './columns.js';
import { setPassword, voidTokens } from './credentials.js';
import { isTaken } from './failures.js';
import { findOwnPerson } from './links.js';

/** Accounts and what is kept on them, in SQL. */
export const accounts = ({ db, act, once, hold }: Acts): AccountStore => ({
  findAccount: (id) => db.selectFrom('accounts').select(ACCOUNT).where('id', '=', id).executeTakeFirst(),

  findAccountByName: (usernameKey) =>
    db.selectFrom('accounts').select(ACCOUNT).where('usernameKey', '=', usernameKey).executeTakeFirst(),

  async rehashPassword(accountId, oldHash, newHash) {
    await once((one) => {
      const unchanged = one.updateTable('accounts').where('id', '=', accountId).where('passwordHash', '=', oldHash);
      return unchanged.set({ passwordHash: newHash }).execute();
    });
  },

  changePassword: ({ accountId, oldHash, newHash, session }, now, along) =>
    act(async (trx) => {
      const unchanged = setPassword(trx, accountId, newHash, now)
        .where('passwordHash', '=', oldHash)
        .where('disabledAt', 'is', null);
      if ((await unchanged.returning('id').execute()).length === 0) return false;
      await trx.deleteFrom('sessions').where('accountId', '=', accountId).execute();
      await voidTokens(trx, accountId, 'reset-password');
      await trx.insertInto('sessions').values(pick(session, SESSION)).execute();
      await carry(trx, along);
      return true;
    }),

  async updateContact({ accountId, changes, username, confirmation }, along) {
    const onAccount = { ...pick(changes, CONTACT), ...username };
    const onRecord = pick(changes, CONTACT_ON_RECORD);
    try {
      return await act<'updated'>(async (trx) => {
        await hold(trx, 'accounts', accountId);
        const one = trx.selectFrom('accounts').select('email').where('id', '=', accountId);
        const { email } = await one.executeTakeFirstOrThrow();
        if (Object.keys(onAccount).length > 0) {
          await trx.updateTable('accounts').set(onAccount).where('id', '=', accountId).execute();
        }
        const own = Object.keys(onRecord).length > 0 ? await findOwnPerson(trx, accountId) : undefined;
        if (own) await trx.updateTable('people').set(onRecord).where('id', '=', own).execute();

        // Whoever reads the old mailbox must not be able to use what was mailed there.
        if (changes.email !== undefined && changes.email !== email) {
          await voidTokens(trx, accountId, 'reset-password', 'confirm-email');
        }
        if (confirmation) {
          await voidTokens(trx, accountId, 'confirm-email');
          await trx.insertInto('mailedTokens').values(pick(confirmation, MAILED_TOKEN)).execute();
        }
        await carry(trx, along);
        return 'updated';
      });
    } catch (error) {
      if (isTaken(error, 'accounts', 'username_key')) return 'username_taken';
      throw error;
    }
  },

  async markHelpSeen(accountId, now) {
    await once((one) => {
      const unseen = one.updateTable('accounts').where('id', '=', accountId).where('helpSeenAt', 'is', null);
      return unseen.set({ helpSeenAt: now }).execute();
    });
  },

  disableAccount: (accountId, now, along) =>
    act(async (trx) => {
      const one = trx.updateTable('accounts').where('id', '=', accountId).set({ disabledAt: now });
      await one.returning('id').executeTakeFirstOrThrow();
      if (now !== null) {
        await trx.deleteFrom('sessions').where('accountId', '=', accountId).execute();
        await voidTokens(trx, accountId, 'reset-password', 'confirm-email');
      }
      await carry(trx, along);
    }),
});
