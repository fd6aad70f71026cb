import type { TrailStore } from '../../ports.js';
import { carry, type Database, type Sync } from './database.js';
import { isLiving } from './sessions.js';

/** The trail and housekeeping, in memory. */
export const trail = (db: Database): Sync<TrailStore> => ({
  recordEvents: (events) => carry(db, { events }),

  listEvents: ({ accountId, since = -Infinity, limit = Infinity, offset = 0 }) =>
    db.events
      .filter(({ event }) => event.at >= since && (accountId === undefined || event.accountId === accountId))
      .map(({ event }) => event)
      .sort((a, b) => a.at - b.at)
      .slice(offset, offset + limit),

  forgetExpired(before, { idleMs, lasting = [] }, now) {
    db.tickets.removeWhere(({ expiresAt }) => expiresAt < before);
    db.sessions.removeWhere((session) => !isLiving(session, idleMs, now));
    db.mailedTokens.removeWhere(({ expiresAt, spentAt }) => expiresAt < before || (spentAt ?? before) < before);
    db.letters.removeWhere(({ state, sentAt }) => state === 'sent' && sentAt! < before);
    db.counters.removeWhere(
      ({ key, touchedAt, blockedUntil, failed }) =>
        touchedAt < before &&
        blockedUntil <= now &&
        !lasting.some(
          ({ prefix, since, failures = Infinity }) =>
            key.startsWith(prefix) && (touchedAt >= since || failed >= failures),
        ),
    );
    db.noted.removeWhere(({ notedAt }) => notedAt < before);
  },

  rememberSecret(mark) {
    const before = db.marks.find(() => true);
    if (!before) db.marks.insert({ mark });
    return before?.mark ?? mark;
  },

  ping: () => undefined,
  close: () => undefined,
});
