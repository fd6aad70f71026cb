import type { PortalConfig } from '../../contract/config.js';
import { formatCode } from '../../contract/fields/activation-code.js';
import { telHref } from '../../contract/fields/tel-href.js';
import { isSafeHref, type Inline } from '../../contract/rich-text.js';
import type { Letter } from '../letter.js';
import type { LetterWords, Words } from './letters/letter-words.js';

/** What letters need to know about the portal. */
export interface LetterPortal extends Pick<PortalConfig, 'name' | 'support' | 'pages'> {
  /** `https://portal.example`, without a slash at the end. */
  publicUrl: string;
  /** In which times are written; else the machine's own. */
  timeZone?: string | undefined;
}

/** A piece of a letter, one under the other. */
export type LetterPart =
  | { type: 'paragraph'; content: Inline[] }
  /** Stands alone, so that selecting or copying it takes nothing else along. */
  | { type: 'code'; code: string }
  | { type: 'links'; links: { text: string; href: string }[] };

/** A letter in words, before it becomes text or HTML. */
export interface ComposedLetter {
  subject: string;
  heading: string;
  parts: LetterPart[];
  /** Whom to ask, and what to do with a letter that reached the wrong person; may be empty. */
  closing: Inline[];
}

/** The portal's name as it stands in letters: one line, of a length that a subject can hold. */
export const portalName = ({ name }: LetterPortal): string =>
  [...name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()].slice(0, 100).join('');

/** Puts a letter in words. */
export function composeLetter(letter: Letter, portal: LetterPortal, words: LetterWords): ComposedLetter {
  const name = portalName(portal);
  const { subject, heading, body } = wordsOf(letter, words);
  return {
    subject: subject(name),
    heading,
    parts: [...body.map((say) => paragraph([say(name)])), ...partsOf(letter, portal, words)],
    closing: closingOf(letter, portal, words),
  };
}

const wordsOf = (letter: Letter, { letters }: LetterWords): Words =>
  letter.kind === 'email-replaced' ? letters[letter.kind][letter.audience] : letters[letter.kind];

const paragraph = (content: Inline[]): LetterPart => ({ type: 'paragraph', content });

function partsOf(letter: Letter, { pages, publicUrl, timeZone }: LetterPortal, words: LetterWords): LetterPart[] {
  const to = (page: string, fragment = ''): string => `${publicUrl}${page}${fragment}`;
  const until = (expiresAt: number): LetterPart =>
    paragraph(words.validUntil(moment(expiresAt, words.language, timeZone)));
  switch (letter.kind) {
    case 'invitation': {
      const code = formatCode(letter.code);
      const fragment = `#code=${encodeURIComponent(code)}`;
      const { createAccount, haveAccount } = words.letters.invitation;
      const links = [
        { text: createAccount, href: to(pages.activate, fragment) },
        { text: haveAccount, href: to(pages.login, fragment) },
      ];
      return [
        { type: 'code', code },
        until(letter.expiresAt),
        { type: 'links', links },
        paragraph([words.linkIsHarmless]),
      ];
    }
    case 'password-reset': {
      const href = to(pages.resetPassword, `#reset=${encodeURIComponent(letter.token)}`);
      return [{ type: 'links', links: [{ text: words.letters[letter.kind].action, href }] }, until(letter.expiresAt)];
    }
    case 'email-confirmation': {
      const href = to(pages.login, `#confirm=${encodeURIComponent(letter.token)}`);
      return [{ type: 'links', links: [{ text: words.letters[letter.kind].action, href }] }, until(letter.expiresAt)];
    }
    case 'password-changed':
    case 'login-after-failures':
      return [{ type: 'links', links: [{ text: words.letters[letter.kind].action, href: to(pages.resetPassword) }] }];
    case 'code-locked':
    case 'email-replaced':
    case 'code-linked':
      return [];
  }
}

// With its zone: the reader's may be another one than the portal's.
function moment(at: number, language: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at);
}

// Letters that ask for something; the others tell of something that has happened already.
const ASKING: readonly Letter['kind'][] = ['invitation', 'password-reset', 'email-confirmation'];

function closingOf(
  letter: Letter,
  { support, publicUrl }: LetterPortal,
  { contact, notForYou }: LetterWords,
): Inline[] {
  const link = (text: string, href = ''): Inline => (isSafeHref(href) ? { text, href } : text);
  const sentences: Inline[][] = [];
  if (support.phone) sentences.push(contact.call(link(support.phone, telHref(support.phone)), support.hours));
  if (support.email) sentences.push(contact.write(link(support.email, `mailto:${support.email}`)));
  if (support.url) {
    const url = support.url.startsWith('/') ? `${publicUrl}${support.url}` : support.url;
    sentences.push(contact.visit({ text: url.replace(/^(mailto|tel):/i, ''), href: url }));
  }
  if (sentences.length > 0) sentences.unshift([contact.lead]);
  if (ASKING.includes(letter.kind)) sentences.push([notForYou]);
  return sentences.flatMap((sentence, i) => (i > 0 ? [' ', ...sentence] : sentence));
}
