/**
 * Where a `next` may lead: the path of a page of this site, or nothing.
 *
 * It is resolved against the base and accepted when the protocol is http(s), the origin is the base's and the path doesn't
 * begin with `//`, which a browser would read as another host.
 */
export function resolveNext(next: string | null | undefined, base: string = document.baseURI): string | undefined {
  if (!next || !URL.canParse(next, base)) return undefined;
  const { protocol, origin, username, pathname, search, hash } = new URL(next, base);
  const ours = /^https?:$/.test(protocol) && origin === new URL(base).origin && username === '';
  return ours && !pathname.startsWith('//') ? pathname + search + hash : undefined;
}
