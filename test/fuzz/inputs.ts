// Inputs as somebody would try them who means no good, or whose program is broken: by the shape of an operation's schema,
// right in most places, wrong in some.
import fc from 'fast-check';
import { operationNamed, type OperationName } from '../../src/contract/index.js';
import * as z from '../../src/contract/zod.js';

/** What a world holds that an input can name, by field. */
export type Pools = Record<string, unknown[]>;

interface Shape {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
}

const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { a: value };
  return value;
};

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...[
      '\0',
      'nul\0inside',
      '\ud800',
      'half \udfff half',
      '\u202e\u200b',
      '"\\\n\r\u2028',
      '${jndi:ldap://x}',
      '<script>alert(1)</script>',
    ],
    ...[
      "' or 1=1 --",
      '%00%2e%2e',
      '../../etc/passwd',
      '\nSet-Cookie: a=b',
      '[object Object]',
      '𝟏𝟗𝟖𝟎-𝟎𝟐-𝟐𝟗',
      'İıſK＠Å',
    ],
  ),
  fc.integer({ min: 190, max: 20_000 }).map((length) => 'x'.repeat(length)),
);

/** Anything, of the kind that breaks programs. */
export const wild: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    Number.MAX_SAFE_INTEGER,
    '',
    [],
    {},
    [[]],
    ['a@example.org', 'b@example.org'],
  ),
  fc.constantFrom(19, 20, 21, 500).map(nested),
  fc
    .constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'length')
    .map((key) => Object.fromEntries([[key, { polluted: true }]])),
  fc
    .integer({ min: 99, max: 300 })
    .map((count) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, i]))),
  fc
    .anything({ withNullPrototype: false, maxDepth: 3 })
    .map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown),
);

function fitting(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(fitting));
  if (shape.type === 'object') {
    const values = typeof shape.additionalProperties === 'object' ? fitting(shape.additionalProperties) : wild;
    return fc.dictionary(
      fc.oneof(fc.constantFrom('read', 'results', 'agree', 'where'), fc.string({ maxLength: 20 })),
      values,
      { maxKeys: 4 },
    );
  }
  if (shape.type === 'null') return fc.constant(null);
  return fc.string({ unit: 'grapheme', maxLength: 40 });
}

/** Inputs of an operation; the fields that `pools` knows are often as they should be. */
export function inputsOf(name: OperationName, pools: Pools): fc.Arbitrary<unknown> {
  const { properties = {}, required = [] } = z.toJSONSchema(operationNamed(name).input, {
    io: 'input',
    unrepresentable: 'any',
  }) as Shape;
  const fields = Object.entries(properties).map(([key, shape]) => {
    const known = pools[key];
    const value = fc.oneof(
      ...(known ? [{ weight: 12, arbitrary: fc.constantFrom(...known) }] : []),
      { weight: 2, arbitrary: fitting(shape) },
      { weight: 2, arbitrary: wild },
    );
    // What may be left out, and what the world knows nothing of, mostly is: else hardly anything would be right in all.
    const expected = known !== undefined || required.includes(key);
    const absent = { weight: expected ? 1 : 12, arbitrary: fc.constant(undefined) };
    return [key, fc.oneof({ weight: expected ? 12 : 1, arbitrary: value }, absent)] as const;
  });
  const extra = fc.oneof(
    { weight: 9, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.dictionary(
        fc.oneof(hostileText, fc.constantFrom('role', 'personId', '__proto__', 'constructor')),
        wild,
        { maxKeys: 2 },
      ),
    },
  );
  const object = fc
    .tuple(fc.record(Object.fromEntries(fields)), extra)
    .map(([given, more]) => Object.fromEntries([...Object.entries(given), ...Object.entries(more)]));
  return fc.oneof({ weight: 19, arbitrary: object }, { weight: 1, arbitrary: wild });
}

/** Every text of some length in a value: what must not come back. */
export function textsIn(value: unknown, length = 8): string[] {
  if (typeof value === 'string') return value.length >= length ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    // A field that nobody knows is named in the answer, if it is a name.
    ...(key.length >= length && !/^[\w.-]{1,100}$/.test(key) ? [key] : []),
    ...textsIn(item, length),
  ]);
}
