import { configSchema } from '../../contract/config.js';
import { CLASSIC_POLICY, NIST_POLICY } from '../../contract/fields/password.js';
import type { Problem } from './config-problems.js';
import { isPhoneRegion } from '../phones.js';

const PRESETS: Record<string, object> = { classic: CLASSIC_POLICY, nist: NIST_POLICY };

/** Puts a preset's rules where the file names one: `"password": "nist"`, or `{ "preset": "nist", "digit": true }`. */
export function expandPreset(file: { password?: unknown }, problems: Problem[]): object {
  const { password } = file;
  const asked = typeof password === 'string' ? { preset: password } : password;
  if (typeof asked !== 'object' || asked === null || !('preset' in asked)) return file;
  const { preset, ...changes } = asked;
  const rules = typeof preset === 'string' && Object.hasOwn(PRESETS, preset) ? PRESETS[preset] : undefined;
  if (!rules) problems.push({ path: ['password', 'preset'], message: 'should be one of "classic", "nist"' });
  return { ...file, password: { ...rules, ...changes } };
}

type ConfigKeys = { [Key in 'languages' | 'verification' | 'code' | 'password' | 'phoneRegion']?: unknown };

const { languages, verification, code, password, phoneRegion } = configSchema.shape;

/**
 * What a schema can't tell about a key: what doesn't go together, and what this backend hasn't got. Each key is looked at
 * for itself, whatever is wrong with the others.
 */
export function portalProblems(file: ConfigKeys): Problem[] {
  const problems: Problem[] = [];
  const say = (message: string, ...path: PropertyKey[]): void => void problems.push({ path, message });

  const tags = languages.safeParse(file.languages).data ?? [];
  tags.forEach((tag, i) => {
    if (tags.indexOf(tag) < i) say(`"${tag}" stands there twice`, 'languages', i);
  });
  const { methods, questions } = (file.verification ?? {}) as { methods?: unknown; questions?: unknown };
  verification.safeParse({ methods }).data?.methods.forEach((method, i) => {
    if (method === 'answers') say('"answers" needs a backend of your own', 'verification', 'methods', i);
  });
  if (questions !== undefined) say('is for a backend of your own', 'verification', 'questions');
  // Codes issued here are compared in their own form, which a page for codes of any form doesn't bring them to.
  if (code.safeParse(file.code).data?.format === 'any') say('"any" needs a backend of your own', 'code', 'format');
  const policy = password.safeParse(file.password).data;
  if (policy && policy.minLength > policy.maxLength) say('is more than maxLength', 'password', 'minLength');
  const region = phoneRegion.safeParse(file.phoneRegion).data;
  if (region !== undefined && !isPhoneRegion(region))
    say(`"${region}" is no country with phone numbers`, 'phoneRegion');
  return problems;
}
