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
import { checkCounts, checkShape, checkStyle, checkTexts, checkValues, textsOf, type Language } from './check-words.js';

const names = 'name@example\\.com|base-url|<?portal-provider>?|configurePortal\\(\\)|adapter';
const english =
  /(?<!\p{L})(the|is|are|of|and|or|to|your?|we|it|not|with|this|that|there|enter|password|account|log)(?!\p{L})/iu;

const languages: (Language & { words: Messages })[] = [
  {
    tag: 'es',
    words: es,
    // The familiar "you" as well.
    forbidden:
      /por favor|lo siento|sentimos|lamentamos|perd[oó]n|disculp|(?<!\p{L})(ups|tú|tus?|vos|vosotros)(?!\p{L})/iu,
    english,
    activationCode: /código de activación/i,
    // Alike in both languages.
    allowed: new RegExp(`${names}|^No$|^Error: $`),
  },
  {
    tag: 'fr',
    words: fr,
    forbidden:
      /veuillez|s[’']il (vous|te) pla[iî]t|désolé|regrett|pardon|excus|(?<!\p{L})(oups|tu|toi|tes|ton|courriel|mail)(?!\p{L})(?<!e-mail)/iu,
    english,
    activationCode: /code d’activation/i,
    allowed: new RegExp(`${names}|^Version|^Sessions$`),
  },
  {
    tag: 'de',
    words: de,
    forbidden: /leider|entschuldig|verzeih|hoppla|(?<!\p{L})(bitte|tut uns|ups|du|dein\p{L}*|dir|dich)(?!\p{L})/iu,
    english,
    activationCode: /Aktivierungscode/,
    allowed: new RegExp(names),
  },
  {
    tag: 'pt',
    words: pt,
    forbidden: /por favor|por gentileza|desculp|sentimos|lamentamos|(?<!\p{L})(ops|tu|teus?|tuas?)(?!\p{L})/iu,
    english,
    activationCode: /código de ativação/i,
    allowed: new RegExp(names),
  },
];

const LONGEST_BUTTON = 36;
// What stands on buttons, beside all of `actions`.
const BUTTONS = [
  ...['activate.logged-in.add', 'activate.logged-in.other', 'activate.noRecords.logIn', 'activate.noRecords.renew'],
  ...['activate.taken.logIn', 'logIn.newHere', 'logIn.choosePassword', 'logIn.createWithCode', 'logIn.confirm.button'],
  ...['resetPassword.request.button', 'resetPassword.sent.again', 'resetPassword.newLink', 'password.show'],
  ...['password.hide', 'consent.continue', 'consent.print', 'consent.download', 'consent.decline'],
  ...['consent.backToList', 'consent.logInAgain', 'settings.consents.read', 'settings.consents.answer'],
  ...['settings.consents.withdraw', 'settings.sessions.endOthers', 'help.button', 'session.warning.stay'],
  ...['session.warning.logOut'],
];

/** How many values each function of a tree of words takes, by its path. */
function* arities(words: object, path = ''): Generator<string> {
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    if (typeof value === 'function') yield `${path}.${key} takes ${value.length}`;
    else if (typeof value === 'object' && value) yield* arities(value, `${path}.${key}`);
  }
}

for (const language of languages) {
  const { tag, words, activationCode } = language;
  for (const [what, said, model] of [
    ['words', words, en],
    ['letters', letterWords(tag), letterWords('en')],
  ] as const) {
    describe(`${what} in ${tag}`, () => {
      test('have the shape of the English ones, and none is empty', () => checkShape(said, model));
      test('hold what they are given', () => checkValues(said, model, language));
      test('know every count', () => checkCounts(said, language));
      test('neither beg nor shout, and none is left in English', () => checkTexts(said, model, language));
      test('have one name for the code, and end as sentences do', () => checkStyle(said, model, language));
    });
  }

  describe(`words in ${tag}, by themselves`, () => {
    test('take as many values as the English ones', () => {
      assert.deepEqual([...arities(words)].sort(), [...arities(en)].sort());
    });

    test('keep buttons short enough for a phone', () => {
      const all = new Map(textsOf(words).map(({ path, text }) => [path, text]));
      for (const path of [...Object.keys(en.actions).map((key) => `actions.${key}`), ...BUTTONS])
        assert.ok(all.get(path)!.length <= LONGEST_BUTTON, `${path}: ${all.get(path)}`);
    });

    test('tell one from several', () => {
      for (const count of [words.consent.required, words.consent.optional, words.session.warning.left])
        assert.notEqual(count(1).replace('1', '2'), count(2));
    });

    test('give examples of special characters, one or several', () => {
      const { special } = words.password.rules;
      assert.match(special(['!', '#', '%']), /! # \p{L}+ %$/u);
      assert.match(special(['#']), /[^!%] #$/);
    });

    test('are loaded for their tag and for those of regions', async () => {
      for (const wished of [tag, `${tag}-XX`, tag.toUpperCase()]) assert.equal(bestLanguage(wished), tag);
      assert.equal(await loadMessages(tag), words);
    });

    test('name the code in the heading and the subject of each letter about it', () => {
      const { letters, language } = letterWords(tag);
      assert.equal(language, tag);
      for (const kind of ['invitation', 'code-locked', 'code-linked'] as const)
        for (const text of [letters[kind].heading, letters[kind].subject('Larkfield')])
          assert.match(text, activationCode);
    });
  });
}

test('in German a noun keeps its capital, elsewhere a label goes on in small letters', () => {
  assert.equal(de.password.of(de.password.label), ': Passwort');
  assert.equal(es.password.of(es.password.current), ' contraseña actual');
  assert.equal(pt.password.of(pt.password.current), ' senha atual');
  assert.match(de.password.failed([de.password.rules.common]), /Kein Passwort/);
  assert.match(es.password.failed([es.password.rules.length(8, 256)]), /: al menos 8 caracteres, como máximo 256$/);
});

test('in French “de” is joined with a vowel, and no line breaks before a double mark', () => {
  assert.match(fr.logIn.intro('Aubépine'), /portail d’Aubépine/);
  assert.match(fr.logIn.intro('Hôpital Nord'), /portail d’Hôpital Nord/);
  assert.match(fr.logIn.intro('Larkfield Clinic'), /portail de Larkfield Clinic/);
  for (const { path, text } of [...textsOf(fr), ...textsOf(letterWords('fr'))])
    assert.doesNotMatch(text, /(?<!\u00a0)[:;?»](?!\S)|«(?!\u00a0)/, path);
});
