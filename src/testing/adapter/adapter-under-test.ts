import type { PortalAdapter } from '../../adapter/portal-adapter.js';

/** Somebody to be put on file. */
export interface Invitee {
  email: string;
  /** `YYYY-MM-DD` */
  birthdate: string;
  /** E.164 */
  homePhone: string;
  workPhone: string;
  givenName: string;
  familyName: string;
}

/** A code as whoever issues it is told it. */
export interface Invited {
  code: string;
  personId?: string;
  /** When it expires, ISO 8601. */
  expiresAt?: string;
}

/** A way in which nothing works: the program fails, its data can't be reached, or the backend can't. */
export type Outage = 'server_error' | 'unavailable' | 'network';

/** The wire below an adapter that speaks HTTP. */
export interface HttpUnderTest {
  /** Where the API stands, such as `https://staging.example/api/portal`. */
  baseUrl: string;
  /** Sends the requests in place of `fetch`. */
  fetch?: typeof fetch;
  /** What clients send as `Origin`; else the origin of `baseUrl`. */
  origin?: string;
}

/** What a backend brings to the suite: a way in, a way to invite somebody, and, where it can, a look inside. */
export interface AdapterUnderTest {
  /** A new client that shares no session with others. */
  connect(): PortalAdapter;
  /** Puts somebody new on file and issues a code for them. */
  invite(person: Invitee): Promise<Invited>;
  /** Issues another code for somebody on file, which replaces their pending one. */
  inviteAgain?(personId: string): Promise<Invited>;
  /** The wire: what only HTTP shows is tested where this is given, and clients are made from it. */
  http?: HttpUnderTest;
  /** The mails to an address that went out so far, oldest first. */
  mailbox?(address: string): Promise<{ text: string }[]>;
  /** The lines of the trail so far, oldest first. */
  trail?(): Promise<string[]>;
  /** The backend's clock, to be moved. */
  clock?: { advance(ms: number): unknown };
  /** Has the backend fail in this way for as long as the work takes. */
  outage?(how: Outage, work: () => Promise<void>): Promise<void>;
  /** For how many seconds a limit in the way of a test is waited out; none unless told, a minute on a clock that moves. */
  patience?: number;
}
