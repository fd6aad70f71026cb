import type { AttemptRule, LastingCounters, Outcome, Refusal, Settlement } from './attempts.js';
import type { InvitationState } from './invitation-state.js';
import type {
  Account,
  AccountLink,
  Along,
  AuditEvent,
  ClaimedLetter,
  ConsentDecision,
  ConsentEntry,
  Instant,
  Invitation,
  InvitationWithPerson,
  MailedToken,
  OutboxLetter,
  Person,
  Reservation,
  Session,
  Ticket,
} from './records.js';

/** People and their codes. */
export interface PeopleStore {
  /** Puts somebody on file. Of all callers with one reference exactly one succeeds. */
  addPerson(person: Person, along: Along): Promise<'added' | 'reference_taken'>;
  findPerson(id: string): Promise<Person | undefined>;
  findPersonByReference(reference: string): Promise<Person | undefined>;
  /** Issues a code; with `replaceOlder`, the person's pending codes are replaced in the same act. */
  issueInvitation(invitation: Invitation, options: { replaceOlder: boolean }, along: Along): Promise<void>;
  /** The invitation with this code, used or not, with its person. */
  findInvitation(codeDigest: string): Promise<InvitationWithPerson | undefined>;
  findInvitationById(id: string): Promise<InvitationWithPerson | undefined>;
  /** Changes what is on file about a person; the id stays. */
  correctPerson(person: Person, along: Along): Promise<void>;
  /** All invitations, or those in one state at that moment; newest first, with their people. */
  listInvitations(page: {
    limit: number;
    offset: number;
    state?: { is: InvitationState; now: Instant };
  }): Promise<InvitationWithPerson[]>;
  /** One person's invitations, newest first. */
  listInvitationsOf(personId: string): Promise<Invitation[]>;
  /** Revokes a code that wasn’t used, replaced or revoked, an expired one too; tells whether it did. */
  revokeInvitation(id: string, now: Instant, along: Along): Promise<boolean>;
  /** Locks a code after too many wrong proofs; tells whether this call did it. */
  lockInvitation(id: string, now: Instant, along: Along): Promise<boolean>;
}

/** How far those came who were invited since a moment: counts, and nobody's name. */
export interface ActivationCounts {
  /** People to whom a code was issued. */
  invited: number;
  /** Codes that somebody tried, with a right proof or a wrong one, and those that were verified. */
  tried: number;
  verified: number;
  /** Tries that were refused, also of codes that don't exist. */
  refusals: number;
  /** Codes issued, by what has become of them. */
  states: Record<InvitationState, number>;
}

/** What staff look at and put an end to. */
export interface StaffStore {
  /** How far those came who were invited since then. */
  countActivations(since: Instant, now: Instant): Promise<ActivationCounts>;
  /**
   * Removes an account with all that is kept on it, and what is on file about its own person, on every record that it is
   * linked to as that, but that there was somebody. Codes that it used stay used, that person's pending ones are revoked, and the trail stays. Tells whether there was one.
   */
  eraseAccount(accountId: string, now: Instant, along: Along): Promise<boolean>;
}

/** What is counted, and how far it may go. */
export interface AttemptStore {
  /**
   * Counts an attempt against every rule before anything is compared: all of them, or none when one refuses. Parallel
   * callers are counted one after the other, so they can't outrun a limit.
   */
  reserveAttempt(rules: AttemptRule[], now: Instant): Promise<Reservation | Refusal>;
  /** Says how a reserved attempt ended. Of parallel failures exactly one is told that it locked a key. */
  settleAttempt(reservation: Reservation, outcome: Outcome, now: Instant): Promise<Settlement>;
  /** Forgets what was counted under these keys. */
  clearAttempts(keys: string[]): Promise<void>;
  /**
   * Notes that a subject tried a value (an address under a ticket). Refuses, noting nothing, when that would be one
   * value more than `limit` since `since`; a value noted before is always allowed.
   */
  noteDistinct(
    subject: string,
    valueDigest: string,
    limit: { most: number; since: Instant },
    now: Instant,
  ): Promise<boolean>;
}

