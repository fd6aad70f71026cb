import { closestLanguage } from '../settings.js';
import { pathText, type Path, type Problem } from './config-problems.js';

// Values that are words, and may therefore be an object by language; `*` is any key or position.
const WORDS: readonly Path[] = [['name'], ['support', '*'], ['help', '*'], ['verification', 'questions', '*', 'label']];

/** Words by language, as portal.config.json may have them: `{ "en": …, "es": … }`. */
export type ByLanguage<T> = Record<string, T>;

/** Whether a value that is words comes by language. */
export const isByLanguage = (value: unknown): value is ByLanguage<unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words for a language: the closest ones there are, and those of the portal's first language where none is close. */
export function wordsFor<T>(
  words: ByLanguage<T>,
  language: string,
  languages: readonly string[],
): [string, T] | undefined {
  const offered = Object.keys(words).sort((a, b) => languages.indexOf(a) - languages.indexOf(b));
  if (offered.length === 0) return undefined;
  const best = closestLanguage(language, offered);
  return [best, words[best]!];
}

// Calls `change` with everything in the file that is words by language, and puts its answer in the place.
function mapWords(
  value: unknown,
  change: (words: ByLanguage<unknown>, path: Path) => unknown,
  path: Path = [],
  patterns: readonly Path[] = WORDS,
): unknown {
  if (patterns.some((pattern) => pattern.length === 0)) return isByLanguage(value) ? change(value, path) : value;
  if (typeof value !== 'object' || value === null || patterns.length === 0) return value;
  const child = (key: PropertyKey, entry: unknown): unknown => {
    const rest = patterns.filter(([head]) => head === key || head === '*').map((pattern) => pattern.slice(1));
    return mapWords(entry, change, [...path, key], rest);
  };
  if (Array.isArray(value)) return value.map((entry, i) => child(i, entry));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, child(key, entry)]));
}

/**
 * The file as it reads in one language. `place` turns a path in it into the path in the file, where a language stands
 * between.
 */
export function readIn(
  language: string,
  file: unknown,
  languages: readonly string[],
): { value: unknown; place: (path: Path) => Path } {
  const chosen = new Map<string, string>();
  const value = mapWords(file, (words, path) => {
    const found = wordsFor(words, language, languages);
    if (found) chosen.set(pathText(path), found[0]);
    return found?.[1];
  });
  const place = (path: Path): Path =>
    path.flatMap((key, i) => {
      const tag = chosen.get(pathText(path.slice(0, i + 1)));
      return tag === undefined ? [key] : [key, tag];
    });
  return { value, place };
}

/** What is wrong with one set of words: a language the portal hasn't got, or none in its first one, the fallback. */
export function wordsProblems(words: ByLanguage<unknown>, path: Path, languages: readonly string[]): Problem[] {
  const problems: Problem[] = Object.keys(words)
    .filter((tag) => !languages.includes(tag))
    .map((tag) => ({ path: [...path, tag], message: `"${tag}" is not among the languages (${languages.join(', ')})` }));
  const first = languages[0]!;
  if (!Object.hasOwn(words, first))
    problems.push({ path, message: `has no words in "${first}", the portal's first language` });
  return problems;
}

/** What is wrong with the words of the whole file, consents aside. */
export function allWordsProblems(file: unknown, languages: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  mapWords(file, (words, path) => void problems.push(...wordsProblems(words, path, languages)));
  return problems;
}
