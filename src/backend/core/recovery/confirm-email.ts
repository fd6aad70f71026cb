import { PortalError } from '../../../contract/errors.js';
import type { UseCase } from '../use-case.js';

/** Confirms the address that a mailed token was made for, once; a later change of address makes the token void. */
export const confirmEmail: UseCase<'confirmEmail'> = async ({ store, secrets, clock }, { token }) => {
  const now = clock.now();
  const digest = await secrets.digest('confirm-email', token);
  const confirmed = await store.confirmEmail(digest, now, { events: [{ at: now, name: 'email.confirmed' }] });
  if (!confirmed) throw new PortalError('token_expired');
  return {};
};
