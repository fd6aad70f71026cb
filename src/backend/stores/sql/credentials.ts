import { sql } from 'kysely';
import type { Instant, MailedToken } from '../../records.js';
import type { Db } from '../schema.js';

/** Sets a password. What `laterThan` says of its time is said here in SQL. */
export const setPassword = (trx: Db, accountId: string, passwordHash: string, now: Instant) =>
  trx
    .updateTable('accounts')
    .set((eb) => ({
      passwordHash,
      passwordChangedAt: eb
        .case()
        .when('passwordChangedAt', '<', now)
        .then(sql<number>`cast(${now} as bigint)`)
        .else(eb('passwordChangedAt', '+', 1))
        .end(),
    }))
    .where('id', '=', accountId);

/** Makes the account's unspent tokens of these purposes void. */
export async function voidTokens(trx: Db, accountId: string, ...purposes: MailedToken['purpose'][]): Promise<void> {
  const unspent = trx.deleteFrom('mailedTokens').where('accountId', '=', accountId).where('spentAt', 'is', null);
  await unspent.where('purpose', 'in', purposes).execute();
}
