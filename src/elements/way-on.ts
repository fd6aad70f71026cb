import { html, nothing, type TemplateResult } from 'lit';
import type { Portal } from '../forms/portal.js';

/** The way on for whoever is still here after success, if there is any; pressed, the page is told once more. */
export function wayOn(
  href: string | undefined,
  { words }: Portal,
  goOn: () => unknown,
): TemplateResult | typeof nothing {
  if (!href) return nothing;
  const press = (event: Event): void => {
    event.preventDefault();
    goOn();
  };
  const look = 'portal-button portal-button-primary';
  return html`<p class="portal-actions"><a class=${look} href=${href} @click=${press}>${words.consent.continue}</a></p>`;
}
