/** A custom property that a client can set. */
export interface Token {
  name: string;
  fallback: string;
  use: string;
}

/** Reads the tokens out of a style sheet: `var(--portal-x, default); /* what it is for. *\/`. */
export function readTokens(source: string): Token[] {
  return source.split('\n').flatMap((line) => {
    const [, name, fallback, use] = /var\((--portal-[\w-]+), (.*)\);(?: \/\* (.*) \*\/)?$/.exec(line) ?? [];
    if (!name || !fallback) return [];
    if (!use) throw new Error(`What is ${name} for? Say so at the end of its line.`);
    return { name, fallback, use };
  });
}

/** The light and the dark value of a default; nothing where both are one. */
export const schemes = (fallback: string): string[] => /^light-dark\((.*), (.*)\)$/.exec(fallback)?.slice(1) ?? [];
