import { isRefusal, reserve, settle, type AttemptCounter } from '../../attempts.js';
import type { AttemptsArea } from '../areas.js';
import type { Database, Sync } from './database.js';

/** What is counted, in memory. */
export const attempts = (db: Database): Sync<AttemptsArea> => ({
  reserveAttempt(rules, now) {
    const counted = new Map<string, AttemptCounter>();
    for (const rule of rules) {
      const answer = reserve(counted.get(rule.key) ?? db.counters.get(rule.key), rule, now);
      if (isRefusal(answer)) return answer;
      counted.set(rule.key, answer);
    }
    for (const counter of counted.values()) db.counters.put(counter);
    return { rules, at: now };
  },

  settleAttempt({ rules }, outcome, now) {
    const locked: string[] = [];
    for (const rule of rules) {
      const settled = settle(db.counters.get(rule.key), rule, outcome, now);
      db.counters.put(settled.counter);
      if (settled.locked) locked.push(rule.key);
    }
    return { locked };
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
