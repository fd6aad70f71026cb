import type { Choice } from './choice-field.js';

function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  // Many languages write their own name small, which looks like a mistake at the head of a line.
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** Languages to choose from, each under the name that its speakers know. */
export const languageChoices = (tags: readonly string[]): Choice[] =>
  tags.map((value) => ({ value, label: ownName(value), lang: value }));

/** Which of the languages fits a wanted one best, if any does. */
export function fittingLanguage(tags: readonly string[], wanted: string): string | undefined {
  const language = (tag: string): string => tag.toLowerCase().split('-')[0]!;
  return (
    tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
    tags.find((tag) => language(tag) === language(wanted))
  );
}
