import type { CallOptions } from './portal-adapter.js';
import { PortalError } from '../contract/portal-error.js';

/** Where a backend answers, and with which `fetch` it is asked. */
export interface HttpDoor {
  /** Absolute, or relative to the page; without a slash at its end. */
  baseUrl: string;
  fetch: typeof fetch;
}

/** One request, as the table of operations describes it. */
export interface HttpRequest {
  method: string;
  path: string;
  body?: unknown;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

/** An answer whose body was read, and is `undefined` where it isn't JSON. */
export interface HttpAnswer {
  ok: boolean;
  status: number;
  body: unknown;
  /** Seconds, as the `Retry-After` header names them. */
  retryAfter: number | undefined;
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 20_000;

/** Whether a backend answers under another origin than the page's. */
export function isElsewhere(url: string): boolean {
  const page = globalThis.document?.baseURI;
  return page !== undefined && new URL(url, page).origin !== new URL(page).origin;
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Sends one request and reads its answer. Without an answer it throws `PortalError('network')`; a caller's own abort
 * comes through as it is.
 */
export async function sendRequest(
  door: HttpDoor,
  { method, path, body, keepalive }: HttpRequest,
  { signal, language }: CallOptions = {},
): Promise<HttpAnswer> {
  const url = door.baseUrl + path;
  const tooLate = AbortSignal.timeout(PATIENCE);
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (language) headers['Accept-Language'] = language;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    const response = await door.fetch(url, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      // They go to another origin only because the page's author named it as the backend.
      credentials: isElsewhere(url) ? 'include' : 'same-origin',
      cache: 'no-store',
      keepalive: keepalive ?? false,
      signal: signal ? AbortSignal.any([signal, tooLate]) : tooLate,
    });
    const seconds = Number(response.headers.get('Retry-After') ?? NaN);
    return {
      ok: response.ok,
      status: response.status,
      body: await jsonOf(response),
      retryAfter: Number.isFinite(seconds) ? seconds : undefined,
    };
  } catch (cause) {
    signal?.throwIfAborted();
    throw new PortalError('network', { cause });
  }
}
