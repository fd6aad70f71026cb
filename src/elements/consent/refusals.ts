import { html } from 'lit';
import type { ConsentDocument } from '../../contract/consent.js';
import type { PortalError } from '../../contract/portal-error.js';
import { fieldLinks, type AlertContent } from '../../forms/alert.js';
import type { FlowController } from '../../forms/flow-controller.js';
import { hrefAndBack, linkWithCode } from '../../forms/links.js';
import '../../locale/en/consent.js';

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
      ways: [linkWithCode(login, words.consent.logInAgain)],
    };
  }
  if (code !== 'consent_refused') return undefined;
  const { title, body } = required ? words.errors.consent_refused : words.consent.refusedOptional;
  const points = Object.keys(flow.fieldErrors).length > 0 ? fieldLinks(flow) : '';
  return { title, body: html`<p class="portal-text">${body}</p>${points}` };
}
