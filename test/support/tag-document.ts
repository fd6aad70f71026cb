import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './documents.js';

/** Where the table of tags is. */
export const TAG_DOCUMENT = join(root, 'docs/tags.md');

interface Item {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
}

interface Tag {
  tagName?: string;
  description?: string;
  attributes?: Item[];
  events?: Item[];
  slots?: Item[];
  cssParts?: Item[];
  cssStates?: Item[];
  members?: (Item & { kind: string; attribute?: string; static?: boolean; readonly?: boolean; parameters?: Item[] })[];
}

const HEAD = `# Tags

Printed by \`node test/docs/print-tags.mjs\` from the doc comments. The same is in the package for editors and tools
(\`portal-elements/custom-elements.json\`). [Embedding](embedding.md) says how to put the tags into a page.

Events bubble, cross shadow roots, and hold no secret and nothing personal. \`portal-activated\`, \`portal-logged-in\`,
\`portal-consents-completed\`, \`portal-password-reset\` and \`portal-logged-out\` can be canceled: then the page stays.
\`portal-error\` can be canceled too: then the tag shows no alert.
`;

const COMMON = `All but \`portal-provider\` have these; where one means something else, its own table says so. \`portal-help\`,
\`portal-language\` and \`portal-session\` draw no heading and no links of their own, so they have no use for the slots below.
\`lang\`, \`id\`, \`class\` and \`hidden\` are those of HTML; \`data-scheme\` is \`light\` or \`dark\`.
`;

/** The one that has its own way, as it draws nothing. */
const APART = 'portal-provider';

const tags = (): Tag[] =>
  (
    JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as { modules: { declarations?: Tag[] }[] }
  ).modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => a.tagName!.localeCompare(b.tagName!));

const cell = (text = ''): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

interface Row {
  kind: string;
  name: string;
  text: string;
}

function rowsOf(tag: Tag): Row[] {
  const { attributes = [], events = [], slots = [], cssParts = [], cssStates = [], members = [] } = tag;
  const kinds: [string, Item[]][] = [
    ['attribute', attributes.filter(({ description }) => description)],
    ['property', members.filter((each) => each.kind === 'field' && !each.attribute && !each.static && !each.readonly)],
    ['method', members.filter(({ kind, description }) => kind === 'method' && description)],
    ['event', events],
    ['slot', slots],
    ['part', cssParts],
    ['state', cssStates],
  ];
  return kinds.flatMap(([kind, items]) =>
    items.map(({ name, description }) => ({ kind, name, text: cell(description) })),
  );
}

const same =
  (one: Row) =>
  (other: Row): boolean =>
    one.kind === other.kind && one.name === other.name && one.text === other.text;

/** What every one of these tags has, in the words that most of them have for it. */
function commonTo([first = [], ...others]: Row[][]): Row[] {
  const named =
    ({ kind, name }: Row) =>
    (rows: Row[]) =>
      rows.find((row) => row.kind === kind && row.name === name);
  return first
    .filter((row) => others.every(named(row)))
    .map((row) => {
      const all = [first, ...others].map((rows) => named(row)(rows)!);
      const times = (one: Row): number => all.filter(same(one)).length;
      return all.reduce((best, one) => (times(one) > times(best) ? one : best));
    });
}

const line = ({ kind, name, text }: Row): string =>
  `| ${kind} | ${name ? `\`${name}${kind === 'method' ? '()' : ''}\`` : 'without a name'} | ${text} |`;

const table = (rows: Row[]): string[] =>
  rows.length > 0 ? ['| kind | name | what it is |', '| --- | --- | --- |', ...rows.map(line), ''] : [];

/** The document as the doc comments have it. */
export function tagDocument(): string {
  const all = tags();
  const common = commonTo(all.filter(({ tagName }) => tagName !== APART).map(rowsOf));
  const isOwn = (row: Row): boolean => !common.some(same(row));
  return [
    HEAD,
    '## What all have in common',
    '',
    COMMON,
    ...table(common),
    ...all.flatMap((tag) => {
      const rows = rowsOf(tag);
      return [
        `## ${tag.tagName}`,
        '',
        cell(tag.description),
        '',
        ...table(tag.tagName === APART ? rows : rows.filter(isOwn)),
      ];
    }),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** Writes it. */
export const writeTagDocument = (): void => writeFileSync(TAG_DOCUMENT, tagDocument());
