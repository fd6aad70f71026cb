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
  inheritedFrom?: { name: string };
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

Printed by \`node test/docs/print-tags.mjs\` from the doc comments; the same is in the package for editors and tools
(\`portal-elements/custom-elements.json\`). How tags are put into a page stands in [Embedding](embedding.md).

Events bubble, cross shadow roots, and hold no secret and nothing personal. \`portal-activated\`, \`portal-logged-in\`,
\`portal-consents-completed\`, \`portal-password-reset\` and \`portal-logged-out\` can be canceled: then the page stays.
\`portal-error\` can too: then the tag shows no alert.
`;

const tags = (): Tag[] =>
  (JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as { modules: { declarations?: Tag[] }[] }).modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => a.tagName!.localeCompare(b.tagName!));

const cell = (text = ''): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

const isOwn = ({ inheritedFrom }: Item): boolean => !inheritedFrom;

function rowsOf(tag: Tag, wanted: (item: Item) => boolean): string[] {
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
    items
      .filter(wanted)
      .map(({ name, description }) => `| ${kind} | ${name ? `\`${name}${kind === 'method' ? '()' : ''}\`` : 'without a name'} | ${cell(description)} |`),
  );
}

const table = (rows: string[]): string[] =>
  rows.length > 0 ? ['| kind | name | what it is |', '| --- | --- | --- |', ...rows, ''] : [];

/** The document as the doc comments have it. */
export function tagDocument(): string {
  const all = tags();
  const common = all.find(({ tagName }) => tagName === 'portal-login')!;
  return [
    HEAD,
    '## What all have in common',
    '',
    'All but `portal-provider`. `lang`, `id`, `class` and `hidden` are those of HTML; `data-scheme` is `light` or `dark`.',
    '',
    ...table(rowsOf(common, (item) => !isOwn(item))),
    ...all.flatMap((tag) => [`## ${tag.tagName}`, '', cell(tag.description), '', ...table(rowsOf(tag, isOwn))]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** Writes it. */
export const writeTagDocument = (): void => writeFileSync(TAG_DOCUMENT, tagDocument());
