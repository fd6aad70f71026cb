/**
 * The reference backend without a runtime: rules, HTTP handler, memory store, outbox. `portal-elements/node` puts a
 * server, SQL databases and SMTP around it.
 *
 * @module
 */
export type { AttemptCounter, AttemptRule, Refusal } from './attempts.js';
export { createCore, type Core } from './core/core.js';
export { addPerson } from './core/invitations/add-person.js';
export { issueInvitation, type IssuedInvitation } from './core/invitations/issue-invitation.js';
export type { NewPerson } from './core/invitations/read-person.js';
export type { Deps } from './core/use-case.js';
export { featuresOf } from './features.js';
export { guarded, type GuardOptions } from './http/guards.js';
export { createHandler, type PortalHandler } from './http/handler.js';
export type { SessionTransport } from './http/session-transport.js';
export type { Letter, LetterKind } from './letter.js';
export type * from './ports.js';
export type * from './records.js';
export {
  DEFAULT_SETTINGS,
  closestLanguage,
  type ConsentSource,
  type Limits,
  type BackendSettings,
} from './settings.js';
export { StoreUnavailable } from './store-unavailable.js';
export { createMemoryStore } from './stores/memory-store.js';
export { createCheapHasher, createRandom, createSecrets } from './web-crypto.js';
