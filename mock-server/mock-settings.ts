import { configSchema, type PortalConfig } from '../src/contract/config.js';
import { featuresOf } from '../src/backend/features.js';
import { DEFAULT_SETTINGS, type ConsentSource, type BackendSettings } from '../src/backend/settings.js';
import { consentDocuments, houseRules, landingHelp } from './clinic.js';
import type { Scenario } from './scenarios.js';

/** The settings of a scenario's portal: the mock clinic's, with what the scenario says on top. */
export function mockSettings({ config: own, consents = 'all' }: Scenario): BackendSettings {
  const read = configSchema.parse({
    name: 'Larkfield Clinic',
    languages: ['en', 'es', 'ar'],
    support: { phone: '(202) 555-0142', email: 'help@larkfield.example', hours: 'Monday to Friday, 8 am to 6 pm' },
    help: { landing: landingHelp },
    ...own,
  });
  const config: PortalConfig = { ...read, features: featuresOf(read) };
  return {
    ...DEFAULT_SETTINGS,
    publicUrl: 'https://portal.example',
    config: () => config,
    consents: sources(consents),
  };
}

const sources = (which: NonNullable<Scenario['consents']>): ConsentSource[] =>
  (which === 'strict' ? [houseRules] : consentDocuments)
    .filter(({ required }) => which === 'all' || (which !== 'none' && required))
    .map((document) => ({
      documentId: document.documentId,
      required: document.required,
      renewalDays: null,
      recordsMobilePhone: document.documentId === 'text-messages',
      inLanguage: () => document,
    }));
