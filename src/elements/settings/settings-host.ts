import type { Account } from '../../contract/account.js';
import type { FlowHost } from '../../forms/portal.js';
import type { SettingsSection } from '../events.js';

/** What a section needs of the element that it stands in. */
export interface SettingsHost extends FlowHost {
  /** The account as it was read last; there before any section is drawn. */
  account: Account;
  /** Tells the page that a section was saved. */
  saved(section: SettingsSection): void;
}
