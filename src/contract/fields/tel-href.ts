// Which digit a letter stands for on a telephone, from A to Z.
const KEYPAD = '22233344455566677778889999';

// A number and, behind it, an extension: `555-0100 ext. 12`, `555-0100 x12`, `555-0100 #12`.
const EXTENSION = /^(.*?)(?:[\s,]*(?:ext[a-z]*|(?<![a-z])x|#)\W*(\d+))?$/i;

// Of the letters only those of a North American number are sure to be digits: in `555-0100 MON-FRI` they aren't.
const LETTERS = /^(\+?1)?[2-9]\d\d[\dA-Z]{7}$/;

/** The link that dials a phone number as somebody has written it down; nothing where it isn't sure what to dial. */
export function telHref(phone: string): string | undefined {
  const [, number = '', extension] = EXTENSION.exec(phone) ?? [];
  // The nought in brackets is for who dials within the country.
  const plain = number.replace(/(?<=\d\W*)\(0\)|[\s().\p{Pd}]/gu, '');
  const digits = LETTERS.test(plain) ? plain.replace(/[A-Z]/g, (letter) => KEYPAD[letter.charCodeAt(0) - 65]!) : plain;
  // Longer, it would be two numbers; with other signs in it, a sentence.
  return /^(\+|00)?\d{3,13}$/.test(digits) ? `tel:${digits}${extension ? `;ext=${extension}` : ''}` : undefined;
}
