import type { PortalConfig } from '../../contract/config.js';
import type { OperationName } from '../../contract/operations.js';
import type { SettingsSection } from '../events.js';
import { contactKeys } from './contact-fields.js';
import { offers } from './section.js';

/** All sections, in the order in which they stand unless the page says otherwise. */
export const IN_ORDER: readonly SettingsSection[] = ['link', 'contact', 'password', 'people', 'consents', 'sessions'];

const NEEDS: Record<SettingsSection, OperationName> = {
  link: 'linkCode',
  contact: 'readAccount',
  password: 'changePassword',
  people: 'readAccount',
  consents: 'listConsents',
  sessions: 'listSessions',
};

function isOn(name: SettingsSection, config: PortalConfig): boolean {
  if (name === 'link' && !customElements.get('portal-link-code')) return false;
  const allowed = name === 'contact' ? contactKeys(config).length > 0 : config.settings[name];
  return allowed && offers(config, NEEDS[name]);
}

/** The sections that a page asks for, in its order, without those that the portal has switched off. */
export function shownSections(asked: string, config: PortalConfig): SettingsSection[] {
  const wanted = [...new Set(asked.trim().split(/\s+/))];
  const known = wanted.filter((name): name is SettingsSection => Object.hasOwn(NEEDS, name));
  return known.filter((name) => isOn(name, config));
}
