import type { Instant, MailedToken } from '../../records.js';
import type { MailedTokenStore } from '../../ports.js';
import { pick } from '../rules.js';
import type { Db } from '../schema.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';
import { MAILED_TOKEN } from './columns.js';
import { setPassword, voidTokens } from './credentials.js';
import { findOwnPerson } from './links.js';
import { isTaken } from './failures.js';

/** Spends a token. The statement is the judge: of all callers, it finds a row for one. */
async function spend(trx: Db, digest: string, purpose: MailedToken['purpose'], now: Instant): Promise<boolean> {
  const spent = await trx
    .updateTable('mailedTokens')
    .set({ spentAt: now })
    .where('digest', '=', digest)
    .where('purpose', '=', purpose)
    .where('spentAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('digest')
    .execute();
  return spent.length === 1;
}

const find = (db: Db, digest: string): Promise<MailedToken | undefined> =>
  db.selectFrom('mailedTokens').select(MAILED_TOKEN).where('digest', '=', digest).executeTakeFirst();

/** Tokens that went out by mail, in SQL. */
export const mailedTokens = ({ db, act, hold }: Acts): MailedTokenStore => ({
  openMailedToken: (token, along) =>
    act(async (trx) => {
      // Two opened at once would else not see each other, and both stay.
      await hold(trx, 'accounts', token.accountId);
      await voidTokens(trx, token.accountId, token.purpose);
      await trx.insertInto('mailedTokens').values(pick(token, MAILED_TOKEN)).execute();
      await carry(trx, along);
    }),

  findMailedToken: (digest) => find(db, digest),

  resetPassword: ({ digest, newHash }, now, along) =>
    act(async (trx, undo) => {
      const token = await find(trx, digest);
      if (!token) return undo(false);
      const { accountId, passwordChangedAt } = token;
      const unchanged = setPassword(trx, accountId, newHash, now)
        .where('passwordChangedAt', '=', passwordChangedAt)
        .where('disabledAt', 'is', null);
      if ((await unchanged.returning('id').execute()).length === 0) return undo(false);
      if (!(await spend(trx, digest, 'reset-password', now))) return undo(false);
      await trx.deleteFrom('sessions').where('accountId', '=', accountId).execute();
      await voidTokens(trx, accountId, 'reset-password');
      await carry(trx, along);
      return true;
    }),

  async confirmEmail({ digest, username }, now, along) {
    try {
      return await act(async (trx, undo) => {
        const token = await find(trx, digest);
        if (!token) return undo(false);
        const { accountId, address } = token;
        await hold(trx, 'accounts', accountId);
        if (!(await spend(trx, digest, 'confirm-email', now))) return undo(false);
        const account = trx.selectFrom('accounts').select('email').where('id', '=', accountId);
        const { email } = await account.executeTakeFirstOrThrow();
        const confirmed = { email: address, emailConfirmedAt: now, ...username };
        await trx.updateTable('accounts').set(confirmed).where('id', '=', accountId).execute();
        const person = await findOwnPerson(trx, accountId, true);
        if (person) await trx.updateTable('people').set({ email: address }).where('id', '=', person).execute();
        // Whoever reads the old mailbox must not be able to use what was mailed there.
        if (email !== address) await voidTokens(trx, accountId, 'reset-password');
        await carry(trx, along);
        return true;
      });
    } catch (error) {
      if (isTaken(error, 'accounts', 'username_key')) return false;
      throw error;
    }
  },
});
