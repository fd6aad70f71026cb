import { html, type TemplateResult } from 'lit';
import { birthdateFromParts, latestToday, type DatePart } from '../contract/fields/birthdate.js';
import '../locale/en/proof.js';
import type { Messages } from '../locale/messages.js';
import { controlId, describedBy, errorOf, fieldClass, hintOf, type FieldParts } from './field.js';
import type { FieldError, FlowController } from './flow-controller.js';
import { textControl } from './text-field.js';

/** What is said about a date: of any date, or of a birthdate. */
type DateWords = Pick<Messages['date'], 'missing' | 'incomplete' | 'shortYear' | 'impossible' | 'future' | 'too_early'>;

/** A date in three parts. */
export interface DateParts extends FieldParts {
  /** Begins the autofill tokens of the parts, where browsers know any. */
  autocomplete?: 'bday';
  /** What each part holds from the start, by the name of its control. */
  value?: (control: string) => string;
}

/** The parts of a date in the order in which a language writes them. */
export function dateOrder(language: string): DatePart[] {
  const parts = new Intl.DateTimeFormat([language, 'en'], {
    calendar: 'gregory',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });
  const names = parts.formatToParts(0).map(({ type }) => type);
  return names.filter((type): type is DatePart => type === 'month' || type === 'day' || type === 'year');
}

/** A date as an example, with a day that can be no month; it stays on one line. */
export const exampleDate = (language: string): string =>
  dateOrder(language)
    .map((part) => ({ month: '3', day: '27', year: '1980' })[part])
    .join('\u00a0');

/** Reads the three parts of a date: as `YYYY-MM-DD`, or what is wrong with them. */
export function readDate(
  { values, portal: { language } }: FlowController,
  name: string,
  wordsOf: (words: Messages) => DateWords,
): { iso: string } | { error: FieldError } {
  const part = (which: DatePart): string => values(`${name}-${which}`);
  const typed = { month: part('month'), day: part('day'), year: part('year') };
  const read = birthdateFromParts(typed, { order: dateOrder(language), today: latestToday(Date.now()), language });
  if ('iso' in read) return read;
  const { error, field } = read;
  const says = (words: Messages): string => {
    const say = wordsOf(words);
    if (error !== 'incomplete') return say[error];
    return field === 'year' && typed.year.trim() !== '' ? say.shortYear : say.incomplete[field];
  };
  // Whether a day is one takes all parts; that a part is missing is that part's alone.
  const about = error === 'incomplete' ? [] : dateOrder(language).map((part) => `${name}-${part}`);
  return { error: { says, at: `${name}-${field}`, about } };
}

/** A date as three labelled fields in the order of the language. Nothing jumps on while they are filled in. */
export function dateField(parts: DateParts): TemplateResult {
  const { flow, name, label } = parts;
  const { language, words } = flow.portal;
  const error = flow.fieldErrors[name];
  const control = (part: DatePart): TemplateResult => {
    const control = `${name}-${part}`;
    return html`<div class="portal-date-part">
      <label class="portal-date-label" for=${controlId(flow, control)}>${words.date[part]}</label>
      ${textControl({
        flow,
        name: control,
        label: words.date[part],
        className: part === 'year' ? 'portal-input-year' : 'portal-input-short',
        inputmode: 'numeric',
        autocomplete: parts.autocomplete ? `${parts.autocomplete}-${part}` : 'off',
        value: parts.value?.(control),
        secret: true,
        describedBy: error?.at === control ? [`${controlId(flow, name)}-error`] : [],
      })}
    </div>`;
  };
  return html`<fieldset class=${fieldClass(flow, name)} aria-describedby=${describedBy(parts)}>
    <legend class="portal-label">${label}</legend>
    ${hintOf(parts)} ${errorOf(parts)}
    <div class="portal-date">${dateOrder(language).map(control)}</div>
  </fieldset>`;
}
