import { stepAfterLogIn } from '../consent/consent-state.js';
import { idleLimits } from '../sessions.js';
import { iso } from '../time.js';
import type { UseCase } from '../use-case.js';

/** Who is logged in, what stands between them and the portal, and how long the session lasts. */
export const readSession: UseCase<'readSession'> = async (deps, _input, { account, session, language }) => {
  const { idleMs, grainMs } = idleLimits(deps);
  return {
    account: { username: account.username, language: account.language },
    step: await stepAfterLogIn(deps, account, language, deps.clock.now()),
    firstVisit: account.helpSeenAt === null,
    // What is promised holds, however the last use was noted.
    idleSeconds: Math.floor((idleMs - grainMs) / 1_000),
    expiresAt: iso(session.expiresAt),
  };
};
