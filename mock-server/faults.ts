import { PortalError } from '../src/contract/errors.js';
import { operationNamed, type OperationName } from '../src/contract/operations.js';
import { problemResponse } from '../src/backend/http/problem.js';
import type { Scenario } from './scenarios.js';

type Call = (request: Request) => Promise<Response>;

/** Puts what a scenario says is broken between the caller and the backend; the config can always be read. */
export function withFaults(call: Call, { fault, delayMs = 0 }: Scenario): Call {
  return async (request) => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (!fault || !isHit(request, fault.operations)) return call(request);
    switch (fault.kind) {
      case 'offline':
        throw new TypeError('Failed to fetch');
      case 'hanging':
        return new Promise((_resolve, reject) => {
          request.signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
        });
      case 'broken':
        return problemResponse(new PortalError('server_error'));
      case 'busy':
        return problemResponse(new PortalError('too_many_attempts', { retryAfter: 30 }));
    }
  };
}

function isHit(request: Request, operations?: readonly OperationName[]): boolean {
  const path = new URL(request.url).pathname;
  if (!operations) return !path.endsWith('/config') && !(request.method === 'GET' && path.endsWith('/session'));
  return operations.some((name) => {
    const row = operationNamed(name);
    return row.method === request.method && new RegExp(`${row.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  });
}
