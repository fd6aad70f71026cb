import { sql } from 'kysely';
import type { LastingCounters } from '../../attempts.js';
import type { AuditEvent, Instant } from '../../records.js';
import type { TrailStore } from '../../ports.js';
import type { Db, EventRow } from '../schema.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';

const asEvent = ({ at, name, accountId, personId, invitationId, detail }: EventRow): AuditEvent => ({
  at,
  name,
  ...(accountId !== null && { accountId }),
  ...(personId !== null && { personId }),
  ...(invitationId !== null && { invitationId }),
  ...(detail !== null && { detail: JSON.parse(detail) as NonNullable<AuditEvent['detail']> }),
});

/** Counters that nobody has touched since, but for those that wait and those that last. */
const forgettable = (one: Db, before: Instant, lasting: LastingCounters[], now: Instant) =>
  one
    .deleteFrom('attemptCounters')
    .where('touchedAt', '<', before)
    .where('blockedUntil', '<=', now)
    .where(({ eb, and, or, not }) =>
      and(
        lasting.map(({ prefix, since, failures }) =>
          not(
            and([
              sql<boolean>`substr(${sql.ref('key')}, 1, ${prefix.length}) = ${prefix}`,
              or([eb('touchedAt', '>=', since), ...(failures === undefined ? [] : [eb('failed', '>=', failures)])]),
            ]),
          ),
        ),
      ),
    );

/** The trail and housekeeping, in SQL. */
export const trail = ({ db, act, once }: Acts): TrailStore => ({
  recordEvents: (events) => act((trx) => carry(trx, { events })),

  async listEvents({ accountId, since, limit, offset }) {
    let query = db.selectFrom('events').select(['at', 'name', 'accountId', 'personId', 'invitationId', 'detail']);
    if (accountId !== undefined) query = query.where('accountId', '=', accountId);
    if (since !== undefined) query = query.where('at', '>=', since);
    if (limit !== undefined) query = query.limit(limit);
    if (offset !== undefined) query = query.offset(offset);
    return (await query.orderBy('at').orderBy('position').execute()).map(asEvent);
  },

  async forgetExpired(before, { idleMs, lasting = [] }, now) {
    const had = [
      (one: Db) => one.deleteFrom('tickets').where('expiresAt', '<', before),
      (one: Db) =>
        one
          .deleteFrom('sessions')
          .where(({ eb, or }) => or([eb('expiresAt', '<=', now), eb('lastSeenAt', '<=', now - idleMs)])),
      (one: Db) =>
        one
          .deleteFrom('mailedTokens')
          .where(({ eb, or }) => or([eb('expiresAt', '<', before), eb('spentAt', '<', before)])),
      (one: Db) => one.deleteFrom('letters').where('state', '=', 'sent').where('sentAt', '<', before),
      (one: Db) => forgettable(one, before, lasting, now),
      (one: Db) => one.deleteFrom('notedValues').where('notedAt', '<', before),
    ];
    // Each by itself: one long transaction would keep everybody waiting, and what is left over goes the next time.
    for (const deletion of had) await once((one) => deletion(one).execute());
  },

  async rememberSecret(mark) {
    const kept = db.selectFrom('marks').select('mark').where('name', '=', 'secret');
    const before = await kept.executeTakeFirst();
    if (before) return before.mark;
    const mine = { name: 'secret', mark };
    await once((one) =>
      one
        .insertInto('marks')
        .values(mine)
        .onConflict((on) => on.doNothing())
        .execute(),
    );
    return (await kept.executeTakeFirstOrThrow()).mark;
  },

  async ping() {
    await sql`select 1`.execute(db);
  },

  close: () => db.destroy(),
});
