import { closestLanguage } from '../../settings.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { LetterWords } from './letter-words.js';
import { pt } from './pt.js';
import { vi } from './vi.js';
import { zhHans } from './zh-Hans.js';

// English first: it stands in for every language that is missing.
const catalogs: readonly LetterWords[] = [en, es, ar, fr, de, pt, vi, zhHans];

/** What letters say in this language, or in the closest one there is; else in English. */
export function letterWords(language: string): LetterWords {
  const closest = closestLanguage(
    language,
    catalogs.map((words) => words.language),
  );
  return catalogs.find((words) => words.language === closest)!;
}
