import type { LetterStore } from '../../ports.js';
import { carry, type Database, type Sync } from './database.js';

/** Mail that waits, in memory. */
export const letters = (db: Database): Sync<LetterStore> => ({
  queueLetters: (waiting) => carry(db, { letters: waiting, events: [] }),

  claimLetters({ limit, leaseMs }, now) {
    return db.letters
      .filter(({ state, dueAt }) => state === 'waiting' && dueAt <= now)
      .sort((a, b) => a.dueAt - b.dueAt)
      .slice(0, limit)
      .map((letter) => {
        const attempts = letter.attempts + 1;
        db.letters.put({ ...letter, attempts, dueAt: now + leaseMs });
        const { id, kind, payload, queuedAt } = letter;
        return { id, kind, payload: payload ?? '', queuedAt, attempts };
      });
  },

  letterSent(id, now) {
    const letter = db.letters.get(id);
    if (letter && letter.state !== 'sent') db.letters.put({ ...letter, state: 'sent', payload: null, sentAt: now });
  },

  letterFailed(id, retryAt, reason, { counts } = { counts: true }) {
    const letter = db.letters.get(id);
    // What went out meanwhile stays out: somebody's lease may have ended while they were still sending.
    if (letter?.state !== 'waiting') return;
    const attempts = letter.attempts - (counts ? 0 : 1);
    db.letters.put({
      ...letter,
      attempts,
      failure: reason,
      ...(retryAt === null ? { state: 'parked' } : { dueAt: retryAt }),
    });
  },

  releaseLetters(now) {
    const parked = db.letters.filter(({ state }) => state === 'parked');
    for (const letter of parked)
      db.letters.put({ ...letter, state: 'waiting', queuedAt: now, dueAt: now, attempts: 0 });
    return parked.length;
  },

  countLetters: () => ({
    waiting: db.letters.filter(({ state }) => state === 'waiting').length,
    parked: db.letters.filter(({ state }) => state === 'parked').length,
  }),
});
