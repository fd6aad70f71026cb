import type { IdleClock } from '../../src/elements/session/idle-controller.js';

/** A clock that a test moves on. */
export function createClock() {
  let now = Date.now();
  let timers: { at: number; act: () => void }[] = [];
  const clock: IdleClock = {
    now: () => now,
    wake: (ms, act) => {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
  };
  return {
    clock,
    /** Lets so many seconds pass, with every timer in its turn. */
    pass(seconds: number): void {
      const end = now + seconds * 1_000;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        now = Math.max(now, due.at);
        timers = timers.filter((timer) => timer !== due);
        due.act();
      }
      now = end;
    },
    /** So many seconds pass, and no timer goes off: the computer sleeps. */
    sleep(seconds: number): void {
      now += seconds * 1_000;
    },
  };
}
