import { PortalError } from '../../../contract/errors.js';
import { closeAccount } from '../../core/people/close-account.js';
import { eraseAccount } from '../../core/people/erase-account.js';
import { exportAccount } from '../../core/people/export-account.js';
import { findAccount } from '../../core/people/find-account.js';
import type { Deps } from '../../core/use-case.js';
import type { AuditEvent } from '../../records.js';
import { UsageError } from '../../usage-error.js';

const PAGE = 1_000;

/** What names an account that there is none of, in words. */
const demand = <Answer>(answer: Promise<Answer>, account: string): Promise<Answer> =>
  answer.catch((error: unknown) => {
    if (!(error instanceof PortalError && error.code === 'not_found')) throw error;
    throw new UsageError(`There is no account "${account}": give its user name or its id.`);
  });

/** The trail, oldest first, page by page; of one account also after it was erased, by its id. */
export async function* audit(
  deps: Deps,
  { account, json }: { account?: string; json?: boolean },
): AsyncGenerator<string> {
  const accountId =
    account &&
    (await findAccount(deps, account).then(
      ({ id }) => id,
      () => account,
    ));
  for (let offset = 0; ; offset += PAGE) {
    const page = await deps.store.listEvents({ ...(accountId && { accountId }), limit: PAGE, offset });
    if (page.length === 0 && offset === 0 && !json) yield 'The trail tells of nothing.\n';
    yield page.map(json ? asJson : asLine).join('');
    if (page.length < PAGE) return;
  }
}

const asJson = ({ at, ...event }: AuditEvent): string =>
  `${JSON.stringify({ at: new Date(at).toISOString(), ...event })}\n`;

function asLine({ at, name, detail = {}, ...who }: AuditEvent): string {
  const more = Object.entries({ ...who, ...detail }).map(([key, value]) => `${key}=${value}`);
  return `${new Date(at).toISOString()}  ${name.padEnd(24)}${more.join(' ')}`.trimEnd() + '\n';
}

export async function exportData(deps: Deps, account: string): Promise<string> {
  return `${JSON.stringify(await demand(exportAccount(deps, account), account), null, 2)}\n`;
}

export async function erase(deps: Deps, account: string): Promise<string> {
  const id = await demand(eraseAccount(deps, account), account);
  return `The account was erased. The trail still tells of it as ${id}.\n`;
}

export async function close(deps: Deps, account: string): Promise<string> {
  await demand(closeAccount(deps, account, true), account);
  return 'The account is closed, and logged out everywhere.\n';
}

export async function reopen(deps: Deps, account: string): Promise<string> {
  await demand(closeAccount(deps, account, false), account);
  return 'The account is open again.\n';
}
