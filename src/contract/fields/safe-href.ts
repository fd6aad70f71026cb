/**
 * Whether a link may be shown: `https:`, `mailto:`, `tel:`, or a path of the same site. Everything else is text.
 * Texts come from a config or a foreign backend and are not trusted.
 */
export function isSafeHref(href: string): boolean {
  return /^(https:\/\/|mailto:|tel:)[^\s\\]+$/i.test(href) || /^(\/(?![/\\])|#)[^\s\\]*$/.test(href);
}
