import { html, type TemplateResult } from 'lit';
import type { Link } from '../contract/linking.js';
import '../locale/en/link-code.js';
import type { Portal } from './portal.js';

/** The people whose records an account opens, and since when. */
export function peopleRows({ words, language }: Portal, links: readonly Link[]): TemplateResult {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  return html`<ul class="portal-rows" role="list">
    ${links.map(
      ({ name, relationship, linkedAt }) =>
        html`<li class="portal-row">
          <div class="portal-row-text">
            <span class="portal-row-name">${name}</span>
            <span class="portal-hint">${words.people[relationship](date.format(new Date(linkedAt)))}</span>
          </div>
        </li>`,
    )}
  </ul>`;
}