/** How a code becomes an account, or a further link of one. */
export interface ActivationStore {
  openTicket(ticket: Ticket, along: Along): Promise<void>;
  findTicket(digest: string): Promise<(InvitationWithPerson & { ticket: Ticket }) | undefined>;
  /**
   * Makes the account, its link and its first session, and uses up the ticket and its code. Of all callers with one code
   * exactly one succeeds, and none once the code is used, expired, replaced or revoked; of all callers with one user name
   * likewise. `personEmail` becomes the address on the person's record unless it is null.
   */
  activateAccount(
    act: {
      ticketDigest: string;
      account: Account;
      link: Omit<AccountLink, 'name'>;
      session: Session;
      personEmail: string | null;
      confirmation?: MailedToken;
    },
    now: Instant,
    along: Along,
  ): Promise<'activated' | 'ticket_spent' | 'username_taken'>;
  /** The account that a spent ticket made. */
  findAccountByTicket(digest: string): Promise<Account | undefined>;
  /**
   * Uses up a code for an account that exists. Of all callers with one code, here and in `activateAccount`, exactly one
   * succeeds.
   */
  redeemForLink(
    act: { invitationId: string; link: Omit<AccountLink, 'name'> },
    now: Instant,
    along: Along,
  ): Promise<'linked' | 'unusable'>;
  /** An account's links, oldest first. */
  listLinks(accountId: string): Promise<AccountLink[]>;
  /** The account that an invitation was used for. */
  findLinkByInvitation(invitationId: string): Promise<AccountLink | undefined>;
}

/** What somebody may change on their account. */
export type ContactChanges = Partial<
  Pick<Account, 'homePhone' | 'workPhone' | 'mobilePhone' | 'language' | 'email' | 'emailConfirmedAt'>
>;

/** Accounts and what is kept on them. */
export interface AccountStore {
  findAccount(id: string): Promise<Account | undefined>;
  findAccountByName(usernameKey: string): Promise<Account | undefined>;
  /** Replaces a hash by a stronger one of the same password, if it is still the one that was checked. */
  rehashPassword(accountId: string, oldHash: string, newHash: string): Promise<void>;
  /**
   * Sets a new password if the account is open and the old hash still stands, ends every session, voids every mailed reset token, and starts the
   * given session. Of two changes at once one wins.
   */
  changePassword(
    act: { accountId: string; oldHash: string; newHash: string; session: Session },
    now: Instant,
    along: Along,
  ): Promise<boolean>;
  /**
   * Changes contact information on the account and on the record of its own person. A new e-mail address changes the user
   * name with it when `username` is given; the unique name decides a race.
   */
  updateContact(
    act: {
      accountId: string;
      changes: ContactChanges;
      username?: { username: string; usernameKey: string };
      confirmation?: MailedToken;
    },
    along: Along,
  ): Promise<'updated' | 'username_taken'>;
  markHelpSeen(accountId: string, now: Instant): Promise<void>;
  /** Closes an account, or opens it again; closing ends its sessions and voids its mailed tokens. */
  disableAccount(accountId: string, now: Instant | null, along: Along): Promise<void>;
}

/** Who is logged in. */
export interface SessionStore {
  /**
   * Begins a session if the account is open and still has the password that was checked; tells whether it did. A reset, a
   * change or a closing at the same moment either comes first, or ends this session too.
   */
  openSession(session: Session, checked: Pick<Account, 'passwordChangedAt'>, along: Along): Promise<boolean>;
  /**
   * The living session with this token and its account; restarts the idle time, unless that was done less than `grainMs`
   * ago: a write at every look would be most of what it costs. Both ends are enforced here.
   */
  touchSession(
    digest: string,
    limits: { idleMs: number; grainMs?: number },
    now: Instant,
  ): Promise<{ session: Session; account: Account } | undefined>;
  closeSession(digest: string, along: Along): Promise<void>;
  listSessions(accountId: string, limits: { idleMs: number }, now: Instant): Promise<Session[]>;
  /** Ends all sessions of the account but this one; tells how many. */
  closeOtherSessions(accountId: string, keepDigest: string, along: Along): Promise<number>;
  /** Gives a living session a new token; the old one is dead. */
  renewSession(oldDigest: string, newDigest: string): Promise<void>;
}

/** What was agreed to. */
export interface ConsentStore {
  /** The account's consent entries, oldest first. */
  listConsentEntries(accountId: string): Promise<ConsentEntry[]>;
  /** What the account decided, oldest first. It is asked at nearly every request, so the long texts stay where they lie. */
  listConsentDecisions(accountId: string): Promise<ConsentDecision[]>;
  /**
   * Appends an entry, unless the account's latest entry for that document says the same of the same version and is less
   * than a day old: a double click or a retry leaves one, a renewal is a new one. Tells whether it was appended.
   */
  recordConsent(entry: ConsentEntry, along: Along): Promise<boolean>;
}

