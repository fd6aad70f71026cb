import type { PortalConfig } from '../src/contract/config.js';
import type { PortalErrorCode, PortalErrorDetails } from '../src/contract/errors.js';
import type { OperationName } from '../src/contract/operations.js';
import type { PersonName } from './clinic.js';

/** What has become of a code. */
export type CodeState = 'pending' | 'used' | 'expired' | 'replaced' | 'revoked' | 'locked';

/** Something that goes wrong: an operation ends in an error of the contract, or never ends. */
export interface Fault {
  kind: 'offline' | 'hanging' | 'broken' | 'busy' | PortalErrorCode;
  /** Which operations it hits; without any, all but those by which a page finds out where it is. */
  operations?: readonly OperationName[];
  /** What the error carries beside its code. */
  details?: PortalErrorDetails;
}

/** A world for the mock to start in, as data: who has which code, who has an account, and what is broken. */
export interface Scenario {
  /** One sentence for the list of scenarios. */
  about: string;
  /** What this portal's config says beside the defaults. */
  config?: { [Key in keyof PortalConfig]?: Partial<PortalConfig[Key]> };
  /** Which documents the portal has: the clinic's three unless it says otherwise, or one with questions of every kind. */
  consents?: 'all' | 'required' | 'none' | 'strict';
  codes?: Record<string, { person: PersonName; state: CodeState }>;
  /** Accounts that exist, by person; each has the person's address and `MOCK_PASSWORD`. */
  accounts?: Partial<Record<PersonName, { consents: 'open' | 'required-answered' | 'answered'; helpSeen?: boolean }>>;
  /** Who is logged in. */
  loggedIn?: PersonName;
  /** On how many other devices they are logged in too. */
  otherDevices?: number;
  /** What goes wrong from the start. */
  fault?: Fault;
  /** Milliseconds that every answer takes. */
  delayMs?: number;
}

/** Codes of the scenarios: well-formed, so that elements send them. */
export const codes = {
  fresh: 'K7QM2-XRT9W-BD3FS',
  second: '01231-14567-89ABJ',
} as const;

const fresh = { [codes.fresh]: { person: 'dana', state: 'pending' } } as const;
const withState = (state: CodeState): Scenario['codes'] => ({ [codes.fresh]: { person: 'dana', state } });
const home = { dana: { consents: 'answered', helpSeen: true } } as const;

