import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page of the documentation, and the code that stands in it. */
export interface Page {
  path: string;
  text: string;
  snippets: { language: string; code: string }[];
}

/** README.md, everything below docs/, and the guide in Storybook. */
export function documents(): Page[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const guide = readdirSync(join(root, 'stories/docs')).filter((file) => file.endsWith('.mdx'));
  const paths = ['README.md', ...below.map((file) => join('docs', file)), ...guide.map((file) => join('stories/docs', file))];
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const snippets = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({ language, code }));
    return { path: relative(root, join(root, path)), text, snippets };
  });
}

/** All snippets of a language, each with the page it stands on. */
export const snippets = (language: string): { path: string; code: string }[] =>
  documents().flatMap(({ path, snippets: all }) => all.filter((one) => one.language === language).map(({ code }) => ({ path, code })));
