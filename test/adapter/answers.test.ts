import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANSWERS, consentDocument, problem } from '../../src/adapter/answers.js';
import type { CheckedOperation } from '../../src/adapter/portal-adapter.js';
import type { Read } from '../../src/adapter/readers.js';
import { consentDocumentSchema, EXAMPLES, operationNamed, problemSchema } from '../../src/contract/index.js';
import type * as z from '../../src/contract/zod.js';
import { wild } from '../fuzz/inputs.js';
import { answersSource, storedAnswers } from '../support/print-answers.js';

type Def = Record<string, unknown> & { type: string };
type Check = { _zod: { def: { pattern?: RegExp; maximum?: number } } };

// Around the bound, and of characters that take two places: a length is counted in code points.
const lengthy = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('x', '𝒳', '\ud800', '\n'), fc.constantFrom(most - 1, most, most + 1))
    .map(([unit, length]) => unit.repeat(length));

const link = fc.constantFrom('https://a.example', '/a', '//a', 'javascript:a', 'mailto:a@b.example', '#a', '');

function texts(checks: Check[] = []): fc.Arbitrary<string> {
  const defs = checks.map(({ _zod: { def } }) => def);
  return fc.oneof(
    ...defs.flatMap(({ pattern }) => (pattern ? [{ weight: 30, arbitrary: fc.stringMatching(pattern) }] : [])),
    ...defs.flatMap(({ maximum }) => (maximum ? [lengthy(maximum)] : [])),
    { weight: 5, arbitrary: link },
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
}

function fitting(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Def;
  const inner = (key: string): fc.Arbitrary<unknown> => near(def[key] as z.core.$ZodType);
  switch (def.type) {
    case 'string':
      return texts(def.checks as Check[] | undefined);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof({ weight: 9, arbitrary: fc.integer() }, fc.constantFrom(NaN, Infinity, -0, 0.5));
    case 'literal':
      return fc.constantFrom(...(def.values as unknown[]));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries as object));
    case 'optional':
      return fc.oneof(inner('innerType'), fc.constant(undefined));
    case 'nullable':
      return fc.oneof(inner('innerType'), fc.constant(null));
    case 'union':
      return fc.oneof(...(def.options as z.core.$ZodType[]).map(near));
    case 'array':
      return fc.array(inner('element'), { maxLength: 3 });
    case 'record':
      return fc.dictionary(fc.oneof(fc.stringMatching(/^[\w.-]{1,9}$/), fc.string()), inner('valueType'), {
        maxKeys: 3,
      });
    case 'object': {
      const shape = Object.entries(def.shape as Record<string, z.core.$ZodType>);
      const fields = Object.fromEntries(shape.map(([key, each]) => [key, near(each)]));
      const more = fc.oneof(
        { weight: 20, arbitrary: fc.constant({}) },
        fc.dictionary(fc.string(), wild, { maxKeys: 2 }),
      );
      return fc.tuple(fc.record(fields), more).map(([given, extra]) => ({ ...extra, ...given }));
    }
    default:
      return wild;
  }
}

// As it should be nearly everywhere: an answer may have some fifty places, and one that is wrong spoils all of it.
const near = (schema: z.core.$ZodType): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 300, arbitrary: fitting(schema) }, { weight: 1, arbitrary: wild });

function readOf(read: Read, value: unknown): { read: unknown } | undefined {
  try {
    return { read: read(value, '') };
  } catch (error) {
    assert.ok(error instanceof TypeError, String(error));
    return undefined;
  }
}

const withoutUndefined = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutUndefined)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, each]) => each !== undefined)
            .map(([key, each]) => [key, withoutUndefined(each)]),
        )
      : value;

const checked = Object.keys(ANSWERS) as CheckedOperation[];
const pairs: [name: string, schema: z.ZodMiniType, read: Read][] = [
  ...checked.map((name) => [name, operationNamed(name).output, ANSWERS[name][2]] as [string, z.ZodMiniType, Read]),
  ['a document', consentDocumentSchema, consentDocument],
  ['a problem', problemSchema, problem],
];

test('what browsers read answers by is printed from the table as it stands', async () => {
  assert.ok((await answersSource()) === storedAnswers(), 'src/adapter/answers.ts is stale: npm run build prints it.');
});

for (const [name, schema, read] of pairs)
  test(`a browser reads ${name} as the contract’s own schema does`, () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof({ weight: 19, arbitrary: near(schema) }, wild), (value) => {
        const theirs = schema.safeParse(value);
        const ours = readOf(read, value);
        assert.equal(ours !== undefined, theirs.success, `${JSON.stringify(value)}: ${theirs.error?.message}`);
        if (ours) assert.deepEqual(withoutUndefined(ours.read), withoutUndefined(theirs.data));
        seen[ours ? 'taken' : 'refused'] += 1;
      }),
      { numRuns: 1_500 },
    );
    assert.ok(seen.taken > 100 && seen.refused > 5, `It says little to have seen ${JSON.stringify(seen)}.`);
  });

for (const name of checked)
  test(`a browser reads the example of ${name}, and says where another one is wrong`, () => {
    const [, , read] = ANSWERS[name];
    const { output } = EXAMPLES[name];
    assert.deepEqual(read(output, ''), output);
    for (const key of Object.keys(output))
      assert.throws(() => read({ ...output, [key]: Symbol() }, ''), { message: new RegExp(`answer\\.${key}`) });
  });
