/**
 * The reference backend as a Node server: SQL stores, argon2id, SMTP, static pages.
 *
 * @module
 */
export { addPerson } from '../core/invitations/add-person.js';
export { issueInvitation } from '../core/invitations/issue-invitation.js';
export { readSettings, type ServerSettings } from './config-file.js';
export { ConfigError } from './config-problems.js';
export { readEnvironment, type Environment } from './environment.js';
export { openStore } from './open-store.js';
export { PAGE_HEADERS } from './pages.js';
export { BASE_PATH, openPortal, type Portal, type PortalOptions } from './portal.js';
export { serve, type RunningServer, type ServeOptions } from './server.js';
export { UsageError } from '../usage-error.js';
