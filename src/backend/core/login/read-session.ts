import { stepAfterLogIn } from '../consent/consent-state.js';
import { iso } from '../time.js';
import type { UseCase } from '../use-case.js';

/** Who is logged in, what stands between them and the portal, and how long the session lasts. */
export const readSession: UseCase<'readSession'> = async (deps, _input, { account, session, language }) => ({
  account: { username: account.username, language: account.language },
  step: await stepAfterLogIn(deps, account, language, deps.clock.now()),
  firstVisit: account.helpSeenAt === null,
  idleSeconds: Math.floor(deps.settings.sessions.idleMs / 1_000),
  expiresAt: iso(session.expiresAt),
});
