import type { Instant } from '../records.js';

/**
 * How a session's token travels. Cookies exist in Node only: a browser's `Request` and `Response` hide them, so the mock
 * keeps the token in a variable instead.
 */
export interface SessionTransport {
  read(request: Request): string | undefined;
  /** Hands over the token, good until `expiresAt` at the latest. */
  write(headers: Headers, token: string, expiresAt: Instant): void;
  clear(headers: Headers): void;
}
