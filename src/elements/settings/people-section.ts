import { html, type TemplateResult } from 'lit';
import { peopleRows } from '../../forms/people-rows.js';
import '../../locale/en/link-code.js';
import '../../locale/en/settings.js';
import { section } from './section.js';
import type { SettingsHost } from './settings-host.js';

/** The people whose records the account opens. */
export function peopleSection({ account, headingLevel, portal }: SettingsHost, id: string): TemplateResult {
  const { people, settings } = portal.words;
  return section({
    id,
    level: headingLevel + 1,
    ...settings.people,
    content:
      account.links.length > 0 ? peopleRows(portal, account.links) : html`<p class="portal-text">${people.none}</p>`,
  });
}
