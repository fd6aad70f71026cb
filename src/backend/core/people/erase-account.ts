import { PortalError } from '../../../contract/errors.js';
import type { Deps } from '../use-case.js';
import { findAccount } from './find-account.js';

/**
 * Removes an account and what is on file about its own person. The trail stays: it holds opaque ids and nothing else.
 *
 * @param named an account's id or user name
 * @returns the account's id, by which the trail still tells of it
 * @throws PortalError `not_found`
 */
export async function eraseAccount(deps: Deps, named: string): Promise<string> {
  const { id } = await findAccount(deps, named);
  const now = deps.clock.now();
  const erased = await deps.store.eraseAccount(id, now, {
    events: [{ at: now, name: 'account.erased', accountId: id }],
  });
  if (!erased) throw new PortalError('not_found');
  return id;
}
