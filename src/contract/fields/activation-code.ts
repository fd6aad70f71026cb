import { compact, trimmed } from './text.js';

/** Crockford's base 32: no I, L, O or U, so that nothing can be mistaken for something else. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random symbols of an issued code; a check symbol follows them. */
export const CODE_RANDOM_SYMBOLS = 14;

/** How codes of this portal look: `portal` are those this package issues, `any` are a custom backend's own. */
export type CodeFormat = 'portal' | 'any';

/**
 * The canonical form of what somebody typed or pasted: any case, spaces, dashes, full-width letters, `O` for `0`, and
 * `I` or `L` for `1` are taken. Never fails; what it can't be stays as it is and is refused later.
 *
 * With the format `any` only the ends are trimmed, since nothing is known about the code's shape.
 */
export function normalizeCode(typed: string, format: CodeFormat = 'portal'): string {
  if (format === 'any') return trimmed(typed);
  // Upper-casing can compose letters anew, so the text is normalised on both sides of it.
  const upper = compact(typed.normalize('NFKC').toUpperCase().normalize('NFKC'));
  return upper.replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** The code as it is printed: groups of five, joined by dashes. */
export const formatCode = (code: string): string => code.match(/.{1,5}/gu)?.join('-') ?? '';

// GF(32) with x^5 + x^2 + 1: multiplying by x is a shift, and a carry out of the fifth bit folds back as 00101.
const timesX = (a: number): number => ((a << 1) ^ (a & 16 ? 0b100101 : 0)) & 31;

// a1·x + a2·x² + … by Horner's rule, from the last symbol to the first. The weights differ from place to place, so every
// single wrong symbol and every swap of neighbors changes the sum.
function weightedSum(code: string): number {
  let sum = 0;
  for (let i = code.length - 1; i >= 0; i--) sum = timesX(sum ^ CODE_ALPHABET.indexOf(code[i]!));
  return sum;
}

/** Whether a canonical code has the right shape and check symbol: false means that it was mistyped. */
export function isWellFormedCode(code: string): boolean {
  const whole = new RegExp(`^[${CODE_ALPHABET}]{${CODE_RANDOM_SYMBOLS + 1}}$`);
  return whole.test(code) && weightedSum(code) === 0;
}

/** Appends the check symbol to the random symbols of a new code. */
export function withCheckSymbol(symbols: string): string {
  for (const symbol of CODE_ALPHABET) if (weightedSum(symbols + symbol) === 0) return symbols + symbol;
  throw new Error('A check symbol exists for every sum in GF(32).');
}
