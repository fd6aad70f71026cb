import type { PortalAdapter } from '../../adapter/portal-adapter.js';
import type { PortalErrorCode } from '../../contract/errors.js';
import type { OperationName } from '../../contract/operations.js';
import { NotApplicable, type Rule } from './conformance-error.js';
import { openPortal, type Portal } from './portal.js';
import { asBroken } from './refusals.js';
import { operationThatRefused } from './watched.js';

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

/** What a case is about, in the order in which a backend is best built. */
export type Group =
  | 'shapes'
  | 'errors'
  | 'uniform answers'
  | 'single use'
  | 'normalization'
  | 'limits'
  | 'sessions'
  | 'consents'
  | 'abort'
  | 'secrets'
  | 'http';

/** An operation, and the error it is made to end in; without one, that it answers. */
export interface Covered {
  operation: OperationName;
  error?: PortalErrorCode;
}

/** One sentence about a backend, and how to find out whether it holds. */
export interface AdapterCase {
  group: Group;
  name: string;
  /** Where it is written down. */
  rule: Rule;
  covers: readonly Covered[];
  /**
   * Tries it.
   *
   * @returns why it can't be tried on this backend, if it can't
   * @throws ConformanceError where it doesn't hold
   */
  run(backend: AdapterUnderTest): Promise<{ skipped: string } | undefined>;
}

/** A case as it is written down: a plain function of a portal. */
export type Definition = Pick<AdapterCase, 'name' | 'rule' | 'covers'> & { run(portal: Portal): Promise<unknown> };

/** Makes the cases of a group. */
export const defineCases = (group: Group, definitions: readonly Definition[]): AdapterCase[] =>
  definitions.map((definition) => ({
    ...definition,
    group,
    async run(backend) {
      try {
        await definition.run(openPortal(backend));
        return undefined;
      } catch (error) {
        const broken = asBroken(error, definition.rule, operationThatRefused(error));
        if (broken instanceof NotApplicable) return { skipped: broken.message };
        throw broken;
      }
    },
  }));
