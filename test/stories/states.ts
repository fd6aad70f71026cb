import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ERROR_CODES, type PortalErrorCode } from '../../src/contract/errors.js';
import { errorsOf, OPERATION_NAMES, operationNamed, type OperationName } from '../../src/contract/operations.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A state of an operation that a story can show, such as `verifyCode: network`. */
export type State = `${OperationName}: ${PortalErrorCode | 'pending'}`;

const filesOf = (folder: string): { name: string; text: string }[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));

/** The elements, each with the operations whose failures it shows: those of its forms, and the reading of the config. */
export function elements(): Map<string, OperationName[]> {
  const folders = readdirSync(join(root, 'src/elements'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const found = folders.map(({ name }): [string, OperationName[]] => {
    const text = filesOf(`src/elements/${name}`)
      .map((file) => file.text)
      .join('\n');
    const calls = [...text.matchAll(/\.run\(\s*([^,)]*)/g)].map(([, first = '']) => {
      const operation = OPERATION_NAMES.find((known) => first.trim() === `'${known}'`);
      if (!operation) throw new Error(`portal-${name} runs ${first}: write the name of the operation there.`);
      return operation;
    });
    const reads = /extends PortalElement\b/.test(text) ? (['readConfig'] as const) : [];
    return [`portal-${name}`, [...new Set([...reads, ...calls])]];
  });
  if (!found.some(([, operations]) => operations.length > 1)) throw new Error('No element runs any operation.');
  return new Map(found);
}

/** What only a client or a server can bring about that doesn't keep to the contract. It looks alike everywhere. */
const OUT_OF_CONTRACT: readonly PortalErrorCode[] = [
  'not_found',
  'method_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
];

/** What an element has to show of an operation: that it is under way, and all errors that can come of it. */
export function statesOf(operation: OperationName): State[] {
  const { input } = operationNamed(operation);
  const takesNothing = Object.keys((input as unknown as { shape: object }).shape).length === 0;
  const errors = errorsOf(operation).filter((code) => {
    if (OUT_OF_CONTRACT.includes(code)) return false;
    // Nothing was sent that could be wrong.
    if (code === 'invalid_input') return !takesNothing;
    // A backend without a config has that of the defaults.
    return !(operation === 'readConfig' && code === 'not_allowed');
  });
  // That the config is on its way looks alike everywhere.
  const pending = operation === 'readConfig' ? [] : (['pending'] as const);
  return [...pending, ...errors, 'network' as const].map((state): State => `${operation}: ${state}`);
}

/** How many stories there are. */
export const storyCount = (): number =>
  filesOf('stories')
    .filter(({ name }) => name.endsWith('.stories.ts'))
    .flatMap(({ text }) => text.match(/^export const [A-Z]/gm) ?? []).length;

/** What the stories of each element say that they show: `shows: 'verifyCode: network'`, or `fails('verifyCode: network')`. */
export function shownStates(): Map<string, State[]> {
  const shown = new Map<string, State[]>();
  for (const { name, text } of filesOf('stories')) {
    const element = /^(portal-[a-z-]+)(\.[a-z-]+)?\.stories\.ts$/.exec(name)?.[1];
    if (!element) continue;
    const claims = [...text.matchAll(/\b(?:shows: |fails\(\s*)'(\w+: \w+)'/g)].map(([, claim]) => claim as State);
    shown.set(element, [...(shown.get(element) ?? []), ...claims]);
  }
  return shown;
}

/** What no story shows, in words. */
export function missingStates(): string[] {
  const shown = shownStates();
  const missing = [...elements()].flatMap(([element, operations]) =>
    operations
      .flatMap(statesOf)
      .filter((state) => !shown.get(element)?.includes(state))
      .map((state) => `${element} has no story that shows ${state}`),
  );
  const anywhere = new Set([...shown.values()].flat().map((state) => state.split(': ')[1]));
  const nowhere = ERROR_CODES.filter((code) => !anywhere.has(code));
  return [...missing, ...nowhere.map((code) => `No story of any element shows ${code}`)];
}
