import { lastingCounters } from '../core/limits.js';
import type { Clock, Log, Store } from '../ports.js';
import type { BackendSettings } from '../settings.js';
import { DAY, HOUR } from '../units.js';

/**
 * Deletes what has had its time, at the start and then every hour: tickets, ended sessions, spent tokens, sent letters,
 * counters. What counts against a code stays for as long as any code may be valid, and a day more; a locked password stays
 * locked.
 *
 * @returns a function that ends it
 */
export function keepHouse({
  store,
  clock,
  settings,
  log,
}: {
  store: Pick<Store, 'forgetExpired'>;
  clock: Clock;
  settings: Pick<BackendSettings, 'validity' | 'sessions' | 'limits'>;
  log: Log;
}): () => void {
  const tidy = async (): Promise<void> => {
    const now = clock.now();
    try {
      const { idleMs } = settings.sessions;
      const limits = { idleMs, lasting: lastingCounters(settings, now) };
      await store.forgetExpired(now - settings.validity.codeMs - DAY, limits, now);
    } catch (error) {
      // The next hour is early enough.
      log.error('housekeeping.failed', { error });
    }
  };
  void tidy();
  const timer = setInterval(() => void tidy(), HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
