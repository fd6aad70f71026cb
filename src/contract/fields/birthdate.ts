import { asciiDigits, trimmed } from './text.js';

/** The three parts of a date, as names of fields. */
export type DatePart = 'month' | 'day' | 'year';

/** Why typed parts are no birthdate, and which field is to be looked at. */
export interface BirthdateError {
  error: 'missing' | 'incomplete' | 'impossible' | 'future' | 'too_early';
  field: DatePart;
}

const FIRST_YEAR = 1900;
const HOUR = 3_600_000;

/** The date, as `YYYY-MM-DD`, where it is latest on earth (UTC+14): nobody born is refused because of a time zone. */
export const latestToday = (now: number): string => new Date(now + 14 * HOUR).toISOString().slice(0, 10);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysIn(month: number, year: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text is `YYYY-MM-DD` and names a day that existed, from 1900 on. */
export function isBirthdate(iso: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)?.map(Number) ?? [];
  if (!year || !month || !day) return false;
  return year >= FIRST_YEAR && month <= 12 && day <= daysIn(month, year);
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();

// Each month by its names, long and short, alone and in a date: many languages write "январь", but "4 января".
function monthNames(language: string): string[][] {
  const naming = (['long', 'short'] as const).flatMap((month) => {
    const common = { calendar: 'gregory', month, timeZone: 'UTC' } as const;
    const alone = new Intl.DateTimeFormat(language, common);
    const inDate = new Intl.DateTimeFormat(language, { ...common, day: 'numeric' });
    return [
      (date: number) => alone.format(date),
      (date: number) => inDate.formatToParts(date).find(({ type }) => type === 'month')!.value,
    ];
  });
  return Array.from({ length: 12 }, (_, month) => naming.map((name) => folded(name(Date.UTC(2000, month, 1)))));
}

function monthNumber(typed: string, language: string): number {
  if (/^\d+$/.test(typed)) return typed.length > 2 ? NaN : Number(typed);
  const text = folded(typed);
  for (const months of [language, 'en'].map(monthNames)) {
    const month = months.findIndex((names) => names.includes(text));
    if (month >= 0) return month + 1;
    // "Sept" is neither the long nor the short name, but it is no other month.
    const begun = months.map((names) => names.some((name) => name.startsWith(text)));
    if (text.length >= 3 && begun.filter(Boolean).length === 1) return begun.indexOf(true) + 1;
  }
  return NaN;
}

/**
 * The one value that typed parts stand for, as `YYYY-MM-DD`, or why they stand for none.
 *
 * The date is text from end to end: no `Date` object, no time zone, so it is the same day everywhere.
 *
 * @param order the parts as the page shows them: the first missing one is named
 * @param today the latest day that may be meant, as `YYYY-MM-DD`
 * @param language whose month names are taken too, long or short
 */
export function birthdateFromParts(
  typed: Record<DatePart, string>,
  { order, today, language }: { order: readonly DatePart[]; today: string; language: string },
): { iso: string } | BirthdateError {
  const part = (name: DatePart): string => trimmed(asciiDigits(typed[name]));
  const missing = order.filter((name) => part(name) === '');
  if (missing[0]) return { error: missing.length === order.length ? 'missing' : 'incomplete', field: missing[0] };

  if (!/^\d+$/.test(part('year')) || part('year').length > 4) return { error: 'impossible', field: 'year' };
  if (part('year').length < 4) return { error: 'incomplete', field: 'year' };
  const year = Number(part('year'));
  const month = monthNumber(part('month'), language);
  if (!(month >= 1 && month <= 12)) return { error: 'impossible', field: 'month' };
  const day = /^\d{1,2}$/.test(part('day')) ? Number(part('day')) : NaN;
  if (!(day >= 1 && day <= daysIn(month, year))) return { error: 'impossible', field: 'day' };

  const iso = [part('year'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  if (year < FIRST_YEAR) return { error: 'too_early', field: 'year' };
  if (iso > today) return { error: 'future', field: 'year' };
  return { iso };
}
