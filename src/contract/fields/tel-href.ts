/** The link that dials a phone number as somebody has written it down; nothing where it isn't sure what to dial. */
export function telHref(phone: string): string | undefined {
  const [number = '', extension] = phone.split(/[\s,]*(?:ext\w*|(?<![a-z])x|#)\W*(?=\d)/i);
  // The nought in brackets is for who dials within the country.
  const digits = number.replace(/(?<=\d\W*)\(0\)|[\s().\p{Pd}]/gu, '');
  // Longer, it would be two numbers; with letters in it, a sentence or a word to spell.
  return /^(\+|00)?\d{3,13}$/.test(digits) ? `tel:${digits}${extension ? `;ext=${extension}` : ''}` : undefined;
}
