import type { Letter } from '../letter.js';
import type { Mail } from '../ports.js';
import { closestLanguage, type BackendSettings } from '../settings.js';
import { composeLetter, portalName, type LetterPortal } from './compose-letter.js';
import { htmlOf, textOf } from './layout.js';
import { letterWords } from './letters/index.js';
import type { LetterWords } from './letters/letter-words.js';

/** A letter as it is read: what a mail consists of beside its address. */
export type RenderedLetter = Pick<Mail, 'subject' | 'text' | 'html'>;

/**
 * Puts a letter in words and in shape. It holds the portal's name, whom to ask, and what the letter itself is about:
 * nobody's name and nothing else that is on file.
 *
 * @param words - else those of the letter's language, or English
 */
export function renderLetter(
  letter: Letter,
  portal: LetterPortal,
  words: LetterWords = letterWords(letter.language),
): RenderedLetter {
  const composed = composeLetter(letter, portal, words);
  return {
    subject: composed.subject,
    text: textOf(composed, words),
    html: htmlOf(composed, { name: portalName(portal), ...words }),
  };
}

/**
 * Makes the function that an outbox renders with: every letter in the closest of the languages that the portal has.
 *
 * @throws TypeError where nobody has said where the portal's pages are: a letter would lead nowhere
 */
export function letterRenderer(
  { config, publicUrl }: Pick<BackendSettings, 'config' | 'publicUrl'>,
  timeZone?: string,
): (letter: Letter) => RenderedLetter {
  if (!/^https?:\/\/\S*[^/\s]$/.test(publicUrl))
    throw new TypeError(`publicUrl should be like https://portal.example, not "${publicUrl}": letters link to it.`);
  return (letter) => {
    const { name, support, pages, languages } = config(letter.language);
    const language = closestLanguage(letter.language, languages);
    return renderLetter({ ...letter, language }, { name, support, pages, publicUrl, timeZone });
  };
}
