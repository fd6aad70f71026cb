import { resolveNext } from '../adapter/resolve-next.js';

/** The address of a page that the config names; nothing where it names none, or one that isn't this site's. */
export const pageHref = (path: string): string | undefined => resolveNext(path);

/** The address of a page from which a person comes back to this one. */
export function hrefAndBack(path: string): string | undefined {
  const page = pageHref(path);
  if (!page) return undefined;
  const url = new URL(page, document.baseURI);
  url.searchParams.set('next', location.pathname + location.search);
  return url.pathname + url.search + url.hash;
}
