import type { Store } from '../ports.js';

/*
 * The port in parts, one for each file of an implementation. A store is whole when all of them are there; the compiler
 * says so where they are joined.
 */

/** People and their codes. */
export type PeopleArea = Pick<
  Store,
  | 'addPerson'
  | 'findPerson'
  | 'findPersonByReference'
  | 'issueInvitation'
  | 'findInvitation'
  | 'findInvitationById'
  | 'correctPerson'
  | 'listInvitations'
  | 'listInvitationsOf'
  | 'revokeInvitation'
  | 'lockInvitation'
>;

/** What staff look at and put an end to. */
export type StaffArea = Pick<Store, 'countActivations' | 'eraseAccount'>;

/** What is counted, and how far it may go. */
export type AttemptsArea = Pick<Store, 'reserveAttempt' | 'settleAttempt' | 'clearAttempts' | 'noteDistinct'>;

/** How a code becomes an account, or a further link of one. */
export type ActivationArea = Pick<
  Store,
  | 'openTicket'
  | 'findTicket'
  | 'activateAccount'
  | 'findAccountByTicket'
  | 'redeemForLink'
  | 'listLinks'
  | 'findLinkByInvitation'
>;

/** Accounts and what is kept on them. */
export type AccountsArea = Pick<
  Store,
  | 'findAccount'
  | 'findAccountByName'
  | 'rehashPassword'
  | 'changePassword'
  | 'updateContact'
  | 'markHelpSeen'
  | 'disableAccount'
>;

/** Who is logged in. */
export type SessionsArea = Pick<
  Store,
  'openSession' | 'touchSession' | 'closeSession' | 'listSessions' | 'closeOtherSessions' | 'renewSession'
>;

/** What was agreed to. */
export type ConsentsArea = Pick<Store, 'listConsentEntries' | 'listConsentDecisions' | 'recordConsent'>;

/** Tokens that went out by mail. */
export type MailedTokensArea = Pick<Store, 'openMailedToken' | 'findMailedToken' | 'resetPassword' | 'confirmEmail'>;

/** Mail that waits. */
export type LettersArea = Pick<Store, 'queueLetters' | 'claimLetters' | 'letterSent' | 'letterFailed' | 'countLetters'>;

/** The trail and housekeeping. */
export type TrailArea = Pick<
  Store,
  'recordEvents' | 'listEvents' | 'forgetExpired' | 'rememberSecret' | 'ping' | 'close'
>;
