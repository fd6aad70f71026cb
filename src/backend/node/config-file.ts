import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import * as z from 'zod';
import { configSchema, type PortalConfig } from '../../contract/config.js';
import type { Sender } from '../mail/sender.js';
import { readPublicUrl } from './public-url.js';
import { closestLanguage, type BackendSettings } from '../settings.js';
import { consentProblems, consentSchema, type Consent } from './config-consents.js';
import { featuresOf } from '../features.js';
import { readJson } from './config-json.js';
import { unknownKeys } from './config-keys.js';
import { expandPreset, portalProblems } from './config-portal.js';
import { ConfigError, describe, problemsOf, type Problem } from './config-problems.js';
import { senderOf, serverSettings, serverShape } from './config-server.js';
import { consentSource, readTexts } from './config-texts.js';
import { allWordsProblems, readIn } from './config-words.js';

/** The settings of a Node server: the portal's, and how its mail is written. */
export interface ServerSettings extends BackendSettings {
  mail: { from: Sender; timeZone?: string | undefined };
}

const { features: _workedOut, ...configShape } = configSchema.shape;
const serverSchema = z.object({ ...serverShape, consents: z.array(z.unknown()).default([]) });
// Read for its keys alone; `$schema` is how editors find help.
const keysSchema = z.object({ $schema: z.string(), ...configShape, ...serverShape, consents: z.array(consentSchema) });

/**
 * Reads portal.config.json: the keys of `PortalConfig`, by language where they are words, and the server's own.
 *
 * Without a file everything is as it is by default. Words by language must be there in the portal's first language, which
 * stands in for those that lack them.
 *
 * @param file - else `PORTAL_CONFIG`, else portal.config.json in the working folder, if there is one
 * @throws ConfigError naming every mistake with its path, all at once; UsageError for a `publicUrl` that is none
 */
export function readSettings({
  file,
  env = {},
  publicUrl,
}: {
  file?: string | undefined;
  env?: Record<string, string | undefined>;
  publicUrl: string;
}): ServerSettings {
  const named = file || env.PORTAL_CONFIG;
  const path = resolve(named || 'portal.config.json');
  const source = basename(path);
  const raw = named || existsSync(path) ? readJson(path, source) : {};

  const problems: Problem[] = [];
  const settings = settingsOf(raw, { folder: dirname(path), publicUrl: readPublicUrl(publicUrl), problems });
  if (problems.length > 0 || !settings) throw new ConfigError(source, problems);
  return settings();
}

// Collects every problem first; what it returns is only called when there is none.
function settingsOf(
  raw: object,
  { folder, publicUrl, problems }: { folder: string; publicUrl: string; problems: Problem[] },
): (() => ServerSettings) | undefined {
  const file = expandPreset(raw, problems);
  problems.push(...unknownKeys(keysSchema, file));
  const languages = languagesOf(file);
  const configs = readConfigs(file, languages, problems);

  const server = serverSchema.safeParse(file, { error: describe });
  if (!server.success) problems.push(...problemsOf(server.error.issues));
  const consents = readConsents(file, problems);
  problems.push(...consentProblems(consents, languages));
  const sources = [...consents].map(([i, consent]) => {
    const bodies = readTexts(consent, ['consents', i], { folder, languages, problems });
    return () => consentSource(consent, bodies, languages);
  });
  if (!server.success) return undefined;

  return () => ({
    ...serverSettings(server.data),
    publicUrl,
    config: (language = languages[0]!) => configs.get(closestLanguage(language, languages))!,
    consents: sources.map((source) => source()),
    mail: {
      from: senderOf(server.data, configs.get(languages[0]!)!.name, publicUrl),
      timeZone: server.data.mail?.timeZone,
    },
  });
}

function languagesOf({ languages }: { languages?: unknown }): string[] {
  const given = configSchema.shape.languages.safeParse(languages);
  return given.success ? given.data : ['en'];
}

function readConfigs(file: object, languages: readonly string[], problems: Problem[]): Map<string, PortalConfig> {
  const configs = new Map<string, PortalConfig>();
  problems.push(...allWordsProblems(file, languages));
  for (const language of languages) {
    const { value, place } = readIn(language, file, languages);
    const parsed = configSchema.safeParse(value, { error: describe });
    if (parsed.success) configs.set(language, { ...parsed.data, features: featuresOf(parsed.data) });
    else problems.push(...problemsOf(parsed.error.issues).map(({ path, message }) => ({ path: place(path), message })));
  }
  problems.push(...portalProblems(file));
  return configs;
}

// One by one, so that a mistake in one document doesn't hide those in the others.
function readConsents({ consents }: { consents?: unknown }, problems: Problem[]): Map<number, Consent> {
  const read = new Map<number, Consent>();
  for (const [i, consent] of (Array.isArray(consents) ? consents : []).entries()) {
    const parsed = consentSchema.safeParse(consent, { error: describe });
    if (parsed.success) read.set(i, parsed.data);
    else problems.push(...problemsOf(parsed.error.issues, ['consents', i]));
  }
  return read;
}
