import { PortalError } from '../../contract/errors.js';
import { failedRules, normalizePassword, type PasswordRule } from '../../contract/fields/password.js';
import type { Account } from '../records.js';
import { seal } from './letters.js';
import { attempted, charge, passwordRules, passwordStreakKey } from './limits.js';
import type { Deps, Visitor } from './use-case.js';

/** The digest under which attempts on a user name are counted, whether or not there is such an account. */
export const usernameDigest = ({ secrets }: Deps, usernameKey: string): Promise<string> =>
  secrets.digest('username', usernameKey);

/**
 * Whether the password is the account's. Everything that compares a password comes here, so that all of it shares one
 * limit; a missing account costs what an existing one costs.
 *
 * @returns the account as it stands now, or nothing; the caller chooses the refusal
 * @throws PortalError `too_many_attempts`, `unavailable`
 */
export async function checkPassword(
  deps: Deps,
  { usernameKey, account }: { usernameKey: string; account: Account | undefined },
  typed: string,
  visitor: Visitor,
): Promise<Account | undefined> {
  const { store, hasher, clock } = deps;
  const password = normalizePassword(typed);
  const attempt = await charge(
    deps,
    passwordRules(deps, await usernameDigest(deps, usernameKey), visitor),
    clock.now(),
  );
  const usable = !attempt.hopeless && account?.disabledAt === null ? account : undefined;
  // Where too many are being hashed this one isn't.
  const right = await attempted(deps, attempt, () => hasher.verify(password, usable?.passwordHash));
  const settled = await store.settleAttempt(attempt, right && usable ? 'right' : 'wrong', clock.now());
  if (!right || !usable) return undefined;
  if (settled.ended >= deps.settings.limits.wrongPasswords) {
    const language = usable.language ?? visitor.language;
    await store.queueLetters(await seal(deps, [{ kind: 'login-after-failures', to: usable.email, language }]));
  }
  if (!hasher.isOutdated(usable.passwordHash)) return usable;
  const passwordHash = await hasher.hash(password);
  await store.rehashPassword(usable.id, usable.passwordHash, passwordHash);
  return { ...usable, passwordHash };
}

/**
 * Forgets what was guessed at a name while it was nobody's: else strangers could lock it before its owner comes, and only
 * a new password would open it.
 */
export async function forgetGuesses(deps: Deps, usernameKey: string): Promise<void> {
  await deps.store.clearAttempts([passwordStreakKey(await usernameDigest(deps, usernameKey))]);
}

/**
 * Refuses a password that the policy doesn't allow.
 *
 * @throws PortalError `password_policy`, naming the field and the rules that are not met
 */
export function demandGoodPassword(
  { settings, commonPasswords }: Deps,
  field: 'password' | 'newPassword',
  password: string,
  username: string,
  language: string,
): void {
  const policy = settings.config(language).password;
  const failed: PasswordRule[] = failedRules(password, policy, username);
  if (policy.common && commonPasswords.has(normalizePassword(password))) failed.push('common');
  if (failed.length > 0) throw new PortalError('password_policy', { fields: { [field]: { code: 'policy', failed } } });
}
