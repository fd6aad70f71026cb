import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { letterWords } from '../../src/backend/mail/letters/index.js';
import de from '../../src/locale/de.js';
import en from '../../src/locale/en.js';
import es from '../../src/locale/es.js';
import fr from '../../src/locale/fr.js';
import { bestLanguage, loadMessages } from '../../src/locale/load-messages.js';
import type { Messages } from '../../src/locale/messages.js';
import pt from '../../src/locale/pt.js';

type Say = (...values: unknown[]) => unknown;

const languages: Record<string, Messages> = { es, fr, de, pt };

// What is written alike in both languages.
const ALIKE: Record<string, readonly string[]> = {
  es: ['form.error', 'consent.no', 'password.of'],
  fr: ['consent.version', 'settings.sessions.heading'],
  de: [],
  pt: ['password.of'],
};

const BEGGING: Record<string, RegExp> = {
  es: /[!¡]|por favor|lo siento|sentimos|lamentamos|perd[oó]n|disculp|\bups\b/i,
  fr: /!|veuillez|s[’']il (vous|te) pla[iî]t|désolé|regret|pardon|excus|\boups\b/i,
  de: /!|\bbitte\b|leider|entschuldig|\btut uns\b|verzeih|\bups\b|hoppla/i,
  pt: /!|por favor|por gentileza|desculp|sentimos|lamentamos|\bops\b/i,
};

const ACTIVATION_CODE: Record<string, RegExp> = {
  es: /código de activación/i,
  fr: /code d’activation/i,
  de: /Aktivierungscode/,
  pt: /código de ativação/i,
};

const LONGEST_BUTTON = 34;
// Buttons and links that look like buttons, beside all of `actions`.
const BUTTONS = [
  ...['activate.logged-in.add', 'activate.logged-in.other', 'activate.noRecords.logIn', 'activate.noRecords.renew'],
  ...['activate.taken.logIn', 'logIn.newHere', 'logIn.choosePassword', 'logIn.createWithCode', 'logIn.confirm.button'],
  ...['resetPassword.request.button', 'resetPassword.sent.again', 'resetPassword.newLink', 'password.show'],
  ...['password.hide', 'consent.continue', 'consent.print', 'consent.download', 'consent.accept', 'consent.decline'],
  ...['consent.backToList', 'consent.logInAgain', 'settings.consents.read', 'settings.consents.answer'],
  ...['settings.consents.withdraw', 'settings.sessions.endOthers', 'help.button', 'session.warning.stay'],
  ...['session.warning.logOut'],
];

/** Each word or sentence by its path, such as `actions.next`. */
function* leaves(words: unknown, path: readonly string[] = []): Generator<[path: string, leaf: unknown]> {
  if (typeof words !== 'object' || words === null) yield [path.join('.'), words];
  else for (const [key, value] of Object.entries(words)) yield* leaves(value, [...path, key]);
}

// Small letters, since some sentences put what they are given in the middle. Nothing stands in a sentence by itself.
const GIVEN = ['qx1', 'qx2', 'qx3'];
const GIVEN_LISTS: Record<string, string[]> = {
  'password.failed': GIVEN,
  'password.rules.special': ['#', '%', '^'],
};

/** What a leaf says: of a function, with something told apart in the place of each argument. */
function said(path: string, leaf: unknown): string {
  if (typeof leaf !== 'function') return leaf as string;
  const answer = GIVEN_LISTS[path] ? (leaf as Say)(GIVEN_LISTS[path]) : (leaf as Say)(...GIVEN);
  return Array.isArray(answer) ? answer.join('') : (answer as string);
}

const texts = (words: unknown): [path: string, text: string][] =>
  [...leaves(words)].map(([path, leaf]) => [path, said(path, leaf)]);

const shapeOf = (words: unknown): string[] =>
  [...leaves(words)]
    .map(([path, leaf]) => `${path}: ${typeof leaf === 'function' ? `function of ${leaf.length}` : typeof leaf}`)
    .sort();

const given = (path: string, text: string): string[] =>
  [...GIVEN, ...(GIVEN_LISTS[path] ?? [])].filter((value) => text.includes(value));

for (const [language, words] of Object.entries(languages)) {
  describe(`words: ${language}`, () => {
    const english = new Map(texts(en));

    test('has a word where English has one, and a function of as many values where English has one', () => {
      assert.equal(words.language, language);
      assert.deepEqual(shapeOf(words), shapeOf(en));
    });

    test('leaves nothing empty', () => {
      for (const [path, text] of texts(words)) assert.match(text, /\S/, path);
    });

    test('leaves nothing in English', () => {
      const same = texts(words).filter(([path, text]) => /\p{L}{2}/u.test(text) && text === english.get(path));
      assert.deepEqual(same.map(([path]) => path).sort(), [...ALIKE[language]!].sort());
    });

    test('names everything that English names', () => {
      for (const [path, text] of texts(words))
        assert.deepEqual(given(path, text), given(path, english.get(path)!), `${path}: ${text}`);
    });

    test('neither begs nor shouts', () => {
      for (const [path, text] of [...texts(words), ...texts(letterWords(language))])
        assert.doesNotMatch(text, BEGGING[language]!, path);
    });

    test('calls the activation code by one name', () => {
      const named = texts(words).filter(([path]) => /activation code/i.test(english.get(path)!));
      assert.ok(named.length > 10);
      for (const [path, text] of named) assert.match(text, ACTIVATION_CODE[language]!, path);
    });

    test('ends an error at a field without a period, and a sentence with one, as English does', () => {
      const ends = (text: string): boolean => /[.]$/.test(text);
      for (const [path, text] of texts(words))
        if (!/^(form\.wait|session\.loggedInAs)/.test(path)) assert.equal(ends(text), ends(english.get(path)!), path);
    });

    test('keeps buttons short enough for a phone', () => {
      const all = new Map(texts(words));
      for (const path of [...Object.keys(en.actions).map((key) => `actions.${key}`), ...BUTTONS])
        assert.ok(all.get(path)!.length <= LONGEST_BUTTON, `${path}: ${all.get(path)}`);
    });

    test('counts', () => {
      const { consent, password, session } = words;
      const say = (count: (number: number) => string): string[] => [1, 2].map(count);
      for (const count of [consent.required, consent.optional, session.warning.left]) {
        const [one, two] = say(count);
        assert.notEqual(one!.replace('1', '2'), two);
      }
      assert.match(password.rules.length(8), /\b8\b/);
      assert.match(password.rules.special(['!', '#', '%']), /! # \p{L}+ %$/u);
      assert.match(password.rules.special(['#']), / #$/);
    });

    test('is loaded for its own tag and for those of regions', async () => {
      for (const tag of [language, `${language}-XX`, language.toUpperCase()]) assert.equal(bestLanguage(tag), language);
      assert.equal(await loadMessages(language), words);
    });
  });

  describe(`letters: ${language}`, () => {
    const letters = letterWords(language);
    const english = letterWords('en');

    test('has a word where English has one', () => {
      assert.equal(letters.language, language);
      assert.equal(letters.direction, 'ltr');
      const paths = (words: unknown): string[] => [...leaves(words)].map(([path, leaf]) => `${path}: ${typeof leaf}`);
      assert.deepEqual(paths(letters).sort(), paths(english).sort());
    });

    test('leaves nothing empty or in English, and names whom English names', () => {
      const wanted = new Map(texts(english));
      for (const [path, text] of texts(letters)) {
        assert.match(text, /\S/, path);
        if (path !== 'direction') assert.notEqual(text, wanted.get(path), path);
        assert.deepEqual(given(path, text), given(path, wanted.get(path)!), path);
      }
    });

    test('calls the activation code by the name that the pages use', () => {
      for (const kind of ['invitation', 'code-locked', 'code-linked'] as const) {
        assert.match(letters.letters[kind].heading, ACTIVATION_CODE[language]!);
        assert.match(letters.letters[kind].subject('Larkfield'), ACTIVATION_CODE[language]!);
      }
    });
  });
}

test('German keeps the capital of a noun, others take up a label in small letters', () => {
  assert.equal(de.password.of(de.password.label), ': Passwort');
  assert.equal(es.password.of(es.password.current), ' contraseña actual');
  assert.equal(pt.password.of(pt.password.current), ' senha atual');
});

test('French joins “de” with a vowel, and spaces its double marks without a break', () => {
  assert.match(fr.logIn.intro('Aubépine'), /portail d’Aubépine/);
  assert.match(fr.logIn.intro('Hôpital Nord'), /portail d’Hôpital Nord/);
  assert.match(fr.logIn.intro('Larkfield Clinic'), /portail de Larkfield Clinic/);
  for (const [path, text] of [...texts(fr), ...texts(letterWords('fr'))])
    assert.doesNotMatch(text, /(?<!\u00a0)[:;?»](?!\S)| [:;?»]|«(?!\u00a0)/, path);
});
