import { isRefusal, reserveAll, settleAll, type AttemptCounter } from '../../attempts.js';
import type { Instant } from '../../records.js';
import type { AttemptStore } from '../../ports.js';
import { pick } from '../rules.js';
import type { Db } from '../schema.js';
import type { Acts } from './acts.js';
import { COUNTER } from './columns.js';

/**
 * Reads counters and holds them until the act ends, so that parallel callers are counted one after the other. All that
 * hold several take them in the same order and so can't wait for each other; missing ones are made, since only what is
 * there can be held.
 */
async function holdCounters(trx: Db, keys: string[], now: Instant): Promise<Map<string, AttemptCounter>> {
  const fresh = { open: 0, failed: 0, windowStart: now, blockedUntil: 0, touchedAt: now };
  const rows = await trx
    .insertInto('attemptCounters')
    .values([...new Set(keys)].sort().map((key) => ({ key, ...fresh })))
    .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ open: eb.ref('attemptCounters.open') })))
    .returning(COUNTER)
    .execute();
  return new Map(rows.map((row) => [row.key, row]));
}

async function write(trx: Db, counters: Iterable<AttemptCounter>): Promise<void> {
  const [, ...counted] = COUNTER;
  await trx
    .insertInto('attemptCounters')
    .values([...counters].map((counter) => pick(counter, COUNTER)))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => Object.fromEntries(counted.map((column) => [column, eb.ref(`excluded.${column}`)]))),
    )
    .execute();
}

/**
 * What is counted, in SQL. Counting waits for no disk: the answer to whoever is counted does, since each ends in something
 * that is kept for good.
 */
export const attempts = ({ actInPassing, once }: Acts): AttemptStore => ({
  async reserveAttempt(rules, now) {
    if (rules.length === 0) return { rules, at: now, hopeless: false };
    return actInPassing(async (trx, undo) => {
      const counters = await holdCounters(
        trx,
        rules.map(({ key }) => key),
        now,
      );
      const answer = reserveAll(counters, rules, now);
      if (isRefusal(answer)) return undo(answer);
      await write(trx, counters.values());
      return { rules, at: now, ...answer };
    });
  },

  async settleAttempt({ rules }, outcome, now) {
    if (rules.length === 0) return { locked: [], ended: 0 };
    return actInPassing(async (trx) => {
      const counters = await holdCounters(
        trx,
        rules.map(({ key }) => key),
        now,
      );
      const settlement = settleAll(counters, rules, outcome, now);
      await write(trx, counters.values());
      return settlement;
    });
  },

  async clearAttempts(keys) {
    if (keys.length > 0) await once((one) => one.deleteFrom('attemptCounters').where('key', 'in', keys).execute());
  },

  noteDistinct: (subject, valueDigest, { most, since }, now) =>
    actInPassing(async (trx, undo) => {
      await holdCounters(trx, [`distinct:${subject}`], now);
      const inserted = await trx
        .insertInto('notedValues')
        .values({ subject, valueDigest, notedAt: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('subject')
        .execute();
      if (inserted.length === 0) return true;
      const { noted } = await trx
        .selectFrom('notedValues')
        .select(({ fn }) => fn.countAll<number>().as('noted'))
        .where('subject', '=', subject)
        .where('notedAt', '>=', since)
        .executeTakeFirstOrThrow();
      return noted <= most ? true : undo(false);
    }),
});
