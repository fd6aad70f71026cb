import { CLASSIC_POLICY } from './fields/password.js';
import type { PortalConfig } from './portal-config.js';

/**
 * What a portal asks, allows and says unless its config says otherwise. Free of zod, so that a page can draw its first
 * field before the schemas are loaded.
 */
export const DEFAULT_CONFIG: PortalConfig = {
  name: 'Portal',
  languages: ['en'],
  support: {},
  pages: {
    activate: '/activate',
    login: '/login',
    consent: '/consent',
    settings: '/settings',
    landing: '/',
    resetPassword: '/reset-password',
  },
  verification: { methods: ['birthdate'] },
  code: { format: 'portal' },
  username: 'email',
  confirmNewEmail: false,
  confirmPassword: false,
  password: CLASSIC_POLICY,
  link: { verification: 'none' },
  settings: {
    link: true,
    email: true,
    phones: true,
    language: true,
    password: true,
    people: true,
    consents: true,
    sessions: true,
  },
  renewal: true,
  phoneRegion: 'US',
  help: {},
  features: [],
};
