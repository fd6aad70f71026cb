import type { Instant, Session } from '../../records.js';
import type { SessionStore } from '../../ports.js';
import { carry, type Database, type Sync } from './database.js';

/** Whether a session has reached neither of its ends. */
export const isLiving = (session: Session, idleMs: number, now: Instant): boolean =>
  session.expiresAt > now && session.lastSeenAt + idleMs > now;

/** Who is logged in, in memory. */
export const sessions = (db: Database): Sync<SessionStore> => ({
  openSession(session, { passwordChangedAt }, along) {
    const account = db.accounts.get(session.accountId);
    if (account?.passwordChangedAt !== passwordChangedAt || account.disabledAt !== null) return false;
    db.sessions.insert(session);
    carry(db, along);
    return true;
  },

  touchSession(digest, { idleMs, grainMs = 0 }, now) {
    const found = db.sessions.get(digest);
    if (!found || !isLiving(found, idleMs, now)) return undefined;
    const account = db.accounts.demand(found.accountId);
    if (account.disabledAt !== null) return undefined;
    if (now - found.lastSeenAt < grainMs) return { session: found, account };
    const session = { ...found, lastSeenAt: Math.max(found.lastSeenAt, now) };
    db.sessions.put(session);
    return { session, account };
  },

  closeSession(digest, along) {
    if (db.sessions.remove(digest)) carry(db, along);
  },

  listSessions: (accountId, { idleMs }, now) =>
    db.sessions
      .filter((session) => session.accountId === accountId && isLiving(session, idleMs, now))
      .sort((a, b) => b.lastSeenAt - a.lastSeenAt),

  closeOtherSessions(accountId, keepDigest, along) {
    const ended = db.sessions.removeWhere((one) => one.accountId === accountId && one.digest !== keepDigest);
    if (ended > 0) carry(db, along);
    return ended;
  },

  renewSession(oldDigest, newDigest) {
    const session = db.sessions.get(oldDigest);
    if (!session) return;
    db.sessions.remove(oldDigest);
    db.sessions.insert({ ...session, digest: newDigest });
  },
});
