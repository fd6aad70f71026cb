import { english } from './english.js';
import type { Messages } from './messages.js';

// One line for each language file. English is built in, so that the first field never waits for its words.
const LANGUAGES: Record<string, () => Promise<{ default: Messages }>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  pt: () => import('./pt.js'),
  vi: () => import('./vi.js'),
  'zh-Hans': () => import('./zh-Hans.js'),
};

const loaded = new Map<string, Messages>([['en', english]]);

/** The language file that fits a BCP 47 tag best: the tag itself, else one of the same language, else English. */
export function bestLanguage(tag: string): string {
  const known = Object.keys(LANGUAGES);
  const wished = tag.toLowerCase();
  const stem = (language: string): string => language.toLowerCase().split('-')[0]!;
  return (
    known.find((language) => language.toLowerCase() === wished) ??
    known.find((language) => language === stem(wished)) ??
    known.find((language) => stem(language) === stem(wished)) ??
    'en'
  );
}

/** The words of a language: at once where they are there, else as a promise of them. */
export function loadMessages(tag: string): Messages | Promise<Messages> {
  const language = bestLanguage(tag);
  return loaded.get(language) ?? fetchMessages(language);
}

async function fetchMessages(language: string): Promise<Messages> {
  try {
    const { default: words } = await LANGUAGES[language]!();
    loaded.set(language, words);
    return words;
  } catch (error) {
    // Better English than nothing.
    console.error(`The words for “${language}” can’t be loaded.`, error);
    return english;
  }
}

/** Whether a language is written from right to left. */
export const isRightToLeft = (tag: string): boolean => /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(tag);
