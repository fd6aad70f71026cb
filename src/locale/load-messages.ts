import en from './en.js';
import type { Messages } from './messages.js';

// One line for each language file. English is built in, so that the first field never waits for its words.
const LANGUAGES: Record<string, () => Promise<{ default: Messages }>> = {
  ar: () => import('./ar.js'),
};

const loaded = new Map<string, Messages>([['en', en]]);

/** The language file that fits a BCP 47 tag best: the tag itself, else its language, else English. */
export function bestLanguage(tag: string): string {
  const exact = Object.keys(LANGUAGES).find((known) => known.toLowerCase() === tag.toLowerCase());
  const base = tag.toLowerCase().split('-')[0]!;
  return exact ?? (base in LANGUAGES ? base : 'en');
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
    return en;
  }
}

/** Whether a language is written from right to left. */
export const isRightToLeft = (tag: string): boolean => /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(tag);
