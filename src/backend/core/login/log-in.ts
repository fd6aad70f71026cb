import { PortalError } from '../../../contract/errors.js';
import { usernameKey } from '../../../contract/fields/email.js';
import { stepAfterLogIn } from '../consent/consent-state.js';
import { checkPassword } from '../password-check.js';
import { startSession } from '../sessions.js';
import type { UseCase } from '../use-case.js';

/** Logs in with a new session. A missing account, a closed one and a wrong password answer alike and cost alike. */
export const logIn: UseCase<'logIn'> = async (deps, { username, password }, visitor) => {
  const { store, clock } = deps;
  const key = usernameKey(username);
  const account = await checkPassword(
    deps,
    { usernameKey: key, account: await store.findAccountByName(key) },
    password,
    visitor,
  );
  const now = clock.now();
  // The owner may have set another password while this one was compared.
  if (!account || !(await startSession(deps, account, visitor, now))) {
    await store.recordEvents([{ at: now, name: 'login.refused' }]);
    throw new PortalError('invalid_credentials');
  }
  return { step: await stepAfterLogIn(deps, account, visitor.language, now) };
};
