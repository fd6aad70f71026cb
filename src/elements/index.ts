import './context-root.js';

export * from '../adapter/index.js';
export * from './events.js';
export { PortalProvider } from './provider/portal-provider.js';
export { PortalActivate } from './activate/portal-activate.js';
export { PortalLogin } from './login/portal-login.js';
export { PortalConsent } from './consent/portal-consent.js';
export { PortalHelp } from './help/portal-help.js';
export { PortalResetPassword } from './reset-password/portal-reset-password.js';
export { PortalLinkCode } from './link-code/portal-link-code.js';
export { PortalSettings } from './settings/portal-settings.js';
export { PortalSession } from './session/portal-session.js';
export { PortalLanguage } from './language/portal-language.js';
