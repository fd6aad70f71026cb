import assert from 'node:assert/strict';

/** What there is to know of a language in order to check its words. */
export interface Language {
  /** BCP 47 tag, in which numbers are written. */
  tag: string;
  /** Words that beg or apologize, and others that this language's words never use. */
  forbidden: RegExp;
  /** What a text looks like that was left in English. */
  english: RegExp;
  /** The one name of the activation code. */
  activationCode: RegExp;
  /** Names and other texts that are the same as in English; they are taken out before a text is looked at. */
  allowed: RegExp;
}

/** A text, and where it stands. */
export interface Found {
  path: string;
  text: string;
}

/** A function of words, and where it stands. */
interface FoundFunction {
  path: string;
  say: (...values: unknown[]) => unknown;
}

const NUMBERS =
  /(form\.step|code\.length|password\.(tooLong|metOf|rules\.length)|consent\.(required|optional)|warning\.left)$/;
const LISTS = /password\.(failed|rules\.special)$/;
// Greek: no language here writes it, and it has no capitals that could get lost.
const NAMES = ['αβγ', 'δεζ', 'ηθκ'];
const COUNTS = [7, 40, 23];

function valuesFor(path: string): unknown[] {
  if (NUMBERS.test(path)) return COUNTS;
  return LISTS.test(path) ? [NAMES] : NAMES;
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Everything of one kind in a tree of words. */
function* leaves(words: unknown, path = ''): Generator<{ path: string; leaf: unknown }> {
  if (!isTree(words)) return void (yield { path, leaf: words });
  for (const [key, value] of Object.entries(words)) yield* leaves(value, path ? `${path}.${key}` : key);
}

/** What was said as one text: of pieces, or of pieces that are marked. */
function said(value: unknown): string {
  if (typeof value === 'string') return value;
  return isTree(value) ? Object.values(value).map(said).join('') : '';
}

/** All texts; those of functions as they are for an example. */
export function textsOf(words: unknown): Found[] {
  return [...leaves(words)].flatMap(({ path, leaf }) => {
    if (typeof leaf === 'string') return { path, text: leaf };
    if (typeof leaf !== 'function') return [];
    return { path, text: said((leaf as FoundFunction['say'])(...valuesFor(path))) };
  });
}

function functionsOf(words: unknown): FoundFunction[] {
  return [...leaves(words)].flatMap(({ path, leaf }) =>
    typeof leaf === 'function' ? { path, say: leaf as FoundFunction['say'] } : [],
  );
}

const shapeOf = (words: unknown): string[] =>
  [...leaves(words)].map(({ path, leaf }) => `${path}: ${typeof leaf}`).sort();

/** That the words have the shape of the model's, and no text is empty. */
export function checkShape(words: unknown, model: unknown): void {
  assert.deepEqual(shapeOf(words), shapeOf(model));
  for (const { path, text } of textsOf(words)) assert.notEqual(text.trim(), '', path);
}

/** That every function says what it was given, wherever the model does. */
export function checkValues(words: unknown, model: unknown, { tag }: Language): void {
  const number = new Intl.NumberFormat(tag, { useGrouping: false });
  const written = (value: unknown): string[] =>
    Array.isArray(value) ? value.flatMap(written) : [typeof value === 'number' ? number.format(value) : String(value)];
  const inModel = new Map(functionsOf(model).map(({ path, say }) => [path, say]));
  for (const { path, say } of functionsOf(words)) {
    const text = said(say(...valuesFor(path)));
    for (const value of valuesFor(path)) {
      const [modelText, plain] = [said(inModel.get(path)!(...valuesFor(path))), [value].flat().map(String)];
      if (!plain.every((each) => modelText.includes(each))) continue;
      for (const each of written(value)) assert.ok(text.includes(each), `${path} lacks ${each}: ${text}`);
    }
  }
}

/** That every function of a count has words for each count, and says it or puts it in words. */
export function checkCounts(words: unknown, { tag }: Language): void {
  const number = new Intl.NumberFormat(tag, { useGrouping: false });
  for (const { path, say } of functionsOf(words)) {
    if (!NUMBERS.test(path)) continue;
    for (let count = 0; count <= 260; count++) {
      const text = said(say(count, count));
      assert.doesNotMatch(text, /undefined|NaN|null/, `${path} of ${count}: ${text}`);
      if (count > 2) assert.ok(text.includes(number.format(count)), `${path} of ${count}: ${text}`);
    }
  }
}

/** That no text begs, shouts, or is left in English. */
export function checkTexts(words: unknown, model: unknown, { forbidden, english, allowed }: Language): void {
  const everywhere = new RegExp(allowed.source, [...new Set(`${allowed.flags}gu`)].join(''));
  const inModel = new Map(textsOf(model).map(({ path, text }) => [path, text]));
  for (const { path, text } of textsOf(words)) {
    if (path === 'language' || path === 'direction') continue;
    assert.doesNotMatch(text, /[!！¡…]|\.\.\.|undefined|NaN|\[object|\S {2}/u, `${path}: ${text}`);
    assert.doesNotMatch(text, forbidden, `${path}: ${text}`);
    const own = text.replace(everywhere, '');
    assert.doesNotMatch(own, english, `${path}: ${text}`);
    if (/\p{L}/u.test(own.replace(/[α-ω]+/gu, ''))) assert.notEqual(text, inModel.get(path), path);
  }
}

/** That the activation code has one name, and that a text ends like a sentence where the model's does. */
export function checkStyle(words: unknown, model: unknown, { activationCode }: Language): void {
  const inModel = new Map(textsOf(model).map(({ path, text }) => [path, text]));
  const ends = (text: string): boolean => /[.。]$/u.test(text);
  for (const { path, text } of textsOf(words)) {
    const english = inModel.get(path)!;
    if (/activation code/i.test(english)) assert.match(text, activationCode, path);
    assert.equal(ends(text), ends(english), `${path}: ${text}`);
  }
}
