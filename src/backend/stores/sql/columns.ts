import type { AttemptCounter } from '../../attempts.js';
import type {
  Account,
  AccountLink,
  ConsentEntry,
  Invitation,
  MailedToken,
  Person,
  Session,
  Ticket,
} from '../../records.js';

/*
 * The columns that are written and read. Named one by one, so that neither a column of the database's own gets out nor a
 * property that a caller's object happens to have gets in.
 */

/** Of `people`. */
export const PERSON = [
  'id',
  'reference',
  'kind',
  'givenName',
  'familyName',
  'email',
  'birthdate',
  'homePhone',
  'workPhone',
  'mobilePhone',
] as const satisfies readonly (keyof Person)[];

/** Of `invitations`. */
export const INVITATION = [
  'id',
  'personId',
  'codeDigest',
  'email',
  'language',
  'issuedAt',
  'expiresAt',
  'usedAt',
  'replacedAt',
  'revokedAt',
  'lockedAt',
] as const satisfies readonly (keyof Invitation)[];

/** Of `tickets`. */
export const TICKET = [
  'digest',
  'invitationId',
  'openedAt',
  'expiresAt',
  'spentAt',
] as const satisfies readonly (keyof Ticket)[];

/** Of `accounts`. */
export const ACCOUNT = [
  'id',
  'username',
  'usernameKey',
  'email',
  'emailConfirmedAt',
  'passwordHash',
  'passwordChangedAt',
  'language',
  'homePhone',
  'workPhone',
  'mobilePhone',
  'createdAt',
  'helpSeenAt',
  'disabledAt',
] as const satisfies readonly (keyof Account)[];

/** Of `accountLinks`. */
export const LINK = [
  'id',
  'accountId',
  'personId',
  'invitationId',
  'relationship',
  'linkedAt',
] as const satisfies readonly (keyof AccountLink)[];

/** Of `sessions`. */
export const SESSION = [
  'id',
  'digest',
  'accountId',
  'startedAt',
  'lastSeenAt',
  'expiresAt',
  'userAgent',
] as const satisfies readonly (keyof Session)[];

/** Of `mailedTokens`. */
export const MAILED_TOKEN = [
  'digest',
  'purpose',
  'accountId',
  'address',
  'passwordChangedAt',
  'openedAt',
  'expiresAt',
  'spentAt',
] as const satisfies readonly (keyof MailedToken)[];

/** Of `consentEntries`. */
export const CONSENT = [
  'id',
  'accountId',
  'documentId',
  'version',
  'document',
  'textDigest',
  'decision',
  'answers',
  'signature',
  'mobilePhone',
  'recordedAt',
] as const satisfies readonly (keyof ConsentEntry)[];

/** Of `attemptCounters`. */
export const COUNTER = [
  'key',
  'open',
  'failed',
  'windowStart',
  'blockedUntil',
  'touchedAt',
] as const satisfies readonly (keyof AttemptCounter)[];
