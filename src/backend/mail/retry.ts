import type { Random } from '../ports.js';

const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 60 * 60_000;

/**
 * How long to wait after so many attempts: a minute, then twice as long every time, up to six hours; and up to a tenth
 * more, so that letters which failed together don't come back together.
 */
export function retryDelay(attempts: number, random: Pick<Random, 'integer'>): number {
  const delay = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1));
  return delay + random.integer(delay / 10);
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
