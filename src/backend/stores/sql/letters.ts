import type { LetterStore } from '../../ports.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';

/** Mail that waits, in SQL. */
export const letters = ({ db, dialect, act, once }: Acts): LetterStore => ({
  queueLetters: (waiting) => act((trx) => carry(trx, { letters: waiting, events: [] })),

  claimLetters: ({ limit, leaseMs }, now) =>
    act(async (trx) => {
      const due = await trx
        .selectFrom('letters')
        .select(['id', 'kind', 'payload', 'queuedAt', 'attempts'])
        .where('state', '=', 'waiting')
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .orderBy('position')
        .limit(limit)
        // Another worker's letters are passed over, not waited for.
        .$if(dialect === 'postgres', (query) => query.forUpdate().skipLocked())
        .execute();
      if (due.length === 0) return [];
      await trx
        .updateTable('letters')
        .set((eb) => ({ dueAt: now + leaseMs, attempts: eb('attempts', '+', 1) }))
        .where(
          'id',
          'in',
          due.map(({ id }) => id),
        )
        .execute();
      return due.map((letter) => ({ ...letter, payload: letter.payload ?? '', attempts: letter.attempts + 1 }));
    }),

  async letterSent(id, now) {
    await once((one) => {
      const unsent = one.updateTable('letters').where('id', '=', id).where('state', '!=', 'sent');
      return unsent.set({ state: 'sent', payload: null, sentAt: now }).execute();
    });
  },

  async letterFailed(id, retryAt, reason, { counts } = { counts: true }) {
    const next = retryAt === null ? { state: 'parked' as const } : { dueAt: retryAt };
    await once((one) => {
      // What went out meanwhile stays out: somebody's lease may have ended while they were still sending.
      const waiting = one.updateTable('letters').where('id', '=', id).where('state', '=', 'waiting');
      const counted = counts ? waiting : waiting.set((eb) => ({ attempts: eb('attempts', '-', 1) }));
      return counted.set({ ...next, failure: reason }).execute();
    });
  },

  async releaseLetters(now) {
    const released = await once((one) => {
      const parked = one.updateTable('letters').where('state', '=', 'parked');
      return parked.set({ state: 'waiting', queuedAt: now, dueAt: now, attempts: 0 }).returning('id').execute();
    });
    return released.length;
  },

  async countLetters() {
    const rows = await db
      .selectFrom('letters')
      .select(['state', ({ fn }) => fn.countAll<number>().as('letters')])
      .where('state', 'in', ['waiting', 'parked'])
      .groupBy('state')
      .execute();
    const count = (state: string): number => rows.find((row) => row.state === state)?.letters ?? 0;
    return { waiting: count('waiting'), parked: count('parked') };
  },
});
