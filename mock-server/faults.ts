import { PortalError, type PortalErrorCode } from '../src/contract/errors.js';
import { operationNamed, type OperationName } from '../src/contract/operations.js';
import { problemResponse } from '../src/backend/http/problem.js';
import { pathPattern } from '../src/contract/path.js';
import { MOCK_BASE_PATH } from './base-path.js';
import type { Fault } from './scenarios.js';

type Call = (request: Request) => Promise<Response>;

/** Faults by the names that a person has for them. */
const COMMON = { offline: 'network', broken: 'server_error', busy: 'too_many_attempts' } as const;

/** Answers a request as the backend would, unless the fault hits it. */
export function answer(request: Request, call: Call, fault: Fault | undefined): Promise<Response> {
  if (!fault || !isHit(request, fault.operations)) return call(request);
  return fault.kind === 'hanging' ? givenUp(request.signal) : fail(errorOf(fault.kind), fault);
}

const errorOf = (kind: keyof typeof COMMON | PortalErrorCode): PortalErrorCode =>
  kind in COMMON ? COMMON[kind as keyof typeof COMMON] : (kind as PortalErrorCode);

/** Ends with the caller's patience alone, as `fetch` does. */
export const givenUp = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });

async function fail(code: PortalErrorCode, { details }: Fault): Promise<Response> {
  if (code === 'network') throw new TypeError('Failed to fetch');
  return problemResponse(
    new PortalError(code, { ...(code === 'too_many_attempts' && { retryAfter: 30 }), ...details }),
  );
}

function isHit(request: Request, operations?: readonly OperationName[]): boolean {
  const path = new URL(request.url).pathname.slice(MOCK_BASE_PATH.length);
  if (!operations) return path !== '/config' && !(request.method === 'GET' && path === '/session');
  return operations.some((name) => {
    const row = operationNamed(name);
    return row.method === request.method && pathPattern(row.path).test(path);
  });
}
