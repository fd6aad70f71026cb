import { PortalError } from '../../../contract/errors.js';
import { normalizePassword } from '../../../contract/fields/password.js';
import { seal } from '../letters.js';
import { passwordDelayKey, passwordStreakKey } from '../limits.js';
import { demandGoodPassword, usernameDigest } from '../password-check.js';
import { leaveOldSession } from '../sessions.js';
import type { UseCase } from '../use-case.js';

/**
 * Sets a new password with a mailed token, once, while the password it was made under stands. All sessions end, other
 * tokens become void, and a streak of wrong passwords is forgotten in the same stroke, with the wait it has brought here.
 */
export const resetPassword: UseCase<'resetPassword'> = async (deps, { token, password }, visitor) => {
  const { store, secrets, hasher, clock } = deps;
  const now = clock.now();
  const digest = await secrets.digest('reset-password', token);
  const found = await store.findMailedToken(digest);
  const account = found && (await store.findAccount(found.accountId));
  if (!account || found.spentAt !== null || found.expiresAt <= now) throw new PortalError('token_expired');
  demandGoodPassword(deps, 'password', password, account.username, visitor.language);

  const newHash = await hasher.hash(normalizePassword(password));
  const done = await store.resetPassword({ digest, newHash }, clock.now(), {
    letters: await seal(deps, [
      { kind: 'password-changed', to: account.email, language: account.language ?? visitor.language },
    ]),
    events: [{ at: now, name: 'password.reset', accountId: account.id }],
  });
  if (!done) throw new PortalError('token_expired');
  const name = await usernameDigest(deps, account.usernameKey);
  await store.clearAttempts([passwordStreakKey(name), passwordDelayKey(name, visitor)]);
  // Theirs may be another account's: it must not live on where nobody can end it.
  await leaveOldSession(deps, visitor, { at: now, name: 'session.ended' });
  visitor.end();
  return { step: 'log-in' };
};
