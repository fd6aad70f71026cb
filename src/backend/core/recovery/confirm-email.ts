import { PortalError } from '../../../contract/errors.js';
import { parseEmail, usernameKey } from '../../../contract/fields/email.js';
import { forgetGuesses } from '../password-check.js';
import type { UseCase } from '../use-case.js';

/**
 * Confirms the address that a token was mailed to, once; from now on the account is written to there, and logs in with it
 * where its user name is an address. A later change of address makes the token void.
 */
export const confirmEmail: UseCase<'confirmEmail'> = async (deps, { token }) => {
  const { store, secrets, clock } = deps;
  const now = clock.now();
  const digest = await secrets.digest('confirm-email', token);
  const found = await store.findMailedToken(digest);
  const account = found && (await store.findAccount(found.accountId));
  if (!account) throw new PortalError('token_expired');
  const { address } = found;
  const username = parseEmail(account.username) && { username: address, usernameKey: usernameKey(address) };
  const confirmed = await store.confirmEmail({ digest, ...(username && { username }) }, now, {
    events: ['email.confirmed', 'email.replaced'].map((name) => ({ at: now, name, accountId: account.id })),
  });
  if (!confirmed) throw new PortalError('token_expired');
  if (username) await forgetGuesses(deps, username.usernameKey);
  return {};
};
