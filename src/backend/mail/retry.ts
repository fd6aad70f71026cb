import type { Random } from '../ports.js';

const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 60 * 60_000;

type Chance = Pick<Random, 'integer'>;

// Up to a tenth more, so that letters which failed together don't come back together.
function spread(delay: number, random: Chance): number {
  const pause = Math.min(LONGEST_MS, Math.max(FIRST_MS, delay));
  return pause + random.integer(Math.floor(pause / 10));
}

/** How long to wait after so many refusals: a minute, then twice as long every time, up to six hours, and a little more. */
export const retryDelay = (attempts: number, random: Chance): number => spread(FIRST_MS * 2 ** (attempts - 1), random);

/**
 * How long to wait while the mail server is away: as long as the letter has waited already, from a minute to six hours,
 * and a little more. That too is twice as long every time, and nothing has to be counted for it.
 */
export const outageDelay = (waitedMs: number, random: Chance): number => spread(waitedMs, random);

// Of nodemailer, of Node's own sockets, and of a signal that ended the wait.
const AWAY = [
  ...['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EREQUIRETLS', 'EPROTOCOL', 'EPROXY', 'EABORT'],
  ...['EAUTH', 'ENOAUTH', 'EOAUTH2'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE'],
  ...['AbortError', 'TimeoutError'],
];
// It is closing down, or wants TLS or a log-in: https://www.rfc-editor.org/rfc/rfc5321#section-3.8, rfc4954#section-6.
const AWAY_REPLIES = [421, 454, 530, 534, 535, 538];

/**
 * Whether a letter failed for reasons of the mail server (it can't be reached or trusted, is silent, knows no such user),
 * and not because the server refused this letter. Whatever isn't known counts as a refusal.
 */
export function isServerAway(error: unknown): boolean {
  const { name, code, responseCode } = (error ?? {}) as { name?: unknown; code?: unknown; responseCode?: unknown };
  return (
    AWAY_REPLIES.includes(responseCode as number) || AWAY.includes(code as string) || AWAY.includes(name as string)
  );
}

/**
 * What went wrong, as names and numbers. Never the message: mail servers repeat addresses in it, and this is kept and
 * logged.
 */
export function whatFailed(error: unknown): string {
  const { name, code, responseCode } = (error ?? {}) as { name?: unknown; code?: unknown; responseCode?: unknown };
  const names = [name, code].filter((word) => typeof word === 'string' && /^\w{1,40}$/.test(word));
  const number = typeof responseCode === 'number' ? [String(responseCode)] : [];
  return [...names, ...number].join(' ') || 'unknown';
}
