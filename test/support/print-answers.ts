import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import * as account from '../../src/contract/account.js';
import * as consent from '../../src/contract/consent.js';
import { ERROR_CODES, problemSchema } from '../../src/contract/errors.js';
import * as fields from '../../src/contract/fields.js';
import * as linking from '../../src/contract/linking.js';
import * as login from '../../src/contract/login.js';
import { operationNamed, OPERATION_NAMES } from '../../src/contract/operations.js';
import * as richText from '../../src/contract/rich-text.js';
import * as step from '../../src/contract/step.js';
import type * as z from '../../src/contract/zod.js';

const FILE = new URL('../../src/adapter/answers.ts', import.meta.url);

// What has a name in the contract keeps it here, and is written once.
const named = new Map(
  Object.entries({ ...fields, ...step, ...richText, ...linking, ...login, ...account, ...consent })
    .filter(([, value]) => typeof value === 'object' && '_zod' in value)
    .map(([name, schema]) => [schema as unknown, name.replace(/Schema$/, '')]),
);

type Def = Record<string, unknown> & { type: string };
type Schema = z.core.$ZodType;

const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def;

/** The source of `src/adapter/answers.ts`: what the browser has to know of the table, without zod. */
export async function answersSource(): Promise<string> {
  const used = new Set<string>();
  const constants = new Map<string, string>();

  const call = (reader: string, ...args: string[]): string => {
    used.add(reader);
    return `${reader}(${args.join(', ')})`;
  };

  const read = (schema: Schema): string => {
    const name = named.get(schema);
    if (!name) return written(schema);
    if (!constants.has(name)) constants.set(name, written(schema));
    return name;
  };

  const property = (key: string, value: string): string => (key === value ? key : `${key}: ${value}`);
  const shape = (of: Record<string, Schema>): string =>
    `{ ${Object.entries(of)
      .map(([key, schema]) => property(key, read(schema)))
      .join(', ')} }`;

  function written(schema: Schema): string {
    const def = defOf(schema);
    if (def.type !== 'string' && (def.checks as unknown[] | undefined)?.length)
      throw new Error(`Nothing reads the checks of ${def.type} in a browser.`);
    switch (def.type) {
      case 'string':
        return call('text', ...checks(def.checks as Checks | undefined));
      case 'boolean':
      case 'number':
      case 'unknown':
        used.add(def.type);
        return def.type;
      case 'literal':
        return call('one', ...(def.values as unknown[]).map((value) => JSON.stringify(value)));
      case 'enum': {
        const values = Object.values(def.entries as Record<string, string>);
        if (values.join() === ERROR_CODES.join()) return call('one', '...ERROR_CODES');
        return call('one', ...values.map((value) => JSON.stringify(value)));
      }
      case 'optional':
        return call('optional', read(def.innerType as Schema));
      case 'nullable':
        return call('either', call('one', 'null'), read(def.innerType as Schema));
      case 'union':
        return call('either', ...(def.options as Schema[]).map(read));
      case 'array':
        return call('list', read(def.element as Schema));
      case 'record':
        return call('record', read(def.keyType as Schema), read(def.valueType as Schema));
      case 'object':
        return call(def.catchall ? 'exactly' : 'object', shape(def.shape as Record<string, Schema>));
      default:
        throw new Error(`Nothing reads ${def.type} in a browser.`);
    }
  }

  const rows = OPERATION_NAMES.filter((name) => name !== 'readConfig').map((name) => {
    const { method, path, output } = operationNamed(name);
    return `${name}: ['${method}', '${path}', ${read(output)}]`;
  });
  const problem = read(problemSchema);
  read(consent.consentDocumentSchema);

  const exported = (name: string): string =>
    name === 'consentDocument' ? '/** A document as `consent_outdated` carries it. */\nexport ' : '';
  const source = `// Printed from the table of operations by \`npm run build\`; what is changed here by hand is lost.
import { isSafeHref } from '../contract/fields/safe-href.js';
import { ERROR_CODES } from '../contract/portal-error.js';
import type { CheckedOperation } from './portal-adapter.js';
import { ${[...used].sort().join(', ')}, type Read } from './readers.js';

${[...constants].map(([name, value]) => `${exported(name)}const ${name} = ${value};`).join('\n')}

/** An error as \`application/problem+json\` carries it. */
export const problem = ${problem};

/** How each operation travels, and how its answer is read. */
export const ANSWERS: Record<CheckedOperation, [method: string, path: string, output: Read]> = {
  ${rows.join(',\n  ')},
};
`;
  const options = await prettier.resolveConfig(FILE);
  return prettier.format(source, { ...options, parser: 'typescript' });
}

type Checks = { _zod: { def: Def & { check: string } } }[];

// Lengths are counted in code points, as zod counts them.
function checks(all: Checks = []): string[] {
  const bound = (key: string): number | undefined =>
    all.map(({ _zod: { def } }) => def[key] as number | undefined).find((value) => value !== undefined);
  const [least, most] = [bound('minimum'), bound('maximum')];
  const others = all.flatMap(({ _zod: { def } }) => {
    switch (def.check) {
      case 'min_length':
      case 'max_length':
        return [];
      case 'string_format':
        return [String(def.pattern)];
      case 'custom':
        if (def.fn === richText.isSafeHref) return ['isSafeHref'];
        break;
    }
    throw new Error(`Nothing makes the check ${def.check} in a browser.`);
  });
  return [...(least || most ? [`/^[^]{${least ?? 0},${most ?? ''}}$/u`] : []), ...others];
}

export const storedAnswers = (): string => readFileSync(FILE, 'utf8');

export const writeAnswers = async (): Promise<void> => writeFileSync(FILE, await answersSource());
