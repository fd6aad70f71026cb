import { resolveNext } from '../../adapter/resolve-next.js';

function placeOf(address: string): string {
  const url = new URL(address, document.baseURI);
  url.searchParams.delete('next');
  return url.pathname + url.search;
}

/**
 * Where to go from this page. A log-in in between may have named this very page as the one to come back to: then what
 * counts is the `next` that it had itself.
 */
export function nextBeyond(own: string | undefined, landing: string): string | undefined {
  const here = placeOf(location.href);
  const ofPage = new URLSearchParams(location.search).get('next');
  let next = resolveNext(own) ?? resolveNext(ofPage);
  while (next && placeOf(next) === here) next = resolveNext(new URL(next, document.baseURI).searchParams.get('next'));
  return next ?? resolveNext(landing);
}
