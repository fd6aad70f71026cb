/**
 * How a session's token travels. Cookies exist in Node only: a browser's `Request` and `Response` hide them, so the mock
 * keeps the token in a variable instead.
 */
export interface SessionTransport {
  read(request: Request): string | undefined;
  write(headers: Headers, token: string): void;
  clear(headers: Headers): void;
}
