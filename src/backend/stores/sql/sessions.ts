import { sql } from 'kysely';
import type { SessionsArea } from '../areas.js';
import { pick } from '../rules.js';
import type { Db } from '../schema.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';
import { ACCOUNT, SESSION } from './columns.js';

/** Who is logged in, in SQL. */
export const sessions = ({ db, act, once }: Acts): SessionsArea => ({
  openSession: (session, along) =>
    act(async (trx) => {
      await trx.insertInto('sessions').values(pick(session, SESSION)).execute();
      await carry(trx, along);
    }),

  async touchSession(digest, { idleMs }, now) {
    const touch = (one: Db) =>
      one
        .updateTable('sessions')
        .set(({ eb, ref }) => ({
          lastSeenAt: eb
            .case()
            .when('lastSeenAt', '<', now)
            .then(sql<number>`cast(${now} as bigint)`)
            .else(ref('lastSeenAt'))
            .end(),
        }))
        .where('digest', '=', digest)
        .where('expiresAt', '>', now)
        .where('lastSeenAt', '>', now - idleMs)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('accounts')
              .select('accounts.id')
              .whereRef('accounts.id', '=', 'sessions.accountId')
              .where('disabledAt', 'is', null),
          ),
        )
        .returning(SESSION);
    const session = await once((one) => touch(one).executeTakeFirst());
    if (!session) return undefined;
    const account = await db
      .selectFrom('accounts')
      .select(ACCOUNT)
      .where('id', '=', session.accountId)
      .executeTakeFirst();
    return account && { session, account };
  },

  closeSession: (digest, along) =>
    act(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('sessions')
        .where('digest', '=', digest)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0) await carry(trx, along);
    }),

  listSessions: (accountId, { idleMs }, now) =>
    db
      .selectFrom('sessions')
      .select(SESSION)
      .where('accountId', '=', accountId)
      .where('expiresAt', '>', now)
      .where('lastSeenAt', '>', now - idleMs)
      .orderBy('lastSeenAt', 'desc')
      .execute(),

  closeOtherSessions: (accountId, keepDigest, along) =>
    act(async (trx) => {
      const others = trx.deleteFrom('sessions').where('accountId', '=', accountId).where('digest', '!=', keepDigest);
      const ended = Number((await others.executeTakeFirstOrThrow()).numDeletedRows);
      if (ended > 0) await carry(trx, along);
      return ended;
    }),

  async renewSession(oldDigest, newDigest) {
    await once((one) =>
      one.updateTable('sessions').where('digest', '=', oldDigest).set({ digest: newDigest }).execute(),
    );
  },
});
