import { html, type TemplateResult } from 'lit';
import type { Link } from '../../contract/linking.js';
import { peopleRows } from '../../forms/people-rows.js';
import type { Portal } from '../../forms/portal.js';
import '../../locale/en/link-code.js';
import '../../styles/wide-styles.js';

/** The people whose records the account opens now, below the message that a code was added. */
export const linkedPeople = (portal: Portal, links: readonly Link[]): TemplateResult =>
  html`<div class="portal-stack portal-linked">
    <p class="portal-strong">${portal.words.linkCode.linked}</p>
    ${peopleRows(portal, links)}
  </div>`;
