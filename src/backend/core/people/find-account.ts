import { PortalError } from '../../../contract/errors.js';
import { usernameKey } from '../../../contract/fields/email.js';
import type { Account } from '../../records.js';
import type { Deps } from '../use-case.js';

/**
 * The account with this id or this user name.
 *
 * @throws PortalError `not_found`
 */
export async function findAccount({ store }: Deps, named: string): Promise<Account> {
  const account = (await store.findAccount(named)) ?? (await store.findAccountByName(usernameKey(named)));
  if (!account) throw new PortalError('not_found');
  return account;
}
