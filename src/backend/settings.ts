import type { PortalConfig } from '../contract/config.js';
import type { ConsentDocument } from '../contract/consent.js';
import { DAY, HOUR, MINUTE } from './units.js';

/** A consent document in all its languages. */
export interface ConsentSource {
  documentId: string;
  required: boolean;
  /** Days after which it is asked again, although nothing in it changed. */
  renewalDays: number | null;
  /** The text message agreement: its record names the mobile number that it is about. */
  recordsMobilePhone: boolean;
  /** The text in this language, or in the closest one there is; its `language` says which. */
  inLanguage(language: string): ConsentDocument;
}

/** What is counted and how far it may go. Networks are IPv4 addresses or IPv6 /64 blocks. */
export interface Limits {
  /** Wrong proofs after which a code is dead. */
  wrongProofsPerCode: number;
  /** Wrong codes from one network. */
  wrongCodesPerMinute: number;
  wrongCodesPerHour: number;
  /** Wrong passwords for one account from one network before each further one has to wait. */
  wrongPasswords: number;
  /** Wrong passwords in a row, from everywhere, after which the password no longer counts. */
  wrongPasswordsInAll: number;
  /** Failed log-ins from one network, whatever the account. */
  wrongPasswordsPerMinute: number;
  /** Failed log-ins in ten minutes from all the addresses that are one IPv4 /24, or one IPv6 /48. */
  wrongPasswordsPerBlock: number;
  /** Addresses that one ticket may try, and those that one code, or an account that wants another one, may try in a day. */
  addressesPerTicket: number;
  addressesPerCode: number;
  /** Mails of one kind to one address in an hour. */
  lettersPerHour: number;
}

/** The server's own settings, beside what every page may read. All times are milliseconds. */
export interface BackendSettings {
  /** What this portal asks, allows and says, in this language or the closest one there is; without one, in its own. */
  config(language?: string): PortalConfig;
  consents: readonly ConsentSource[];
  /** Where the portal's pages are: `https://portal.example`, without a slash at the end. */
  publicUrl: string;
  validity: { codeMs: number; ticketMs: number; resetMs: number; confirmationMs: number };
  /** Whether a new code replaces the same person's pending ones. */
  replaceOlderCodes: boolean;
  limits: Limits;
  sessions: {
    idleMs: number;
    absoluteMs: number;
    /** Whether the cookie is sent along from pages of another site. */
    crossSite: boolean;
    /** Origins beside the portal's own whose pages may call the API with credentials. */
    allowedOrigins: readonly string[];
  };
}

/** How long a code may be made valid for. */
export const LONGEST_CODE_DAYS = 366;

/** What holds unless `portal.config.json` says otherwise. */
export const DEFAULT_SETTINGS: Omit<BackendSettings, 'config' | 'consents' | 'publicUrl'> = {
  validity: { codeMs: 30 * DAY, ticketMs: 15 * MINUTE, resetMs: HOUR, confirmationMs: DAY },
  replaceOlderCodes: true,
  limits: {
    wrongProofsPerCode: 5,
    wrongCodesPerMinute: 10,
    wrongCodesPerHour: 50,
    wrongPasswords: 5,
    wrongPasswordsInAll: 100,
    wrongPasswordsPerMinute: 30,
    wrongPasswordsPerBlock: 300,
    addressesPerTicket: 5,
    addressesPerCode: 10,
    lettersPerHour: 5,
  },
  sessions: { idleMs: 30 * MINUTE, absoluteMs: 12 * HOUR, crossSite: false, allowedOrigins: [] },
};

/** The best of the offered languages for a wish such as `es-MX`: itself, its stem, or the first one. */
export function closestLanguage(wished: string, offered: readonly string[]): string {
  const lower = wished.toLowerCase();
  const stem = lower.split('-')[0];
  const find = (test: (tag: string) => boolean): string | undefined => offered.find((tag) => test(tag.toLowerCase()));
  return (
    find((tag) => tag === lower) ??
    find((tag) => tag === stem) ??
    find((tag) => tag.split('-')[0] === stem) ??
    offered[0]!
  );
}
