import { speak } from '../english.js';

/** A label in the middle of a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const password = {
  label: 'Password',
  current: 'Current password',
  show: 'Show',
  hide: 'Hide',
  /** After "Show" and "Hide", not seen: which of several passwords. */
  of: (label: string) => ` ${lowerFirst(label)}`,
  capsLock: 'Caps Lock is on',
  spaces: 'Spaces count, also at the start and the end',
  missing: 'Enter your password',
  wrong: 'The current password is wrong',
};

speak({ password });
