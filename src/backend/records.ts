import type { Answers, ConsentDocument } from '../contract/consent.js';
import type { AttemptRule } from './attempts.js';

/** Milliseconds since 1970, UTC. */
export type Instant = number;

/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string;

export type Relationship = 'self' | 'other';

/** Somebody the organisation has on file. Phones are E.164. */
export interface Person {
  id: string;
  /** The organisation's own key for the person, where it gave one. */
  reference: string | null;
  kind: string;
  givenName: string;
  familyName: string;
  email: string | null;
  birthdate: CalendarDate | null;
  homePhone: string | null;
  workPhone: string | null;
  mobilePhone: string | null;
}

/** One activation code issued for one person. The code itself is stored only as a keyed digest. */
export interface Invitation {
  id: string;
  personId: string;
  codeDigest: string;
  /** Where the code was sent. */
  email: string;
  language: string;
  issuedAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  replacedAt: Instant | null;
  revokedAt: Instant | null;
  /** Too many wrong proofs: only a new code helps. */
  lockedAt: Instant | null;
}

/** Short-lived proof of having verified; stored as a digest. */
export interface Ticket {
  digest: string;
  invitationId: string;
  openedAt: Instant;
  expiresAt: Instant;
  spentAt: Instant | null;
}

/** A user name and a password, with what its owner keeps on it. */
export interface Account {
  id: string;
  username: string;
  /** The form in which user names are compared; unique. */
  usernameKey: string;
  email: string;
  /** Null while the address waits for its confirmation. */
  emailConfirmedAt: Instant | null;
  passwordHash: string;
  passwordChangedAt: Instant;
  language: string | null;
  homePhone: string | null;
  workPhone: string | null;
  mobilePhone: string | null;
  createdAt: Instant;
  helpSeenAt: Instant | null;
  /** Staff closed it, and they alone open it again. */
  disabledAt: Instant | null;
}

/** A person whose record an account opens. */
export interface AccountLink {
  id: string;
  accountId: string;
  personId: string;
  invitationId: string;
  relationship: Relationship;
  linkedAt: Instant;
  /** For reading only: the person's name as it stands on file. */
  name: string;
}

/** One log-in, from its start to its end; the token is stored as a digest. */
export interface Session {
  /** Named to the owner in the list of sessions; no secret. */
  id: string;
  digest: string;
  accountId: string;
  startedAt: Instant;
  lastSeenAt: Instant;
  /** The absolute end, however busy it is. */
  expiresAt: Instant;
  userAgent: string;
}

/** What was answered to which text: appended, never changed. */
export interface ConsentEntry {
  id: string;
  accountId: string;
  documentId: string;
  version: string;
  /** The text as it was shown, whole. */
  document: ConsentDocument;
  /** SHA-256 of that text. */
  textDigest: string;
  decision: 'accept' | 'decline' | 'withdraw';
  answers: Answers;
  signature: string | null;
  /** The mobile number that a text message agreement is about. */
  mobilePhone: string | null;
  recordedAt: Instant;
}

/** What was decided, without the text. */
export type ConsentDecision = Pick<ConsentEntry, 'documentId' | 'version' | 'decision' | 'recordedAt'>;

/** A mail that waits to be sent. The payload is sealed: recipient, words and code are unreadable in the database. */
export interface OutboxLetter {
  /** Also the stem of its Message-ID, so that a letter sent twice is seen as one. */
  id: string;
  kind: string;
  payload: string;
  queuedAt: Instant;
}

/** A letter that a worker holds until `leaseUntil`. */
export interface ClaimedLetter extends OutboxLetter {
  /** This one included; those that failed for reasons of the mail server are not. */
  attempts: number;
}

/** A letter with how its sending stands. */
export interface StoredLetter extends Omit<OutboxLetter, 'payload'> {
  /** Wiped once it went out. */
  payload: string | null;
  state: 'waiting' | 'sent' | 'parked';
  /** Not to be taken before: it isn't due, or somebody holds it. */
  dueAt: Instant;
  attempts: number;
  sentAt: Instant | null;
  failure: string | null;
}

/** One line of the append-only trail: who did what to whom, and how it ended. No secrets, nothing typed. */
export interface AuditEvent {
  at: Instant;
  /** Past tense, dotted: `code.verified`, `account.created`. */
  name: string;
  accountId?: string;
  personId?: string;
  invitationId?: string;
  /** Opaque particulars: reasons, counts, ids. */
  detail?: Record<string, string | number | boolean | null>;
}

/** What every change carries along, to be written in the same transaction. */
export interface Along {
  letters?: OutboxLetter[];
  events: AuditEvent[];
}

/** Attempts that were reserved, to be settled once the outcome is known. */
export interface Reservation {
  rules: AttemptRule[];
  at: Instant;
  /** A lock was reached before: nothing may be compared, and it is settled as wrong. */
  hopeless: boolean;
}

/** One mailed, single-use token for recovery or for confirming an address; stored as a digest. */
export interface MailedToken {
  digest: string;
  purpose: 'reset-password' | 'confirm-email';
  accountId: string;
  /** The address it was made for: it proves that one and no other. */
  address: string;
  /** The password it was made under: a change since then makes it void. */
  passwordChangedAt: Instant;
  openedAt: Instant;
  expiresAt: Instant;
  spentAt: Instant | null;
}

export interface InvitationWithPerson {
  invitation: Invitation;
  person: Person;
}
