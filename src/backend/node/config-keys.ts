import type * as z from 'zod';
import type { Path, Problem } from './config-problems.js';

type Schema = z.core.$ZodType;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Finds the keys that no schema knows, wherever they stand: a mistyped key would silently do nothing. */
export function unknownKeys(schema: Schema, value: unknown, path: Path = []): Problem[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return unknownKeys(def.innerType, value, path);
    case 'array':
      if (!Array.isArray(value)) return [];
      return value.flatMap((entry, i) => unknownKeys(def.element, entry, [...path, i]));
    case 'record':
      if (!isObject(value)) return [];
      return Object.entries(value).flatMap(([key, entry]) => unknownKeys(def.valueType, entry, [...path, key]));
    case 'object': {
      if (!isObject(value)) return [];
      const { shape } = def;
      return Object.entries(value).flatMap(([key, entry]) =>
        Object.hasOwn(shape, key)
          ? unknownKeys(shape[key]!, entry, [...path, key])
          : [{ path, message: unknownKey(key, Object.keys(shape)) }],
      );
    }
    default:
      return [];
  }
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = known.find((candidate) => isSlip(key.toLowerCase(), candidate.toLowerCase()));
  return `unknown key ${JSON.stringify(key)}${meant ? `; did you mean "${meant}"?` : ''}`;
}

/** Whether two words differ by one slip of the finger: a letter or two that are wrong, missing, surplus or swapped. */
function isSlip(typed: string, meant: string): boolean {
  const shorter = Math.min(typed.length, meant.length);
  let start = 0;
  while (start < shorter && typed[start] === meant[start]) start++;
  let end = 0;
  while (end < shorter - start && typed.at(-1 - end) === meant.at(-1 - end)) end++;
  const differing = Math.max(typed.length, meant.length) - start - end;
  return differing <= 2 && start + end > 0 && differing <= meant.length / 2;
}
