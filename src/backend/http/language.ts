/** The language of an `Accept-Language` header that the portal speaks, by the caller's order; else the portal's own. */
export function acceptedLanguage(header: string | null, offered: readonly string[]): string {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(';q=');
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  const stems = offered.map((tag) => tag.toLowerCase().split('-')[0]);
  return wishes.find(({ tag }) => stems.includes(tag.toLowerCase().split('-')[0]))?.tag ?? offered[0] ?? 'en';
}
