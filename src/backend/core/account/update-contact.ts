import { PortalError, type FieldProblem } from '../../../contract/errors.js';
import { parseEmail, usernameKey } from '../../../contract/fields/email.js';
import type { ParsedInput } from '../../../contract/operations.js';
import type { ContactChanges } from '../../ports.js';
import type { Letter } from '../../letter.js';
import type { AuditEvent } from '../../records.js';
import { seal } from '../letters.js';
import { attempted, demandFewAddresses, reserveLetters } from '../limits.js';
import { newMailedToken } from '../mailed-tokens.js';
import { checkPassword, forgetGuesses } from '../password-check.js';
import type { Deps, Member, UseCase } from '../use-case.js';
import { shownAccount } from './shown-account.js';
import { DAY } from '../../units.js';

type Input = ParsedInput<'updateContact'>;
const PHONES = ['homePhone', 'workPhone', 'mobilePhone'] as const;

/**
 * Changes what was given and nothing else. A new e-mail address needs the current password, changes the user name where
 * that is the address, and is told to both addresses; where the config asks for it, it counts once it is confirmed.
 */
export const updateContact: UseCase<'updateContact'> = async (deps, input, member) => {
  const { store, clock, settings } = deps;
  const { account, language } = member;
  const { settings: allowed } = settings.config(language);
  const given = (keys: readonly (keyof Input)[]): boolean => keys.some((key) => input[key] !== undefined);
  if (
    (given(['email']) && !allowed.email) ||
    (given(PHONES) && !allowed.phones) ||
    (given(['language']) && !allowed.language)
  ) {
    throw new PortalError('not_allowed');
  }
  const changes = {
    ...readPhones(deps, input, language),
    ...(input.language !== undefined && { language: input.language }),
  };
  const address = input.email === undefined ? undefined : await readNewAddress(deps, input, member);
  const act = {
    accountId: account.id,
    changes,
    events: [
      {
        at: clock.now(),
        name: 'contact.updated',
        accountId: account.id,
        detail: { keys: Object.keys(input).join(' ') },
      },
    ],
  };
  if (address) await replaceAddress(deps, act, address, member);
  else await store.updateContact(act, act);
  return shownAccount(deps, (await store.findAccount(account.id)) ?? account, language);
};

interface Act {
  accountId: string;
  changes: ContactChanges;
  events: AuditEvent[];
}

/** Changes the address with the rest: at once or, where the config asks for it, as soon as the new one is confirmed. */
async function replaceAddress(
  deps: Deps,
  { accountId, changes, events }: Act,
  address: string,
  member: Member,
): Promise<void> {
  const { store, clock, settings } = deps;
  const { account } = member;
  const now = clock.now();
  const language = account.language ?? member.language;
  const notice = { kind: 'email-replaced', language } as const;
  const confirmation = settings.config(member.language).confirmNewEmail
    ? await newMailedToken(deps, 'confirm-email', account, address, language)
    : undefined;
  const letters: Letter[] = [
    // Nobody else has to be told where the address stays, and is only to be confirmed.
    ...(address === account.email
      ? []
      : [{ ...notice, audience: confirmation ? ('pending' as const) : ('old' as const), to: account.email }]),
    confirmation?.letter ?? { ...notice, audience: 'new', to: address },
  ];
  const addresses = letters.map(({ to }) => to);
  const attempt = await reserveLetters(deps, addresses, now);
  const username = parseEmail(account.username) && { username: address, usernameKey: usernameKey(address) };
  const outcome = await attempted(deps, attempt, async () =>
    store.updateContact(
      confirmation
        ? { accountId, changes, confirmation: confirmation.token }
        : { accountId, changes: { ...changes, email: address, emailConfirmedAt: now }, ...(username && { username }) },
      {
        letters: await seal(deps, letters),
        events: confirmation ? events : [...events, { at: now, name: 'email.replaced', accountId }],
      },
    ),
  );
  // What was not written counts for nothing.
  await store.settleAttempt(attempt, outcome === 'updated' ? 'wrong' : 'void', clock.now());
  if (outcome === 'username_taken') throw taken();
  if (username && !confirmation) await forgetGuesses(deps, username.usernameKey);
}

const taken = (): PortalError => new PortalError('email_taken', { fields: { email: { code: 'invalid' } } });

/** The new address, or nothing where it is the one that stands; one that nobody confirmed doesn't, and is written to again. */
async function readNewAddress(deps: Deps, input: Input, member: Member): Promise<string | undefined> {
  const { account } = member;
  const email = parseEmail(input.email!);
  if (!email) throw new PortalError('email_invalid', { fields: { email: { code: 'invalid' } } });
  if (email.address === account.email && account.emailConfirmedAt !== null) return undefined;
  if (!input.currentPassword)
    throw new PortalError('invalid_input', { fields: { currentPassword: { code: 'missing' } } });
  if (!(await checkPassword(deps, { usernameKey: account.usernameKey, account }, input.currentPassword, member))) {
    throw new PortalError('invalid_credentials', { fields: { currentPassword: { code: 'invalid' } } });
  }
  const now = deps.clock.now();
  // Or an account could be used to find out who else has one.
  const limit = { subject: `account:${account.id}`, most: deps.settings.limits.addressesPerCode, since: now - DAY };
  await demandFewAddresses(deps, [limit], email.key, { now, until: now + DAY });
  const holder = await deps.store.findAccountByName(email.key);
  if (holder && holder.id !== account.id) throw taken();
  return email.address;
}

function readPhones({ phones, settings }: Deps, input: Input, language: string) {
  const region = settings.config(language).phoneRegion;
  const read: Partial<Record<(typeof PHONES)[number], string | null>> = {};
  const fields: Record<string, FieldProblem> = {};
  for (const key of PHONES) {
    const typed = input[key];
    if (typed === undefined) continue;
    const phone = typed === null || typed.trim() === '' ? null : phones.parse(typed, region);
    if (phone === undefined) fields[key] = { code: 'invalid' };
    else read[key] = phone;
  }
  if (Object.keys(fields).length > 0) throw new PortalError('invalid_input', { fields });
  return read;
}
