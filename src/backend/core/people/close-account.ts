import type { Deps } from '../use-case.js';
import { findAccount } from './find-account.js';

/**
 * Closes an account, which ends its sessions and voids its mailed links, or opens it again.
 *
 * @param named an account's id or user name
 * @throws PortalError `not_found`
 */
export async function closeAccount(deps: Deps, named: string, closed: boolean): Promise<void> {
  const { id } = await findAccount(deps, named);
  const now = deps.clock.now();
  const name = closed ? 'account.closed' : 'account.opened';
  await deps.store.disableAccount(id, closed ? now : null, { events: [{ at: now, name, accountId: id }] });
}
