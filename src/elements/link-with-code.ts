import { html, nothing, type TemplateResult } from 'lit';
import { pageHref } from '../forms/links.js';
import { withCode } from './destination.js';

/** A link to a page of the portal that takes a code along: in the fragment, put there only by the press. */
export function linkWithCode(
  path: string,
  text: string,
  code: () => string | undefined,
  className = 'portal-link',
): TemplateResult | typeof nothing {
  const href = pageHref(path);
  if (!href) return nothing;
  const carry = ({ currentTarget }: Event): void => {
    const link = currentTarget as HTMLAnchorElement;
    link.href = withCode(href, code());
    // After the browser has followed it; the secret doesn't stay behind.
    setTimeout(() => (link.href = href));
  };
  return html`<a class=${className} href=${href} @click=${carry}>${text}</a>`;
}
