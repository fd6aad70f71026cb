import type { PortalError } from '../../contract/portal-error.js';
import type { AlertContent } from '../../forms/alert.js';
import { hrefAndBack, linkWithCode } from '../../forms/links.js';
import type { Portal } from '../../forms/portal.js';
import type { Method } from '../../forms/proof-fields.js';
import '../../locale/en/link-code.js';
import { noRecords } from '../no-records.js';

/** What a refusal is described with. */
export interface Circumstances {
  portal: Portal;
  /** What was asked beside the code, if anything. */
  method: Method | undefined;
  code: () => string | undefined;
}

/** What is said about a code that was refused, where there is more to say than everywhere. */
export function describeRefusal(error: PortalError, about: Circumstances): AlertContent | undefined {
  const { config, words } = about.portal;
  const { code } = error;
  if (code === 'no_records_found') return noRecords(error, about.portal, about.method, words.linkCode.unknown);
  if (code !== 'session_required' && code !== 'consent_required') return undefined;
  const [page, name] =
    code === 'session_required'
      ? [config.pages.login, words.actions.logIn]
      : [config.pages.consent, words.consent.heading];
  // The code goes along, so that it needn't be typed again.
  return { ...words.errors[code], ways: [linkWithCode(hrefAndBack(page) ?? '', name, about.code)] };
}