/** Tokens that went out by mail. */
export interface MailedTokenStore {
  /** Opens a token; older unspent ones of the same account and purpose become void. */
  openMailedToken(token: MailedToken, along: Along): Promise<void>;
  findMailedToken(digest: string): Promise<MailedToken | undefined>;
  /**
   * Spends a reset token and sets the password: once, unexpired, and only while the password it was made under stands.
   * Ends all sessions and voids all other reset tokens. A closed account stays closed: nothing happens.
   */
  resetPassword(act: { digest: string; newHash: string }, now: Instant, along: Along): Promise<boolean>;
  /**
   * Spends a confirmation token: the address it names becomes the account's and counts as confirmed, and becomes the one
   * on the record of the account's own person, or of its first linked one where it has none of its own. With `username`
   * that changes too, unless somebody else has it by now: then nothing happens.
   */
  confirmEmail(
    act: { digest: string; username?: { username: string; usernameKey: string } },
    now: Instant,
    along: Along,
  ): Promise<boolean>;
}

/** Mail that waits. */
export interface LetterStore {
  queueLetters(letters: OutboxLetter[]): Promise<void>;
  /**
   * Takes letters that are due and that nobody holds; they are this caller's until the lease ends, which is longer than
   * sending one may take.
   */
  claimLetters(options: { limit: number; leaseMs: number }, now: Instant): Promise<ClaimedLetter[]>;
  /** The letter went out: its payload is wiped. */
  letterSent(id: string, now: Instant): Promise<void>;
  /**
   * It didn't: try again at `retryAt`, or, with null, park it for a person to look at. Where the failure was none of the
   * letter's, `counts` is false: the attempt isn't counted among its `attempts`.
   */
  letterFailed(id: string, retryAt: Instant | null, reason: string, options?: { counts: boolean }): Promise<void>;
  /** Makes what is parked due again, as if it were queued now and nobody had tried it; tells how many letters that are. */
  releaseLetters(now: Instant): Promise<number>;
  /** How many letters wait, and how many are parked. */
  countLetters(): Promise<{ waiting: number; parked: number }>;
}

/** The trail and housekeeping. */
export interface TrailStore {
  recordEvents(events: AuditEvent[]): Promise<void>;
  /** The trail, oldest first. */
  listEvents(filter: { accountId?: string; since?: Instant; limit?: number; offset?: number }): Promise<AuditEvent[]>;
  /**
   * Deletes what has had its time: tickets, ended sessions, spent tokens, sent letters, counters. Consents and trail stay.
   * Of the counters, those that `lasting` names stay longer, or for good.
   */
  forgetExpired(before: Instant, limits: { idleMs: number; lasting?: LastingCounters[] }, now: Instant): Promise<void>;
  /**
   * Remembers a mark of the secret that everything here is kept under, and tells the one that was remembered first: another
   * one means another secret, under which nothing here could be read.
   */
  rememberSecret(mark: string): Promise<string>;
  /** Whether the store answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Everything that is remembered. Each method is one sentence of the domain and atomic: all of it happens or nothing, and
 * where two callers race, its comment says who wins. What races is decided by the database, never by reading first.
 */
export interface Store
  extends
    PeopleStore,
    StaffStore,
    AttemptStore,
    ActivationStore,
    AccountStore,
    SessionStore,
    ConsentStore,
    MailedTokenStore,
    LetterStore,
    TrailStore {}

/** Slow hashes for passwords. */
export interface Hasher {
  hash(password: string): Promise<string>;
  /** Always costs one hash, also with `undefined` instead of a hash, so that unknown users take as long as known ones. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
  /** Whether the hash is weaker than what is made today. */
  isOutdated(hash: string): boolean;
}

/** Keyed digests and sealed boxes, under a key that never lies in the database. */
export interface Secrets {
  /** HMAC-SHA-256 of the value, bound to what it is for. */
  digest(purpose: string, value: string): Promise<string>;
  /** Plain SHA-256, for texts that are no secret. */
  fingerprint(text: string): Promise<string>;
  seal(text: string): Promise<string>;
  open(sealed: string): Promise<string>;
}

/** Parses phone numbers; plausible means possible, not assigned. */
export interface Phones {
  /** The number as E.164 without its extension, or nothing. */
  parse(typed: string, region: string): string | undefined;
}

export interface Clock {
  now(): Instant;
}

/** Randomness from a source fit for secrets. */
export interface Random {
  /** 256 bits as URL-safe text. */
  token(): string;
  /** 128 bits as URL-safe text, for ids. */
  id(): string;
  /** A whole number from 0 to `below` − 1, each as likely. */
  integer(below: number): number;
}

/** Knows the passwords that everybody tries first. */
export interface CommonPasswords {
  has(password: string): boolean;
}

/** A letter as it goes out. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands mail over to whoever delivers it; throws when that failed. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Writes operational log lines: names and opaque ids, never what somebody typed. */
export interface Log {
  info(event: string, detail?: Record<string, unknown>): void;
  error(event: string, detail?: Record<string, unknown>): void;
}
