import { SECOND } from './units.js';

/**
 * How attempts are limited. These rules are pure: a store reads the counter, asks here, and writes the answer back inside
 * one transaction, so that memory, SQLite and PostgreSQL can't differ.
 */

/** One limit, under a key that says whom or what it counts. */
export type AttemptRule =
  /**
   * After so many failures nothing helps any more (an activation code); with `inARow`, a right one starts anew. An attempt
   * at what is locked is reserved all the same and marked as hopeless, so that it counts and costs what any other does.
   */
  | { kind: 'lock'; key: string; failures: number; inARow?: boolean }
  /** After `free` failures each further one has to wait, twice as long every time (an account seen from a network). */
  | { kind: 'delay'; key: string; free: number; parallel: number; mostMs: number }
  /** So many per window, right ones not counted (a network). */
  | { kind: 'window'; key: string; limit: number; windowMs: number };

/** What is remembered under one key. Times are milliseconds since 1970. */
export interface AttemptCounter {
  key: string;
  /** Reserved and not yet settled. */
  open: number;
  /** Settled as wrong, within the window where there is one. */
  failed: number;
  /** With `window`: when the present one began. */
  windowStart: number;
  blockedUntil: number;
  touchedAt: number;
}

/** Counters that outlive the others: their keys begin so. */
export interface LastingCounters {
  prefix: string;
  /** They stay if they were touched since then. */
  since: number;
  /** With so many failures they stay for good: until something clears them. */
  failures?: number;
}

/** No: and when to try again. */
export interface Refusal {
  refused: true;
  retryAfterMs: number;
}

// A caller that died between reserving and settling must not hold its place for ever: what is older counts as wrong.
const STALE_MS = 60 * SECOND;

const refuse = (retryAfterMs: number): Refusal => ({ refused: true, retryAfterMs });

export const isRefusal = (answer: object): answer is Refusal => 'refused' in answer;

const fresh = (key: string, now: number): AttemptCounter => ({
  key,
  open: 0,
  failed: 0,
  windowStart: now,
  blockedUntil: 0,
  touchedAt: now,
});

function settledStale(counter: AttemptCounter, now: number): AttemptCounter {
  if (counter.open === 0 || now - counter.touchedAt < STALE_MS) return counter;
  return { ...counter, failed: counter.failed + counter.open, open: 0 };
}

/** The counter with one attempt more, or why there can be none now. */
function reserve(stored: AttemptCounter | undefined, rule: AttemptRule, now: number): AttemptCounter | Refusal {
  let counter = settledStale(stored ?? fresh(rule.key, now), now);
  switch (rule.kind) {
    case 'lock':
      if (isHopeless(counter, rule)) break;
      // Others are being compared this moment: they may turn out right, so nothing is locked yet.
      if (counter.failed + counter.open >= rule.failures) return refuse(SECOND);
      break;
    case 'delay':
      if (now < counter.blockedUntil) return refuse(counter.blockedUntil - now);
      if (counter.open >= rule.parallel) return refuse(SECOND);
      break;
    case 'window':
      if (now - counter.windowStart >= rule.windowMs) counter = { ...fresh(rule.key, now), open: counter.open };
      if (counter.failed >= rule.limit) return refuse(counter.windowStart + rule.windowMs - now);
      // Others are being compared this moment: the place of one that turns out right is free again at once.
      if (counter.failed + counter.open >= rule.limit) return refuse(SECOND);
      break;
  }
  return { ...counter, open: counter.open + 1, touchedAt: now };
}

/** Whether an attempt comes after its lock was reached. */
const isHopeless = ({ failed }: AttemptCounter, rule: AttemptRule): boolean =>
  rule.kind === 'lock' && failed >= rule.failures;

/**
 * Reserves an attempt under all its rules, or says which one refuses; what the counters become stands in the map
 * afterwards, to be written only where nothing refused.
 */
export function reserveAll(
  counters: Map<string, AttemptCounter>,
  rules: readonly AttemptRule[],
  now: number,
): { hopeless: boolean } | Refusal {
  let hopeless = false;
  for (const rule of rules) {
    const answer = reserve(counters.get(rule.key), rule, now);
    if (isRefusal(answer)) return answer;
    counters.set(rule.key, answer);
    hopeless ||= isHopeless(answer, rule);
  }
  return { hopeless };
}

/** How a reserved attempt ended; `void` where nothing could be compared: it counts for nothing. */
export type Outcome = 'right' | 'wrong' | 'void';

/** The counter once it is known how a reserved attempt ended, and whether that locked it. */
function settle(
  stored: AttemptCounter | undefined,
  rule: AttemptRule,
  outcome: Outcome,
  now: number,
): { counter: AttemptCounter; locked: boolean } {
  const before = stored ?? { ...fresh(rule.key, now), open: 1 };
  const counter = { ...before, open: Math.max(0, before.open - 1), touchedAt: now };
  if (outcome === 'void') return { counter, locked: false };
  if (outcome === 'right') {
    // A right password ends a streak of wrong ones; a right proof doesn't give back what others guessed at the code.
    const forgives = rule.kind === 'delay' || (rule.kind === 'lock' && rule.inARow);
    return { counter: forgives ? { ...counter, failed: 0, blockedUntil: 0 } : counter, locked: false };
  }
  counter.failed += 1;
  if (rule.kind === 'delay' && counter.failed >= rule.free) {
    counter.blockedUntil = now + Math.min(rule.mostMs, SECOND * 2 ** (counter.failed - rule.free));
  }
  return { counter, locked: rule.kind === 'lock' && counter.failed === rule.failures };
}

/** What the settling of an attempt brought about. */
export interface Settlement {
  /** The keys that this failure locked. */
  locked: string[];
  /** How many failures in a row a right one ended. */
  ended: number;
}

/** Settles an attempt under all its rules; what the counters become stands in the map afterwards. */
export function settleAll(
  counters: Map<string, AttemptCounter>,
  rules: readonly AttemptRule[],
  outcome: Outcome,
  now: number,
): Settlement {
  const settlement: Settlement = { locked: [], ended: 0 };
  for (const rule of rules) {
    const before = counters.get(rule.key);
    const { counter, locked } = settle(before, rule, outcome, now);
    counters.set(rule.key, counter);
    if (locked) settlement.locked.push(rule.key);
    settlement.ended = Math.max(settlement.ended, (before?.failed ?? 0) - counter.failed);
  }
  return settlement;
}
