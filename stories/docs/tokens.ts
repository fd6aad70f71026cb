/// <reference types="vite/client" />
import { readTokens } from './read-tokens.js';

const sheets = import.meta.glob<string>('../../src/styles/*.ts', { query: '?raw', import: 'default', eager: true });
const tokens = Object.values(sheets).flatMap(readTokens);

const schemes = (fallback: string): string[] => /^light-dark\((.*), (.*)\)$/.exec(fallback)?.slice(1) ?? [];

/** All tokens with their defaults, as a table in Markdown. */
export const tokenTable = (): string =>
  [
    '| token | light | dark | for |',
    '| --- | --- | --- | --- |',
    ...tokens.map(({ name, fallback, use }) => {
      const [light = fallback, dark = 'the same'] = schemes(fallback);
      return `| \`${name}\` | ${light} | ${dark} | ${use} |`;
    }),
  ].join('\n');

/** The colors among them. */
export const colors = (): { name: string; use: string; colors: Record<string, string> }[] =>
  tokens.flatMap(({ name, fallback, use }) => {
    const [light, dark] = schemes(fallback);
    return light && dark ? { name, use, colors: { light, dark } } : [];
  });
