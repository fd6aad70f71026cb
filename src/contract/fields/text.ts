/**
 * White space of every script, the blank of Braille, control marks, and the invisible characters that mails and word
 * processors leave behind.
 */
const INVISIBLE = '\\p{White_Space}\\u2800\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}';
const AT_THE_ENDS = new RegExp(`^[${INVISIBLE}]+|[${INVISIBLE}]+$`, 'gu');
const DASHES_AND_SPACES = new RegExp(`[${INVISIBLE}\\p{Pd}\\u2212\\u2043\\u02d7\\u2796\\u30fc]`, 'gu');

/** Takes spaces and invisible marks off both ends; nothing inside changes. */
export const trimmed = (text: string): string => text.replace(AT_THE_ENDS, '');

/** Takes every space, dash and invisible mark out, wherever it stands. */
export const compact = (text: string): string => text.replace(DASHES_AND_SPACES, '');

/** Turns the decimal digits of every script into 0–9, so that a date or phone can be typed on any keyboard. */
export function asciiDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0)!;
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((point - zero) % 10);
  });
}

/** How many bytes the text takes as UTF-8. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** How many Unicode code points the text has: what a person would count as characters. */
export const codePoints = (text: string): number => [...text].length;
