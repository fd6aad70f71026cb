import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page of the documentation, and the code that stands in it. */
export interface Page {
  path: string;
  text: string;
  snippets: { language: string; code: string }[];
}

/** What stands beside README.md, everything below docs/, and the guide in Storybook. */
export function documents(): Page[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const guide = readdirSync(join(root, 'stories/docs')).filter((file) => file.endsWith('.mdx'));
  const paths = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...below.map((file) => join('docs', file)),
    ...guide.map((file) => join('stories/docs', file)),
  ];
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const snippets = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
      language,
      code,
    }));
    return { path: relative(root, join(root, path)).replaceAll('\\', '/'), text, snippets };
  });
}

/** All snippets of a language, each with the page it stands on. */
export const snippets = (language: string): { path: string; code: string }[] =>
  documents().flatMap(({ path, snippets: all }) =>
    all.filter((one) => one.language === language).map(({ code }) => ({ path, code })),
  );

const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])];

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';

/** Where a page leads, and which pictures it shows: in Markdown and in the HTML that stands in it, code aside. */
export function targetsOf(text: string): string[] {
  return all(fromMarkdown(text)).flatMap((node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return [node.url];
    if (node.type !== 'html') return [];
    return [...node.value.matchAll(/\s(?:href|src|srcset)="([^"\s]+)"/g)].map(([, target = '']) => target);
  });
}

/** The anchors of a page, as GitHub names them. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return all(fromMarkdown(text))
    .filter(({ type }) => type === 'heading')
    .map((heading) => {
      const slug = textOf(heading)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-');
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    });
}

/** What is wrong with the fences of a page: one without a language, or one inside a list, would be run by nothing. */
export function strayFences({ text, snippets: found }: Pick<Page, 'text' | 'snippets'>): string[] {
  const code = all(fromMarkdown(text)).filter((node) => node.type === 'code');
  return code.length === found.length
    ? []
    : code
        .map(({ value }) => value)
        .filter((value) => !found.some(({ code: known }) => known.trimEnd() === value.trimEnd()));
}
