import { html, nothing, type TemplateResult } from 'lit';
import { fromAddress, handOn } from '../adapter/page-state.js';
import { resolveNext } from '../adapter/resolve-next.js';

/** The address of a page that the config names; nothing where it names none, or one that isn't this site's. */
export const pageHref: (path: string) => string | undefined = resolveNext;

/** The address of a page from which a person comes back to this one; of that for consents, which document it is about. */
export function hrefAndBack(path: string, consent?: string): string | undefined {
  const page = pageHref(path);
  if (!page) return undefined;
  const url = new URL(page, document.baseURI);
  url.searchParams.set('next', location.pathname + location.search);
  if (consent) url.searchParams.set('consent', consent);
  return url.pathname + url.search + url.hash;
}

/** Adds a code to the address of a page: in the fragment, where no server and no log sees it. */
export const withCode = (href: string, code: string | undefined): string =>
  code ? `${href.replace(/#.*$/, '')}#code=${encodeURIComponent(code)}` : href;

/** Goes to a page, with the code that its address may hold. */
export function goTo(href: string, how: 'assign' | 'replace' = 'assign'): void {
  if (href.includes('#code=')) handOn();
  location[how](href);
}

/** A link to a page of the portal that takes a code along, put there only by the press. */
export function linkWithCode(
  path: string,
  text: string,
  code = (): string | undefined => fromAddress('code'),
  className = 'portal-link',
): TemplateResult | typeof nothing {
  const href = pageHref(path);
  if (!href) return nothing;
  const carry = ({ currentTarget, ctrlKey, metaKey, shiftKey }: MouseEvent): void => {
    const link = currentTarget as HTMLAnchorElement;
    link.href = withCode(href, code());
    // With one of these keys the other page opens beside this one, which may still want it.
    if (code() && !(ctrlKey || metaKey || shiftKey)) handOn();
    // After the browser has followed it; the secret doesn't stay behind.
    setTimeout(() => (link.href = href));
  };
  return html`<a class=${className} href=${href} @click=${carry}>${text}</a>`;
}
