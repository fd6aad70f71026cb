import type { Clock, Log, Store } from '../ports.js';
import type { PortalSettings } from '../settings.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Deletes what has had its time, at the start and then every hour: tickets, ended sessions, spent tokens, sent letters,
 * counters. What counts against a code stays for as long as any code is valid, and a day more.
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
  settings: Pick<PortalSettings, 'validity' | 'sessions'>;
  log: Log;
}): () => void {
  const tidy = async (): Promise<void> => {
    const now = clock.now();
    try {
      await store.forgetExpired(now - settings.validity.codeMs - DAY, settings.sessions, now);
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
