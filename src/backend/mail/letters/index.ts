import { closestLanguage } from '../../settings.js';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import type { LetterWords } from './letter-words.js';

// English first: it stands in for every language that is missing.
const catalogs: readonly LetterWords[] = [en, es, ar];

/** What letters say in this language, or in the closest one there is; else in English. */
export function letterWords(language: string): LetterWords {
  const closest = closestLanguage(
    language,
    catalogs.map((words) => words.language),
  );
  return catalogs.find((words) => words.language === closest)!;
}
