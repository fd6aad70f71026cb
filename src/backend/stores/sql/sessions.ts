import { sql } from 'kysely';
import type { Account, Instant, Session } from '../../records.js';
import type { SessionStore } from '../../ports.js';
import { pick } from '../rules.js';
import type { Db, Dialect } from '../schema.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';
import { ACCOUNT, SESSION } from './columns.js';
import { isOutage } from './failures.js';

const SESSION_WITH_ACCOUNT = [
  ...([
    'digest',
    'sessions.id as sessionId',
    'accountId',
    'startedAt',
    'lastSeenAt',
    'expiresAt',
    'userAgent',
  ] as const),
  ...(['username', 'usernameKey', 'email', 'emailConfirmedAt', 'passwordHash', 'passwordChangedAt'] as const),
  ...(['language', 'homePhone', 'workPhone', 'mobilePhone', 'createdAt', 'helpSeenAt', 'disabledAt'] as const),
];

/** Restarts the idle time of a session that is living still. */
const touch = (one: Db, digest: string, idleMs: number, now: Instant) =>
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

/** Begins a session of an account that is open and has the password still. The statement is the judge. */
function insertFor(
  trx: Db,
  session: Session,
  { passwordChangedAt }: Pick<Account, 'passwordChangedAt'>,
  dialect: Dialect,
) {
  const account = trx
    .selectFrom('accounts')
    .select(SESSION.map((column) => sql.val(session[column]).as(column)))
    .where('id', '=', session.accountId)
    .where('passwordChangedAt', '=', passwordChangedAt)
    .where('disabledAt', 'is', null);
  // Who changes the password at this moment is waited for, or waits, and then ends this session with the others.
  const held = dialect === 'postgres' ? account.forShare() : account;
  return trx.insertInto('sessions').columns(SESSION).expression(held).returning('id');
}

/** Who is logged in, in SQL. */
export const sessions = ({ db, dialect, act, actInPassing, once }: Acts): SessionStore => ({
  openSession: (session, checked, along) =>
    act(async (trx) => {
      const opened = await insertFor(trx, session, checked, dialect).execute();
      if (opened.length === 0) return false;
      await carry(trx, along);
      return true;
    }),

  async touchSession(digest, { idleMs, grainMs = 0 }, now) {
    const row = await db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
      .select(SESSION_WITH_ACCOUNT)
      .where('digest', '=', digest)
      .where('expiresAt', '>', now)
      .where('lastSeenAt', '>', now - idleMs)
      .where('disabledAt', 'is', null)
      .executeTakeFirst();
    if (!row) return undefined;
    const session = pick({ ...row, id: row.sessionId }, SESSION);
    const account = pick({ ...row, id: row.accountId }, ACCOUNT);
    // What a page asks at once is noted once.
    if (now - session.lastSeenAt < grainMs) return { session, account };
    const touched = await actInPassing((trx) => touch(trx, digest, idleMs, now).executeTakeFirst()).catch(
      (error: unknown) => {
        // Where nothing can be written, the disk is full for one, who is logged in still reads; it only isn't noted.
        if (isOutage(error)) return session;
        throw error;
      },
    );
    return touched && { session: touched, account };
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
