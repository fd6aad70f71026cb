import { PortalError } from '../../contract/errors.js';

const MOST_DEPTH = 20;
const MOST_KEYS = 100;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

const JSON_TYPE = /^application\/json(\s*;\s*charset="?utf-8"?)?$/i;

function demandPlainShape(value: unknown, depth = 0): void {
  if (depth > MOST_DEPTH) throw new PortalError('invalid_input');
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  // Keys that mean something to the language never name a field of the contract, and aren't said back: who reads the
  // answer may be as careless with them as whoever sent them hoped that we would be.
  if (keys.length > MOST_KEYS || keys.some((key) => FORBIDDEN.includes(key))) throw new PortalError('invalid_input');
  for (const item of Object.values(value)) demandPlainShape(item, depth + 1);
}

/**
 * The JSON object that a request carries; an empty one where it carries nothing.
 *
 * @throws PortalError `unsupported_media_type` unless it says `application/json`, `invalid_input` unless it is an object
 */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type');
  if (type !== null && !JSON_TYPE.test(type.trim())) throw new PortalError('unsupported_media_type');
  const text = await request.text();
  if (text === '') return {};
  if (type === null) throw new PortalError('unsupported_media_type');
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PortalError('invalid_input');
  demandPlainShape(value);
  return value as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PortalError('invalid_input', { cause });
  }
}
