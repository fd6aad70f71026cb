import type en from './en.js';

/**
 * All the words that elements say, in one language. Words that hold a name, a number or a date are functions of it, so
 * that every language may order its sentence as it needs.
 *
 * English is the model: what stands there has to stand in every other language, each error code among it.
 */
export type Messages = typeof en;

type Part<Words> = Words extends string | readonly unknown[] | ((...values: never[]) => unknown)
  ? Words
  : { [Key in keyof Words]?: Part<Words[Key]> };

/** Any subset of the words, laid over those of a language. */
export type PartialMessages = Part<Messages>;

/** Finds words in whatever language the page shows at the moment. */
export type Says = (words: Messages) => string;

type Tree = Record<string, unknown>;

const isBranch = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function lay(over: Tree, words: Tree): Tree {
  const merged = { ...words };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = words[key];
    merged[key] = isBranch(value) && isBranch(below) ? lay(value, below) : value;
  }
  return merged;
}

/** Lays subsets of words over a language; later ones win. */
export const mergeMessages = (words: Messages, ...subsets: (PartialMessages | undefined)[]): Messages =>
  subsets.reduce<Messages>((merged, subset) => (subset ? (lay(subset, merged) as Messages) : merged), words);
