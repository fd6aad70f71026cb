import { html, nothing, type TemplateResult } from 'lit';
import { isSafeHref } from '../contract/fields/safe-href.js';
import { telHref } from '../contract/fields/tel-href.js';
import type { PortalConfig } from '../contract/config.js';
import type { Portal } from './portal.js';

const link = (href: string | undefined, text: string): TemplateResult =>
  href ? html`<a class="portal-link" dir="ltr" href=${href}>${text}</a>` : html`<bdi dir="ltr">${text}</bdi>`;

/** Whom to turn to, as the portal's config says: one line, the same on every failure. */
export function support(
  { config, words }: Portal,
  contact: PortalConfig['support'] = config.support,
): TemplateResult | typeof nothing {
  const { phone, email, url, hours } = contact;
  const { support: say } = words;
  const sentences = [
    phone ? say.phone(config.name, link(telHref(phone), phone), hours) : undefined,
    email ? say.email(link(`mailto:${email}`, email)) : undefined,
    url && isSafeHref(url) ? say.url(html`<a class="portal-link" href=${url}>${say.link}</a>`) : undefined,
  ].filter((sentence) => sentence !== undefined);
  if (sentences.length === 0) return nothing;
  return html`<p class="portal-support">${say.title} ${sentences.map((sentence) => html`${sentence} `)}</p>`;
}
