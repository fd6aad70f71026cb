import type { Problem } from '../../contract/errors.js';
import { ERROR_STATUS, PortalError } from '../../contract/portal-error.js';
import { StoreUnavailable } from '../store-unavailable.js';

/** What every answer says about itself: it is personal, and it is what it says it is. */
export const ANSWER_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** The path exists, but not for that method. */
export class MethodNotAllowed extends PortalError {
  readonly allow: string;
  constructor(methods: string[]) {
    super('method_not_allowed');
    this.allow = methods.join(', ');
  }
}

const BUSY = new PortalError('unavailable', { retryAfter: 1 });
const FAULT = new PortalError('server_error');

/** What the caller is told of in place of what was thrown: of a fault, nothing but that there was one. */
export function portalErrorOf(thrown: unknown): PortalError {
  if (thrown instanceof PortalError) return thrown;
  return thrown instanceof StoreUnavailable ? BUSY : FAULT;
}

/** An error as RFC 9457 `application/problem+json`: a stable code and what the contract allows, nothing else. */
export function problemResponse(error: PortalError): Response {
  const status = ERROR_STATUS[error.code] || 500;
  const problem: Problem = {
    type: `urn:portal-elements:${error.code}`,
    title: error.code.replaceAll('_', ' '),
    status,
    code: error.code,
    ...(error.fields && { fields: error.fields }),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    ...(error.reason && { reason: error.reason }),
    ...(error.support && { support: error.support }),
    ...(error.document !== undefined && { document: error.document }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      ...ANSWER_HEADERS,
      'content-type': 'application/problem+json',
      ...(error.retryAfter !== undefined && { 'retry-after': String(error.retryAfter) }),
      ...(error instanceof MethodNotAllowed && { allow: error.allow }),
    },
  });
}
