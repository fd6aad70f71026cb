import { html, type TemplateResult } from 'lit';
import { fromAddress } from '../../adapter/page-state.js';
import type { ConsentDocument } from '../../contract/consent.js';
import type { PortalError } from '../../contract/portal-error.js';
import type { AlertContent } from '../../forms/alert.js';
import { controlId } from '../../forms/field.js';
import type { FlowController } from '../../forms/flow-controller.js';
import { hrefAndBack } from '../../forms/links.js';
import { linkWithCode } from '../link-with-code.js';

function toTheFields(flow: FlowController): TemplateResult[] {
  const focus = (id: string) => (event: Event) => {
    event.preventDefault();
    flow.host.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  };
  return Object.entries(flow.fieldErrors).map(([name, { says }]) => {
    const id = controlId(flow, name);
    return html`<li><a class="portal-link" href="#${id}" @click=${focus(id)}>${says(flow.portal.words)}</a></li>`;
  });
}

/** What is said about a refused answer, where there is more to say than everywhere. */
export function describeRefusal(
  flow: FlowController,
  { required }: ConsentDocument,
  { code }: PortalError,
): AlertContent | undefined {
  const { config, words } = flow.portal;
  if (code === 'session_required') {
    const login = hrefAndBack(config.pages.login) ?? '';
    return {
      title: words.errors.session_required.title,
      body: words.consent.kept,
      ways: [linkWithCode(login, words.consent.logInAgain, () => fromAddress('code'))],
    };
  }
  if (code !== 'consent_refused') return undefined;
  const { title, body } = required ? words.errors.consent_refused : words.consent.refusedOptional;
  const fields = toTheFields(flow);
  const points = fields.length > 0 ? html`<ul class="portal-bullets">${fields}</ul>` : '';
  return { title, body: html`<p class="portal-text">${body}</p>${points}` };
}
