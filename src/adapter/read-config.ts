import { DEFAULT_CONFIG } from '../contract/config-defaults.js';
import type { PortalConfig } from '../contract/config.js';
import { isSafeHref } from '../contract/fields/safe-href.js';
import type { PortalAdapter } from './portal-adapter.js';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// A value of another kind than the default's can't be meant; what has no default is taken as it is.
function merge(defaults: Json, given: Json): Json {
  const merged: Json = { ...defaults };
  for (const [key, value] of Object.entries(given)) {
    const fallback = defaults[key];
    if (fallback === undefined) merged[key] = value;
    else if (isObject(fallback)) merged[key] = isObject(value) ? merge(fallback, value) : fallback;
    else if (typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback)) merged[key] = value;
  }
  return merged;
}

const texts = (given: Json): Json =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string'));

/**
 * Fills a config up from the defaults, tolerantly and without a schema, so that the first field can be drawn from it:
 * what is of the wrong kind is left out. Links that may not be followed are left out too.
 */
export function mergeConfig(given: unknown): PortalConfig {
  const config = merge(DEFAULT_CONFIG as unknown as Json, isObject(given) ? given : {}) as unknown as PortalConfig;
  const support = texts({ ...config.support }) as PortalConfig['support'];
  if (support.url && !isSafeHref(support.url)) delete support.url;
  const questions = Array.isArray(config.verification.questions) ? config.verification.questions : [];
  const methods = config.verification.methods.filter((method) =>
    method === 'answers' ? questions.length > 0 : ['birthdate', 'phone', 'email'].includes(method),
  );
  return {
    ...config,
    support,
    languages: config.languages.length > 0 ? config.languages : DEFAULT_CONFIG.languages,
    verification: {
      methods: methods.length > 0 ? methods : DEFAULT_CONFIG.verification.methods,
      ...(questions.length > 0 && { questions }),
    },
  };
}

const known = new WeakMap<PortalAdapter, Map<string, Promise<PortalConfig>>>();

/** The config behind an adapter, read once for each language; a reading that failed may be tried again. */
export function readConfig(adapter: PortalAdapter, language: string): Promise<PortalConfig> {
  const byLanguage = known.get(adapter) ?? new Map<string, Promise<PortalConfig>>();
  known.set(adapter, byLanguage);
  const before = byLanguage.get(language);
  if (before) return before;
  const reading = (async () => mergeConfig(await adapter.readConfig({}, { language })))();
  byLanguage.set(language, reading);
  reading.catch(() => byLanguage.delete(language));
  return reading;
}
