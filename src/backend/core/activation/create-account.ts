import { PortalError } from '../../../contract/errors.js';
import { parseEmail, usernameKey } from '../../../contract/fields/email.js';
import { normalizePassword } from '../../../contract/fields/password.js';
import type { Letter } from '../../letter.js';
import type { Account, InvitationWithPerson, Ticket } from '../../records.js';
import { closestLanguage } from '../../settings.js';
import { stepAfterActivation } from '../consent/consent-state.js';
import { seal } from '../letters.js';
import { demandFewAddresses } from '../limits.js';
import { newMailedToken } from '../mailed-tokens.js';
import { checkPassword, demandGoodPassword, forgetGuesses } from '../password-check.js';
import { leaveOldSession, newSession, startSession } from '../sessions.js';
import type { Deps, UseCase, Visitor } from '../use-case.js';
import type { ParsedInput } from '../../../contract/operations.js';
import { DAY } from '../../units.js';

type Input = ParsedInput<'createAccount'>;
type Found = InvitationWithPerson & { ticket: Ticket };

/**
 * Creates the account that a ticket allows, uses up the code, and logs in: all of it or nothing.
 *
 * Of all who hold a ticket for one code, one gets the account. Said again with the same address and password, since the
 * first answer may have been lost, it answers as the first time.
 */
export const createAccount: UseCase<'createAccount'> = async (deps, input, visitor) => {
  const { store, secrets, clock } = deps;
  const { addressesPerTicket, addressesPerCode } = deps.settings.limits;
  const now = clock.now();
  const ticketDigest = await secrets.digest('ticket', input.ticket);
  const found = await store.findTicket(ticketDigest);
  if (!found || found.ticket.expiresAt <= now) throw new PortalError('ticket_expired');
  if (found.ticket.spentAt !== null) return answerAgain(deps, ticketDigest, input, visitor);

  const { username, email } = readUsername(deps, input, found, visitor);
  await demandFewAddresses(
    deps,
    [
      { subject: `ticket:${found.ticket.digest}`, most: addressesPerTicket, since: found.ticket.openedAt },
      { subject: `code:${found.invitation.codeDigest}`, most: addressesPerCode, since: now - DAY },
    ],
    usernameKey(username),
    { now, until: found.ticket.expiresAt },
  );
  demandGoodPassword(deps, 'password', input.password, username, visitor.language);
  const passwordHash = await deps.hasher.hash(normalizePassword(input.password));
  return activate(deps, { input, found, ticketDigest, username, email, passwordHash }, visitor);
};

interface Activation {
  input: Input;
  found: Found;
  ticketDigest: string;
  username: string;
  email: string;
  passwordHash: string;
}

async function activate(deps: Deps, act: Activation, visitor: Visitor) {
  const { store, random, clock, settings } = deps;
  const { person, invitation } = act.found;
  const now = clock.now();
  const config = settings.config(visitor.language);
  const replaces = usernameKey(act.email) !== usernameKey(invitation.email);
  const unconfirmed = replaces && config.confirmNewEmail;
  const own = act.input.relationship === 'self' ? person : undefined;
  const account: Account = {
    id: random.id(),
    username: act.username,
    usernameKey: usernameKey(act.username),
    email: act.email,
    emailConfirmedAt: unconfirmed ? null : now,
    passwordHash: act.passwordHash,
    passwordChangedAt: now,
    language: closestLanguage(visitor.language, config.languages),
    homePhone: own?.homePhone ?? null,
    workPhone: own?.workPhone ?? null,
    mobilePhone: own?.mobilePhone ?? null,
    createdAt: now,
    helpSeenAt: null,
    disabledAt: null,
  };
  const { session, token } = await newSession(deps, account.id, visitor, now);
  const confirmation = unconfirmed
    ? await newMailedToken(deps, 'confirm-email', account, act.email, visitor.language)
    : undefined;
  const letters = replaces ? noticesOf(account, invitation, confirmation?.letter) : [];

  const outcome = await store.activateAccount(
    {
      ticketDigest: act.ticketDigest,
      account,
      session,
      link: {
        id: random.id(),
        accountId: account.id,
        personId: person.id,
        invitationId: invitation.id,
        relationship: act.input.relationship,
        linkedAt: now,
      },
      personEmail: replaces && !unconfirmed ? act.email : null,
      ...(confirmation && { confirmation: confirmation.token }),
    },
    now,
    {
      letters: await seal(deps, letters),
      events: [
        { at: now, name: 'account.created', accountId: account.id, personId: person.id, invitationId: invitation.id },
        ...(replaces && !unconfirmed
          ? [{ at: now, name: 'email.replaced', accountId: account.id, personId: person.id }]
          : []),
      ],
    },
  );
  if (outcome === 'username_taken') throw new PortalError('email_taken', { fields: { username: { code: 'invalid' } } });
  // Another caller with this very ticket may have won with the same address and password: a double click.
  if (outcome === 'ticket_spent') return answerAgain(deps, act.ticketDigest, act.input, visitor);

  await forgetGuesses(deps, account.usernameKey);
  await leaveOldSession(deps, visitor, { at: now, name: 'session.replaced', accountId: account.id });
  visitor.begin(token);
  return { step: await stepAfterActivation(deps, account, visitor.language, now) };
}

/** Both addresses are told, so that nobody takes over a record unseen: what is true by now, or will be once it is confirmed. */
const noticesOf = (
  account: Account,
  { email, language }: InvitationWithPerson['invitation'],
  confirmation: Letter | undefined,
): Letter[] => [
  { kind: 'email-replaced', audience: confirmation ? 'pending' : 'old', to: email, language },
  confirmation ?? {
    kind: 'email-replaced',
    audience: 'new',
    to: account.email,
    language: account.language ?? language,
  },
];

function readUsername({ settings }: Deps, { username }: Input, { invitation }: Found, { language }: Visitor) {
  const address = parseEmail(username)?.address;
  if (address) return { username: address, email: address };
  if (settings.config(language).username === 'email' || username.trim() === '') {
    throw new PortalError('email_invalid', { fields: { username: { code: 'invalid' } } });
  }
  return { username: username.trim(), email: invitation.email };
}

async function answerAgain(deps: Deps, ticketDigest: string, input: Input, visitor: Visitor) {
  const { store, clock } = deps;
  const account = await store.findAccountByTicket(ticketDigest);
  const key = usernameKey(input.username);
  if (!account || account.usernameKey !== key) throw new PortalError('ticket_expired');
  if (!(await checkPassword(deps, { usernameKey: key, account }, input.password, visitor))) {
    throw new PortalError('ticket_expired');
  }
  const now = clock.now();
  if (!(await startSession(deps, account, visitor, now))) throw new PortalError('ticket_expired');
  return { step: await stepAfterActivation(deps, account, visitor.language, now) };
}
