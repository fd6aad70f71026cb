import { ERROR_STATUS, type PortalError, type Problem } from '../../contract/errors.js';

/** What every answer says about itself: it is personal, and it is what it says it is. */
export const ANSWER_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** An error as RFC 9457 `application/problem+json`: a stable code and what the contract allows, nothing else. */
export function problemResponse(error: PortalError, headers: Record<string, string> = {}): Response {
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
      ...headers,
    },
  });
}
