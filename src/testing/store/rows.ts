import type { ConsentDocument } from '../../contract/consent.js';
import type {
  Account,
  AccountLink,
  Along,
  ConsentEntry,
  Invitation,
  MailedToken,
  OutboxLetter,
  Person,
  Session,
  Ticket,
} from '../../backend/records.js';

/** In milliseconds. */
export const SECOND = 1_000;
/** In milliseconds. */
export const MINUTE = 60 * SECOND;
/** In milliseconds. */
export const HOUR = 60 * MINUTE;
/** In milliseconds. */
export const DAY = 24 * HOUR;

/** When the suite plays. */
export const NOW = Date.UTC(2031, 4, 5, 12);

/** How long a session may rest here. */
export const IDLE = { idleMs: 30 * MINUTE };

/** A name that nothing else in the store has. */
export const unique = (kind: string): string => `${kind}-${crypto.randomUUID()}`;

/** One event of this name to go along, and nothing else. */
export const noting = (name = unique('event'), more: Partial<Along['events'][number]> = {}): Along => ({
  events: [{ at: NOW, name, ...more }],
});

/** Somebody with a name that has to be kept exactly. */
export function person(given: Partial<Person> = {}): Person {
  return {
    id: unique('person'),
    reference: null,
    kind: 'patient',
    givenName: 'Zoë',
    familyName: 'Ångström-李',
    email: 'zoe@example.com',
    birthdate: '1990-02-28',
    homePhone: '+15550100',
    workPhone: null,
    mobilePhone: '+15550101',
    ...given,
  };
}

/** A pending code for somebody. */
export function invitation(given: Partial<Invitation> & { personId: string }): Invitation {
  return {
    id: unique('invitation'),
    codeDigest: unique('code'),
    email: 'zoe@example.com',
    language: 'en',
    issuedAt: NOW,
    expiresAt: NOW + 30 * DAY,
    usedAt: null,
    replacedAt: null,
    revokedAt: null,
    lockedAt: null,
    ...given,
  };
}

/** A ticket that is good for a quarter of an hour. */
export function ticket(invitationId: string, given: Partial<Ticket> = {}): Ticket {
  return {
    digest: unique('ticket'),
    invitationId,
    openedAt: NOW,
    expiresAt: NOW + 15 * MINUTE,
    spentAt: null,
    ...given,
  };
}

/** An account with a name of its own. */
export function account(given: Partial<Account> = {}): Account {
  const name = unique('name');
  return {
    id: unique('account'),
    username: `${name}@Example.com`,
    usernameKey: `${name}@example.com`,
    email: `${name}@Example.com`,
    emailConfirmedAt: NOW,
    passwordHash: unique('hash'),
    passwordChangedAt: NOW,
    language: 'en',
    homePhone: null,
    workPhone: null,
    mobilePhone: null,
    createdAt: NOW,
    helpSeenAt: null,
    disabledAt: null,
    ...given,
  };
}

/** A session that began just now. */
export function session(accountId: string, given: Partial<Session> = {}): Session {
  return {
    id: unique('session'),
    digest: unique('session-digest'),
    accountId,
    startedAt: NOW,
    lastSeenAt: NOW,
    expiresAt: NOW + 12 * HOUR,
    userAgent: 'Browser/1.0',
    ...given,
  };
}

/** The link that a code makes for an account. */
export function link(accountId: string, to: Invitation, given: Partial<AccountLink> = {}): Omit<AccountLink, 'name'> {
  const { id, personId } = to;
  return { id: unique('link'), accountId, personId, invitationId: id, relationship: 'self', linkedAt: NOW, ...given };
}

/** A token that resets the password, unless told otherwise. */
export function mailedToken(of: Account, given: Partial<MailedToken> = {}): MailedToken {
  return {
    digest: unique('token'),
    purpose: 'reset-password',
    accountId: of.id,
    address: of.email,
    passwordChangedAt: of.passwordChangedAt,
    openedAt: NOW,
    expiresAt: NOW + HOUR,
    spentAt: null,
    ...given,
  };
}

/** A letter that is due. */
export function letter(given: Partial<OutboxLetter> = {}): OutboxLetter {
  return { id: unique('letter'), kind: 'invitation', payload: unique('sealed'), queuedAt: NOW, ...given };
}

const shownText: ConsentDocument = {
  documentId: 'portal',
  version: '2',
  language: 'es',
  title: 'Consentimiento «ñ»',
  body: [{ type: 'paragraph', content: ['Léalo. ', { strong: 'Todo.' }] }],
  questions: [{ id: 'agree', label: '¿Acepta?', type: 'yes-no', required: true, mustBe: 'yes' }],
  required: true,
  signature: true,
};

/** The answer to a text that has to be kept exactly. */
export function consent(accountId: string, given: Partial<ConsentEntry> = {}): ConsentEntry {
  return {
    id: unique('consent'),
    accountId,
    documentId: 'portal',
    version: '2',
    document: shownText,
    textDigest: 'digest-of-the-text',
    decision: 'accept',
    answers: { agree: 'yes', read: true },
    signature: 'Zoë "Ö" O’Neil',
    mobilePhone: null,
    recordedAt: NOW,
    ...given,
  };
}