/** The worlds that stories, tests and prototypes start in. */
export const scenarios = {
  'fresh-code': { about: 'Dana has a code that nobody used yet.', codes: fresh },
  'phone-portal': {
    about: 'An employer’s portal that asks for a phone number and has one consent.',
    config: { name: 'Harbor Works', verification: { methods: ['phone'] } },
    consents: 'required',
    codes: { [codes.fresh]: { person: 'sam', state: 'pending' } },
  },
  'email-proof': {
    about: 'A portal where one proves to be the person by the email on file.',
    config: { verification: { methods: ['email'] } },
    codes: fresh,
  },
  'answers-proof': {
    about: 'A portal with questions of its own. The backend of the mock knows no answers.',
    config: {
      verification: {
        methods: ['answers'],
        questions: [
          { name: 'number', label: 'Employee number', type: 'digits' },
          { name: 'site', label: 'Site you work at', type: 'text' },
          { name: 'since', label: 'First day at work', type: 'date' },
        ],
      },
    },
    codes: fresh,
  },
  'choice-of-proof': {
    about: 'A portal where one proves to be the person by birthdate, phone or email.',
    config: { verification: { methods: ['birthdate', 'phone', 'email'] } },
    codes: fresh,
  },
  'own-codes': {
    about: 'A portal whose codes have a shape of their own.',
    config: { code: { format: 'any' } },
    codes: fresh,
  },
  'any-username': {
    about: 'A portal where a username needn’t be an email.',
    config: { username: 'any' },
    codes: fresh,
  },
  'no-support': { about: 'A portal that names nobody to turn to.', config: { support: {} }, codes: fresh },
  'support-page': {
    about: 'A portal whose help is a page of its own.',
    config: { support: { url: 'https://larkfield.example/help' } },
    codes: fresh,
  },
  'no-pages': {
    about: 'A portal with all on one page: nothing leads to another. Dana has a code, and three consents to answer.',
    config: { pages: { activate: '', login: '', consent: '', settings: '', landing: '', resetPassword: '' } },
    codes: { [codes.second]: { person: 'milo', state: 'pending' } },
    accounts: { dana: { consents: 'open' } },
    loggedIn: 'dana',
  },
  'one-language': {
    about: 'Dana is logged in on a portal in one language.',
    config: { languages: ['en'] },
    accounts: home,
    loggedIn: 'dana',
  },
  'no-consents': { about: 'A portal that asks for no consent.', consents: 'none', codes: fresh },
  'confirm-password': {
    about: 'A portal that wants the password typed twice.',
    config: { confirmPassword: true },
    codes: fresh,
  },
  'long-passwords': {
    about: 'A portal with long passwords instead of composition rules.',
    config: { password: { minLength: 15, digit: false, special: '', common: true } },
    codes: fresh,
  },
  'used-code': {
    about: 'Dana’s code was used for her account.',
    codes: withState('used'),
    accounts: { dana: { consents: 'answered' } },
  },
  'expired-code': { about: 'Dana’s code has expired.', codes: withState('expired') },
  'expired-code-final': {
    about: 'Dana’s code has expired, and the portal doesn’t send new ones.',
    config: { renewal: false },
    codes: withState('expired'),
  },
  'replaced-code': { about: 'A newer code was sent to Dana.', codes: withState('replaced') },
  'revoked-code': { about: 'Dana’s code was revoked.', codes: withState('revoked') },
  'locked-code': { about: 'Dana’s code died of wrong birthdates.', codes: withState('locked') },
  'email-taken': {
    about: 'Dana has a code; Sam has an account under sam.okafor@example.com.',
    codes: fresh,
    accounts: { sam: { consents: 'answered' } },
  },
  'somebody-logged-in': {
    about: 'Sam is logged in while Dana’s code is opened.',
    codes: fresh,
    accounts: { sam: { consents: 'answered', helpSeen: true } },
    loggedIn: 'sam',
  },
  returning: { about: 'Dana has an account and comes back.', accounts: home },
  'returning-with-code': {
    about: 'Dana has an account and a code for Milo.',
    codes: { [codes.second]: { person: 'milo', state: 'pending' } },
    accounts: home,
  },
  'consents-pending': {
    about: 'Dana is logged in and has three consents to answer.',
    accounts: { dana: { consents: 'open' } },
    loggedIn: 'dana',
  },
  'one-consent-pending': {
    about: 'Dana is logged in on a portal with a single consent, and has it to answer.',
    consents: 'required',
    accounts: { dana: { consents: 'open' } },
    loggedIn: 'dana',
  },
  'strict-consent': {
    about:
      'Dana is logged in; the one consent of the portal has questions of every kind, and one must be answered with Yes.',
    consents: 'strict',
    accounts: { dana: { consents: 'open' } },
    loggedIn: 'dana',
  },
  'optional-consents-pending': {
    about: 'Dana is logged in; only optional consents are open.',
    accounts: { dana: { consents: 'required-answered' } },
    loggedIn: 'dana',
  },
  'first-visit': {
    about: 'Dana is logged in for the first time.',
    accounts: { dana: { consents: 'answered' } },
    loggedIn: 'dana',
  },
  'logged-in': {
    about: 'Dana is logged in and has a code for Milo.',
    codes: { [codes.second]: { person: 'milo', state: 'pending' } },
    accounts: home,
    loggedIn: 'dana',
  },
  'logged-in-link-asks': {
    about: 'Dana is logged in on a portal that asks for the birthdate when a code is added.',
    config: { link: { verification: 'birthdate' } },
    codes: { [codes.second]: { person: 'milo', state: 'pending' } },
    accounts: home,
    loggedIn: 'dana',
  },
  'logged-in-link-asks-phone': {
    about: 'Dana is logged in on a portal that asks for the phone number when a code is added.',
    config: { link: { verification: 'phone' } },
    codes: { [codes.second]: { person: 'milo', state: 'pending' } },
    accounts: home,
    loggedIn: 'dana',
  },
  'other-devices': {
    about: 'Dana is logged in here and on two other devices.',
    accounts: home,
    loggedIn: 'dana',
    otherDevices: 2,
  },
  'strict-account': {
    about: 'Dana is logged in on a portal with long passwords, typed twice.',
    config: { confirmPassword: true, password: { minLength: 10, digit: false, special: '', common: true } },
    accounts: home,
    loggedIn: 'dana',
  },
  'new-email': {
    about: 'Dana is logged in on a portal that wants a new email confirmed by its mailed link.',
    config: { confirmNewEmail: true },
    accounts: home,
    loggedIn: 'dana',
  },
  'few-settings': {
    about: 'Dana is logged in on a portal that has most settings switched off.',
    config: { settings: { email: false, phones: false, language: false, sessions: false, consents: false } },
    accounts: home,
    loggedIn: 'dana',
  },
  'logged-out': { about: 'Nobody is logged in.', accounts: home },
  'consents-offline': {
    about: 'Dana is logged in, and her consents can’t be reached.',
    accounts: { dana: { consents: 'open' } },
    loggedIn: 'dana',
    fault: { kind: 'offline', operations: ['listConsents'] },
  },
  offline: {
    about: 'No server can be reached, once the config was read.',
    codes: fresh,
    fault: { kind: 'offline' },
    accounts: home,
  },
  slow: { about: 'Every answer takes two seconds.', codes: fresh, accounts: home, delayMs: 2_000 },
  hanging: {
    about: 'Nothing is ever answered, but the config.',
    codes: fresh,
    accounts: home,
    fault: { kind: 'hanging' },
  },
  broken: { about: 'Every answer is an error of the server.', codes: fresh, accounts: home, fault: { kind: 'broken' } },
  busy: {
    about: 'Too many tries: everything asks to wait half a minute.',
    codes: fresh,
    accounts: home,
    fault: { kind: 'busy' },
  },
} as const satisfies Record<string, Scenario>;

/** The name of a scenario. */
export type ScenarioName = keyof typeof scenarios;
