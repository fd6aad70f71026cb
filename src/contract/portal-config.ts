import type { CodeFormat } from './fields/activation-code.js';
import type { PasswordPolicy } from './fields/password.js';
import type { SupportContact } from './portal-error.js';
import type { Block } from './rich-text.js';

type Settings = Record<
  'link' | 'email' | 'phones' | 'language' | 'password' | 'people' | 'consents' | 'sessions',
  boolean
>;

/** What this portal asks, allows and says. */
export interface PortalConfig {
  /** What the portal is called, in headings and mails. */
  name: string;
  /** BCP 47 tags; the first is the portal's own. */
  languages: string[];
  /** Whom to turn to; shown on every failure. */
  support: SupportContact;
  /** Paths of the portal's pages; `''` leaves an element where it is. */
  pages: Record<'activate' | 'login' | 'consent' | 'settings' | 'landing' | 'resetPassword', string>;
  /** What proves to be the person: one of these. */
  verification: {
    methods: ('birthdate' | 'phone' | 'email' | 'answers')[];
    /** With `answers`: the fields that a custom backend asks for. */
    questions?: { name: string; label: string; type: 'text' | 'digits' | 'date' }[];
  };
  /** `portal`: fifteen symbols, the last of which tells typing mistakes; `any`: codes of a backend of your own. */
  code: { format: CodeFormat };
  /** Whether a user name is an e-mail address, or anything. */
  username: 'email' | 'any';
  /** Whether an address other than the invited one counts only once its owner has followed a mailed link. */
  confirmNewEmail: boolean;
  /** Whether a new password is typed twice. */
  confirmPassword: boolean;
  /** What a new password has to be. */
  password: PasswordPolicy;
  /** What is asked for beside the code where somebody adds one to an account. */
  link: { verification: 'none' | 'birthdate' | 'phone' };
  /** Parts of the settings page that are switched on, here and on the server. */
  settings: Settings;
  /** Whether an expired code can be replaced from the page. */
  renewal: boolean;
  /** ISO 3166 code of the country whose phone numbers need no prefix. */
  phoneRegion: string;
  /** What `portal-help` says, by the `page` it names. */
  help: Record<string, Block[]>;
  /** The operations that this backend has; the settings and the renewal of a code leave out what is missing. */
  features: string[];
}
