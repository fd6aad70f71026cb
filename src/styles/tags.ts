/** The tags whose light DOM our style sheet reaches, and nothing else of a page. */
export const PORTAL_TAGS = [
  'portal-activate',
  'portal-consent',
  'portal-help',
  'portal-language',
  'portal-link-code',
  'portal-login',
  'portal-reset-password',
  'portal-session',
  'portal-settings',
] as const;
