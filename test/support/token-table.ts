import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTokens, schemes } from '../../stories/docs/read-tokens.js';
import { root } from './documents.js';

const DOCUMENT = join(root, 'docs/theming.md');
const STYLES = join(root, 'src/styles');

/** What stands between these lines is printed; all else is written by hand. */
const BEGIN = '<!-- Printed by `node test/docs/print-tokens.mjs` from the style sheets. -->';
const END = '<!-- End of what is printed. -->';

function table(): string {
  // The colors first, as they are what most pages set.
  const files = readdirSync(STYLES).sort((a, b) => Number(b === 'tokens.ts') - Number(a === 'tokens.ts'));
  const sheets = files.map((file) => readFileSync(join(STYLES, file), 'utf8'));
  const rows = sheets.flatMap(readTokens).map(({ name, fallback, use }) => {
    const [light = fallback, dark = 'the same'] = schemes(fallback);
    return `| \`${name}\` | ${light} | ${dark} | ${use} |`;
  });
  return ['| token | light | dark | for |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The document as it stands. */
export const documentNow = (): string => readFileSync(DOCUMENT, 'utf8');

/** The document as it should be: the table anew between its marks. */
export function printed(): string {
  const [before, rest] = documentNow().split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${DOCUMENT} has lost the marks of its table.`);
  return `${before}${BEGIN}\n\n${table()}\n\n${END}${after}`;
}

/** Writes it. */
export const writeTokens = (): void => writeFileSync(DOCUMENT, printed());
