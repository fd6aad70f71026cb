import { sessionDigest } from '../sessions.js';
import type { UseCase } from '../use-case.js';

/** Ends the session on the server and takes the token away; harmless without one. */
export const logOut: UseCase<'logOut'> = async (deps, _input, visitor) => {
  if (visitor.token) {
    await deps.store.closeSession(await sessionDigest(deps, visitor.token), {
      events: [{ at: deps.clock.now(), name: 'session.ended' }],
    });
  }
  visitor.end();
  return {};
};
