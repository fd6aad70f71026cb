import type { Inline } from '../../../contract/rich-text.js';

/** A letter that tells of something and leads somewhere. `name` is the portal's. */
export interface Words {
  subject(name: string): string;
  heading: string;
  /** What happened or what is to be done, and why: one paragraph each. */
  body: ((name: string) => string)[];
}

/** A letter with a link to press. */
interface WordsWithLink extends Words {
  /** What the link does. */
  action: string;
}

/** Everything that letters say, in one language. */
export interface LetterWords {
  /** BCP 47 tag. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** How long a link or code counts. */
  validUntil(time: string): Inline[];
  /** That opening a link does nothing by itself. */
  linkIsHarmless: string;
  /** What to do with a letter that reached the wrong person. */
  notForYou: string;
  /** How to reach the organization: shown at the end of every letter, one sentence for each way there is. */
  contact: {
    lead: string;
    call(phone: Inline, hours: string | undefined): Inline[];
    write(email: Inline): Inline[];
    visit(url: Inline): Inline[];
  };
  letters: {
    invitation: Words & { createAccount: string; haveAccount: string };
    'code-locked': Words;
    'email-replaced': { old: Words; new: Words; pending: Words };
    'code-linked': Words;
    'password-changed': WordsWithLink;
    'password-reset': WordsWithLink;
    'email-confirmation': WordsWithLink;
    'login-after-failures': WordsWithLink;
  };
}
