import { isRefusal, reserveAll, settleAll, type AttemptCounter, type AttemptRule } from '../../attempts.js';
import type { AttemptStore } from '../../ports.js';
import type { Database, Sync } from './database.js';

const countersOf = (db: Database, rules: readonly AttemptRule[]): Map<string, AttemptCounter> =>
  new Map(rules.flatMap(({ key }) => (db.counters.get(key) ? [[key, db.counters.get(key)!]] : [])));

/** What is counted, in memory. */
export const attempts = (db: Database): Sync<AttemptStore> => ({
  reserveAttempt(rules, now) {
    const counters = countersOf(db, rules);
    const answer = reserveAll(counters, rules, now);
    if (isRefusal(answer)) return answer;
    for (const counter of counters.values()) db.counters.put(counter);
    return { rules, at: now, ...answer };
  },

  settleAttempt({ rules }, outcome, now) {
    const counters = countersOf(db, rules);
    const settlement = settleAll(counters, rules, outcome, now);
    for (const counter of counters.values()) db.counters.put(counter);
    return settlement;
  },

  clearAttempts(keys) {
    for (const key of keys) db.counters.remove(key);
  },

  noteDistinct(subject, valueDigest, { most, since }, now) {
    const noted = db.noted.filter((note) => note.subject === subject);
    if (noted.some((note) => note.valueDigest === valueDigest)) return true;
    if (noted.filter(({ notedAt }) => notedAt >= since).length >= most) return false;
    db.noted.insert({ subject, valueDigest, notedAt: now });
    return true;
  },
});
