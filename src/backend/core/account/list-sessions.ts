import { iso } from '../time.js';
import type { UseCase } from '../use-case.js';

/** Where the account is logged in, the caller's own session first. */
export const listSessions: UseCase<'listSessions'> = async (
  { store, clock, settings },
  _input,
  { account, session },
) => {
  const sessions = await store.listSessions(account.id, settings.sessions, clock.now());
  const shown = sessions.map(({ id, startedAt, lastSeenAt, userAgent }) => ({
    id,
    current: id === session.id,
    startedAt: iso(startedAt),
    lastSeenAt: iso(lastSeenAt),
    userAgent,
  }));
  return { sessions: shown.sort((a, b) => Number(b.current) - Number(a.current)) };
};
