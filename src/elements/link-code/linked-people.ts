import { html, type TemplateResult } from 'lit';
import type { Link } from '../../contract/linking.js';
import type { Portal } from '../../forms/portal.js';
import '../../locale/en/link-code.js';
import '../../styles/wide-styles.js';

/** The people whose records the account opens now, below the message that a code was added. */
export function linkedPeople({ words, language }: Portal, links: readonly Link[]): TemplateResult {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  return html`<div class="portal-stack portal-linked">
    <p class="portal-strong">${words.linkCode.linked}</p>
    <ul class="portal-rows" role="list">
      ${links.map(
        ({ name, relationship, linkedAt }) =>
          html`<li class="portal-row">
            <div class="portal-row-text">
              <span class="portal-row-name">${name}</span>
              <span class="portal-hint">${words.people[relationship](date.format(new Date(linkedAt)))}</span>
            </div>
          </li>`,
      )}
    </ul>
  </div>`;
}
