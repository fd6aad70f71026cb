export type { CodeReason, FieldProblem, PortalErrorCode, PortalErrorDetails } from '../contract/portal-error.js';
export { PortalError } from '../contract/portal-error.js';
export type { Messages, PartialMessages } from '../locale/messages.js';
export { configurePortal, type PartialConfig, type DocumentSettings } from './configure.js';
export { createHttpAdapter, type HttpAdapterOptions } from './http-adapter.js';
export {
  portalContext,
  unsupported,
  type CallOptions,
  type PortalAdapter,
  type PortalContext,
} from './portal-adapter.js';
export { resolveNext } from './resolve-next.js';
