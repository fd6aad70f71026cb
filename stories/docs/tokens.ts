/// <reference types="vite/client" />
import { readTokens, schemes } from './read-tokens.js';

const sheets = import.meta.glob<string>('../../src/styles/*.ts', { query: '?raw', import: 'default', eager: true });
const tokens = Object.values(sheets).flatMap(readTokens);

/** The colors among the tokens. */
export const colors = (): { name: string; use: string; colors: Record<string, string> }[] =>
  tokens.flatMap(({ name, fallback, use }) => {
    const [light, dark] = schemes(fallback);
    return light && dark ? { name, use, colors: { light, dark } } : [];
  });
