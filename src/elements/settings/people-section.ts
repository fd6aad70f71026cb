import { html, type TemplateResult } from 'lit';
import '../../locale/en/link-code.js';
import '../../locale/en/settings.js';
import { section } from './section.js';
import type { SettingsHost } from './settings-host.js';

/** The people whose records the account opens. */
export function peopleSection({ account, headingLevel, portal }: SettingsHost, id: string): TemplateResult {
  const { people, settings } = portal.words;
  const date = new Intl.DateTimeFormat(portal.language, { dateStyle: 'long' });
  const rows = account.links.map(
    ({ name, relationship, linkedAt }) =>
      html`<li class="portal-row">
        <div class="portal-row-text">
          <span class="portal-row-name">${name}</span>
          <span class="portal-hint">${people[relationship](date.format(new Date(linkedAt)))}</span>
        </div>
      </li>`,
  );
  return section({
    id,
    level: headingLevel + 1,
    ...settings.people,
    content:
      rows.length > 0
        ? html`<ul class="portal-rows" role="list">${rows}</ul>`
        : html`<p class="portal-text">${people.none}</p>`,
  });
}
