import { html, type TemplateResult } from 'lit';
import type { PortalError } from '../../contract/portal-error.js';
import type { AlertContent } from '../../forms/alert.js';
import { textButton } from '../../forms/form.js';
import { linkWithCode } from '../../forms/links.js';
import type { Portal } from '../../forms/portal.js';
import type { Method } from '../../forms/proof-fields.js';
import '../../locale/en/activate.js';
import '../../locale/en/no-records.js';

/** What a refusal is described with. */
export interface Circumstances {
  portal: Portal;
  method: Method;
  username: string;
  code: () => string | undefined;
  /** Asks for a new code. */
  renew: () => unknown;
}

function whatToCheck({ portal, method }: Circumstances): TemplateResult {
  const { body, check } = portal.words.activate.noRecords;
  const points = [check.code, check[method], check.used];
  return html`<p class="portal-text">${body[method]}</p>
    <ul class="portal-bullets">
      ${points.map((point) => html`<li>${point}</li>`)}
    </ul>`;
}

function noRecords({ reason }: PortalError, about: Circumstances): AlertContent {
  const { config, words } = about.portal;
  const { noRecords: say } = words.activate;
  const renewable = reason === 'expired' && config.renewal && config.features.includes('renewCode');
  return {
    title: words.errors.no_records_found.title,
    // A custom backend may have reasons that nobody has words for.
    body: (reason && Object.hasOwn(say.reasons, reason) && say.reasons[reason]) || whatToCheck(about),
    ways: [
      linkWithCode(config.pages.login, say.logIn, () => undefined),
      renewable ? textButton(say.renew, about.renew) : undefined,
    ],
  };
}

/** What is said about a refusal on the way to an account, where there is more to say than everywhere. */
export function describeRefusal(error: PortalError, about: Circumstances): AlertContent | undefined {
  const { config, words } = about.portal;
  if (error.code === 'no_records_found') return noRecords(error, about);
  if (error.code === 'session_required') return words.session.notKept;
  if (error.code !== 'email_taken') return undefined;
  const { taken } = words.activate;
  return {
    title: words.errors.email_taken.title,
    body: taken.body(about.username),
    ways: [linkWithCode(config.pages.login, taken.logIn, about.code, 'portal-button')],
  };
}
