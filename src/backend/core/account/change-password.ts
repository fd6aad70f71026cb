import { PortalError } from '../../../contract/errors.js';
import { normalizePassword } from '../../../contract/fields/password.js';
import { seal } from '../letters.js';
import { checkPassword, demandGoodPassword } from '../password-check.js';
import { newSession } from '../sessions.js';
import type { UseCase } from '../use-case.js';

/** Sets a new password in exchange for the current one; every session ends and this one goes on under a new token. */
export const changePassword: UseCase<'changePassword'> = async (deps, { currentPassword, newPassword }, member) => {
  const { store, hasher, clock } = deps;
  const { account } = member;
  const known = await checkPassword(deps, { usernameKey: account.usernameKey, account }, currentPassword, member);
  if (!known) throw new PortalError('invalid_credentials', { fields: { currentPassword: { code: 'invalid' } } });
  demandGoodPassword(deps, 'newPassword', newPassword, account.username, member.language);

  const newHash = await hasher.hash(normalizePassword(newPassword));
  const now = clock.now();
  const { session, token } = await newSession(deps, account.id, member, now);
  const changed = await store.changePassword(
    { accountId: account.id, oldHash: known.passwordHash, newHash, session },
    now,
    {
      letters: await seal(deps, [
        { kind: 'password-changed', to: account.email, language: account.language ?? member.language },
      ]),
      events: [{ at: now, name: 'password.changed', accountId: account.id }],
    },
  );
  if (!changed) throw new PortalError('invalid_credentials', { fields: { currentPassword: { code: 'invalid' } } });
  member.begin(token);
  return {};
};
