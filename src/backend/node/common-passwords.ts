import { dictionary } from '@zxcvbn-ts/language-common';
import type { CommonPasswords } from '../ports.js';

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

// What people put at the end so that a rule is met: digits, punctuation, spaces.
const withoutEnding = (text: string): string => text.replace(/[^\p{L}\p{M}]+$/u, '');

/**
 * Knows the passwords that everybody tries first: the fifty thousand of zxcvbn's list, and the portal's own name, whole or
 * word by word. Case doesn't count, nor do digits and other marks at the end.
 *
 * @param names - what the portal is called, in every language
 */
export function createCommonPasswords(names: readonly string[]): CommonPasswords {
  const common = new Set<string>(dictionary['passwords-common']);
  for (const name of names.map(fold)) {
    const words = name.split(/[^\p{L}\p{M}\p{Nd}]+/u);
    for (const word of [name, words.join(''), ...words.filter((part) => part.length > 3)]) common.add(word);
  }
  common.delete('');
  return {
    has(password) {
      const typed = fold(password);
      return common.has(typed) || common.has(withoutEnding(typed));
    },
  };
}
