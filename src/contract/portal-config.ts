import type { Block } from './rich-text.js';

type Settings = Record<
  'link' | 'email' | 'phones' | 'language' | 'password' | 'people' | 'consents' | 'sessions',
  boolean
>;

/** What this portal asks, allows and says. */
export interface PortalConfig {
  name: string;
  /** BCP 47 tags; the first is the portal's own. */
  languages: string[];
  /** Whom to turn to; shown on every failure. */
  support: { phone?: string; email?: string; url?: string; hours?: string };
  /** Paths of the portal's pages; `''` leaves an element where it is. */
  pages: Record<'activate' | 'login' | 'consent' | 'settings' | 'landing' | 'resetPassword', string>;
  /** What proves to be the person: one of these. */
  verification: {
    methods: ('birthdate' | 'phone' | 'email' | 'answers')[];
    /** With `answers`: the fields that a custom backend asks for. */
    questions?: { name: string; label: string; type: 'text' | 'digits' | 'date' }[];
  };
  code: { format: 'portal' | 'any' };
  username: 'email' | 'any';
  confirmNewEmail: boolean;
  confirmPassword: boolean;
  password: {
    minLength: number;
    maxLength: number;
    digit: boolean;
    special: string;
    notUsername: boolean;
    common: boolean;
  };
  link: { verification: 'none' | 'birthdate' | 'phone' };
  /** Parts of the settings page that are switched on, here and on the server. */
  settings: Settings;
  /** Whether an expired code can be replaced from the page. */
  renewal: boolean;
  /** ISO 3166 code of the country whose phone numbers need no prefix. */
  phoneRegion: string;
  help: Record<string, Block[]>;
  features: string[];
}
