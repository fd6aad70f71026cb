import { isHopeless, isRefusal, reserve, settleAll, type AttemptCounter } from '../../attempts.js';
import type { AttemptsArea } from '../areas.js';
import type { Database, Sync } from './database.js';

/** What is counted, in memory. */
export const attempts = (db: Database): Sync<AttemptsArea> => ({
  reserveAttempt(rules, now) {
    const counted = new Map<string, AttemptCounter>();
    let hopeless = false;
    for (const rule of rules) {
      const answer = reserve(counted.get(rule.key) ?? db.counters.get(rule.key), rule, now);
      if (isRefusal(answer)) return answer;
      counted.set(rule.key, answer);
      hopeless ||= isHopeless(answer, rule);
    }
    for (const counter of counted.values()) db.counters.put(counter);
    return { rules, at: now, hopeless };
  },

  settleAttempt({ rules }, outcome, now) {
    const counters = new Map<string, AttemptCounter>();
    for (const { key } of rules) {
      const counter = db.counters.get(key);
      if (counter) counters.set(key, counter);
    }
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
