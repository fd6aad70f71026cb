import { PortalError } from '../contract/portal-error.js';
import { mergeConfig } from './read-config.js';
import { sendRequest, type HttpDoor } from './http-request.js';
import type { CallOptions, CheckedOperation, PortalAdapter } from './portal-adapter.js';

// Written down, because reading the names off the table would load every reader ahead of the first field. An operation
// that is forgotten here doesn't compile.
const NAMES: Record<CheckedOperation, 1> = {
  verifyCode: 1,
  createAccount: 1,
  renewCode: 1,
  logIn: 1,
  readSession: 1,
  logOut: 1,
  listConsents: 1,
  answerConsent: 1,
  withdrawConsent: 1,
  linkCode: 1,
  readAccount: 1,
  updateContact: 1,
  changePassword: 1,
  markHelpSeen: 1,
  listSessions: 1,
  endOtherSessions: 1,
  requestPasswordReset: 1,
  resetPassword: 1,
  confirmEmail: 1,
};

/** What an HTTP adapter is made of. */
export interface HttpAdapterOptions {
  /** Where the backend answers, such as `/api/portal`; relative to the page, or absolute. */
  baseUrl: string;
  /** Sends the requests in place of the page's own `fetch`. */
  fetch?: typeof fetch;
}

/** An adapter for every backend that speaks the HTTP of the contract. */
export function createHttpAdapter({ baseUrl, fetch: own }: HttpAdapterOptions): PortalAdapter {
  const door: HttpDoor = {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    // Looked up at each call, so that what replaces it later is used.
    fetch: own ?? ((...request) => globalThis.fetch(...request)),
  };
  const call =
    (name: CheckedOperation) =>
    async (input?: Record<string, unknown>, options?: CallOptions): Promise<unknown> => {
      const { callOverHttp } = await import('./http-call.js');
      return callOverHttp(door, name, input, options);
    };
  const calls = Object.fromEntries(Object.keys(NAMES).map((name) => [name, call(name as CheckedOperation)]));
  return { ...(calls as unknown as PortalAdapter), readConfig: (_, options) => readConfig(door, options) };
}

// Read before the first field is drawn, so without a schema: what is no config becomes one by its defaults.
async function readConfig(door: HttpDoor, options?: CallOptions) {
  const { ok, status, body, retryAfter } = await sendRequest(door, { method: 'GET', path: '/config' }, options);
  if (ok && typeof body === 'object' && body !== null) return mergeConfig(body);
  const code = status === 429 ? 'too_many_attempts' : status > 500 ? 'unavailable' : 'server_error';
  throw new PortalError(code, { status, retryAfter });
}
