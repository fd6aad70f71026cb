import type { PortalConfig } from '../contract/config.js';
import { OPERATION_NAMES, type OperationName } from '../contract/operations.js';

/** The operations that the reference backend has under this config: what is switched off is refused, not only hidden. */
export function featuresOf({ settings, renewal }: Pick<PortalConfig, 'settings' | 'renewal'>): OperationName[] {
  const on: Partial<Record<OperationName, boolean>> = {
    renewCode: renewal,
    linkCode: settings.link,
    updateContact: settings.email || settings.phones || settings.language,
    changePassword: settings.password,
    withdrawConsent: settings.consents,
    listSessions: settings.sessions,
    endOtherSessions: settings.sessions,
  };
  return OPERATION_NAMES.filter((name) => on[name] ?? true);
}
