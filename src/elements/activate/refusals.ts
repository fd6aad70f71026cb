import type { PortalError } from '../../contract/portal-error.js';
import type { AlertContent } from '../../forms/alert.js';
import { textButton } from '../../forms/form.js';
import { linkWithCode } from '../../forms/links.js';
import type { Portal } from '../../forms/portal.js';
import type { Method } from '../../forms/proof-fields.js';
import '../../locale/en/activate.js';
import '../../locale/en/no-records.js';
import { noRecords } from '../no-records.js';

/** What a refusal is described with. */
export interface Circumstances {
  portal: Portal;
  method: Method | undefined;
  username: string;
  code: () => string | undefined;
  /** Asks for a new code. */
  renew: () => unknown;
}

/** What is said about a refusal on the way to an account, where there is more to say than everywhere. */
export function describeRefusal(error: PortalError, about: Circumstances): AlertContent | undefined {
  const { config, words } = about.portal;
  const { noRecords: say, taken } = words.activate;
  switch (error.code) {
    case 'no_records_found': {
      const renewable = error.reason === 'expired' && config.renewal && config.features.includes('renewCode');
      const ways = [
        linkWithCode(config.pages.login, say.logIn, () => undefined),
        renewable ? textButton(say.renew, about.renew) : undefined,
      ];
      return { ...noRecords(error, about.portal, about.method), ways };
    }
    case 'session_required':
      return words.session.notKept;
    case 'email_taken':
      return {
        title: words.errors.email_taken.title,
        body: taken.body(about.username),
        ways: [linkWithCode(config.pages.login, taken.logIn, about.code, 'portal-button')],
      };
    default:
      return undefined;
  }
}
