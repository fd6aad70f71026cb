/** The language an element speaks: its own `lang`, else the one chosen for the document, else the nearest `lang`. */
export function languageOf(element: HTMLElement, chosen: string | undefined): string {
  const own = element.getAttribute('lang');
  if (own || chosen) return valid(own || chosen!);
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const lang = node instanceof Element && node.getAttribute('lang');
    if (lang) return valid(lang);
  }
  return 'en';
}

function valid(lang: string): string {
  try {
    return new Intl.Locale(lang).toString();
  } catch {
    return 'en';
  }
}
