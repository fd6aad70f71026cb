import type { Account as Shown } from '../../../contract/account.js';
import type { Account } from '../../records.js';
import { shownLink } from '../linking/links.js';
import type { Deps } from '../use-case.js';

/** An account as its owner sees it. */
export async function shownAccount({ store, settings }: Deps, account: Account, language: string): Promise<Shown> {
  const { settings: allowed } = settings.config(language);
  return {
    username: account.username,
    email: account.email,
    homePhone: account.homePhone,
    workPhone: account.workPhone,
    mobilePhone: account.mobilePhone,
    language: account.language,
    // Where the list of people is switched off, nobody is told whose record an account opens.
    links: allowed.people ? (await store.listLinks(account.id)).map(shownLink) : [],
    editable: [
      ...(allowed.email ? ['email'] : []),
      ...(allowed.phones ? ['homePhone', 'workPhone', 'mobilePhone'] : []),
      ...(allowed.language ? ['language'] : []),
    ],
  };
}
