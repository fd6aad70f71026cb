import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readSettings, type ServerSettings } from '../../../src/backend/node/config-file.js';
import { ConfigError } from '../../../src/backend/node/config-problems.js';
import { DEFAULT_SETTINGS } from '../../../src/backend/settings.js';
import { NIST_POLICY } from '../../../src/contract/fields/password.js';
import { OPERATION_NAMES } from '../../../src/contract/operations.js';

const folder = mkdtempSync(join(tmpdir(), 'portal-config-'));
after(() => rmSync(folder, { recursive: true }));
const publicUrl = 'https://portal.example';

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const read = (config: unknown): ServerSettings =>
  readSettings({ file: write('portal.config.json', config), publicUrl });

function mistakes(config: unknown): readonly string[] {
  try {
    read(config);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error.problems;
  }
  return [];
}

write('texts/consent.en.md', '## Agree\n\nYou agree **firmly**.');
write('texts/consent.es.md', 'Usted acepta.');
write('texts/empty.md', '\n');

const consent = {
  documentId: 'portal-consent',
  version: '1',
  required: true,
  signature: true,
  title: { en: 'Portal Consent', es: 'Consentimiento' },
  text: { en: 'texts/consent.en.md', es: 'texts/consent.es.md' },
  questions: [
    { id: 'agree', type: 'acknowledge', required: true, label: { en: 'I agree', es: 'Acepto' } },
    {
      id: 'way',
      type: 'choice',
      required: true,
      label: 'How?',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: { en: 'B', es: 'Be' } },
      ],
    },
  ],
};
const clinic = { name: { en: 'Clinic', es: 'Clínica' }, languages: ['en', 'es', 'ar'], consents: [consent] };

describe('settings without a word', () => {
  test('are the defaults, with every operation', () => {
    const settings = read({});
    assert.equal(settings.config('en').name, 'Portal');
    assert.deepEqual(settings.config('en').features, OPERATION_NAMES);
    assert.deepEqual(settings.validity, DEFAULT_SETTINGS.validity);
    assert.deepEqual(settings.limits, DEFAULT_SETTINGS.limits);
    assert.deepEqual(settings.sessions, DEFAULT_SETTINGS.sessions);
    assert.deepEqual(settings.mail, {
      from: { name: 'Portal', address: 'no-reply@portal.example' },
      timeZone: undefined,
    });
  });

  test('come from the file that PORTAL_CONFIG names, and an empty variable names none', () => {
    const file = write('other.json', { name: 'Named' });
    assert.equal(readSettings({ env: { PORTAL_CONFIG: file }, publicUrl }).config('en').name, 'Named');
    assert.equal(readSettings({ env: { PORTAL_CONFIG: '' }, publicUrl }).config('en').name, 'Portal');
  });

  test('lose the slash at the end of the public URL, and refuse one that is none', () => {
    assert.equal(readSettings({ publicUrl: 'https://portal.example/' }).publicUrl, 'https://portal.example');
    assert.throws(() => readSettings({ publicUrl: 'portal.example' }), /^UsageError: publicUrl should be like/);
  });
});

describe('words by language', () => {
  test('are read in the language asked for, or its closest', () => {
    const { config } = read({
      ...clinic,
      support: { phone: '+15555550142', hours: { en: 'By day', es: 'De día' } },
      help: {
        landing: { en: [{ type: 'paragraph', content: ['Help'] }], es: [{ type: 'paragraph', content: ['Ayuda'] }] },
      },
    });
    assert.equal(config('es-MX').name, 'Clínica');
    assert.equal(config('es').support.hours, 'De día');
    assert.equal(config('es').support.phone, '+15555550142');
    assert.deepEqual(config('es').help.landing, [{ type: 'paragraph', content: ['Ayuda'] }]);
    assert.equal(config('fr').name, 'Clinic');
  });

  test("fall back to the portal's first language, whatever stands first in the file", () => {
    assert.equal(read({ ...clinic, name: { es: 'Clínica', en: 'Clinic' } }).config('ar').name, 'Clinic');
  });

  test('must be there in the first language, and in no language that the portal lacks', () => {
    assert.deepEqual(mistakes({ languages: ['en', 'es'], name: { es: 'Clínica', sp: 'x' } }), [
      'name.sp: "sp" is not among the languages (en, es)',
      'name: has no words in "en", the portal\'s first language',
    ]);
  });
});

describe('consents', () => {
  test('come whole in each language that has a text, and else in the closest', () => {
    const [source] = read(clinic).consents;
    const spanish = source!.inLanguage('es-AR');
    assert.equal(spanish.language, 'es');
    assert.equal(spanish.title, 'Consentimiento');
    assert.deepEqual(spanish.body, [{ type: 'paragraph', content: ['Usted acepta.'] }]);
    assert.deepEqual(spanish.questions[1]!.options, [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'Be' },
    ]);
    const arabic = source!.inLanguage('ar');
    assert.equal(arabic.language, 'en');
    assert.equal(arabic.title, 'Portal Consent');
    assert.deepEqual(arabic.body[1], { type: 'paragraph', content: ['You agree ', { strong: 'firmly' }, '.'] });
    assert.equal(source!.renewalDays, null);
  });

  test('may have one text, in the first language', () => {
    const [source] = read({
      ...clinic,
      consents: [{ ...consent, text: 'texts/consent.en.md', renewalDays: 365 }],
    }).consents;
    assert.equal(source!.inLanguage('es').language, 'en');
    assert.equal(source!.renewalDays, 365);
  });

  test('need their texts, readable and not empty', () => {
    const text = { en: 'texts/none.md', es: 'texts/empty.md' };
    assert.deepEqual(mistakes({ ...clinic, consents: [{ ...consent, text }] }), [
      'consents[0].text.en: "texts/none.md" can\'t be read',
      'consents[0].text.es: "texts/empty.md" has no text in it',
    ]);
  });

  test('need all words in each language that has a text', () => {
    assert.deepEqual(mistakes({ ...clinic, consents: [{ ...consent, title: { en: 'Portal Consent' } }] }), [
      'consents[0].title.es: is missing: there is a text in "es"',
    ]);
  });

  test('need questions that make sense and ids of their own', () => {
    const questions = [
      { id: 'signature', type: 'text', required: true, label: 'x', mustBe: 'yes' },
      { id: 'q', type: 'choice', required: true, label: 'x' },
      {
        id: 'q',
        type: 'text',
        required: true,
        label: 'x',
        options: [
          { value: 'a', label: 'A' },
          { value: 'a', label: 'B' },
        ],
      },
    ];
    assert.deepEqual(mistakes({ ...clinic, consents: [consent, { ...consent, questions }] }), [
      'consents[1].documentId: "portal-consent" is taken by another one',
      'consents[1].questions[0].id: "signature" is the name of the signature itself',
      'consents[1].questions[0].mustBe: is for questions of the type "yes-no"',
      'consents[1].questions[1].options: is missing: a choice needs something to choose from',
      'consents[1].questions[2].options: is for questions of the type "choice"',
      'consents[1].questions[2].options[1].value: "a" is taken by another one',
      'consents[1].questions[2].id: "q" is taken by another one',
    ]);
  });
});

describe("the server's own keys", () => {
  test('say the unit of every time', () => {
    const { validity, sessions, limits, replaceOlderCodes } = read({
      validity: { codeDays: 14, ticketMinutes: 10, resetMinutes: 0.5, confirmationHours: 48 },
      sessions: { idleMinutes: 15, absoluteHours: 8, crossSite: true, allowedOrigins: ['https://www.clinic.example'] },
      limits: { wrongProofsPerCode: 3 },
      replaceOlderCodes: false,
    });
    assert.deepEqual(validity, {
      codeMs: 14 * 86_400_000,
      ticketMs: 600_000,
      resetMs: 30_000,
      confirmationMs: 48 * 3_600_000,
    });
    assert.deepEqual(sessions, {
      ...{ idleMs: 900_000, absoluteMs: 8 * 3_600_000, crossSite: true },
      allowedOrigins: ['https://www.clinic.example'],
    });
    assert.deepEqual(limits, { ...DEFAULT_SETTINGS.limits, wrongProofsPerCode: 3 });
    assert.equal(replaceOlderCodes, false);
  });

  test('name other origins word for word as browsers send them', () => {
    for (const origin of [
      '*',
      'null',
      'www.clinic.example',
      'https://www.clinic.example/',
      'HTTPS://www.clinic.example',
      'file://x',
    ])
      assert.deepEqual(mistakes({ sessions: { allowedOrigins: [origin] } }), [
        'sessions.allowedOrigins[0]: should be like https://www.clinic.example',
      ]);
    assert.deepEqual(read({}).sessions.allowedOrigins, []);
  });

  test('name the sender of mail, with a name or without', () => {
    assert.deepEqual(read({ mail: { from: 'Front Desk <desk@clinic.example>' } }).mail.from, {
      name: 'Front Desk',
      address: 'desk@clinic.example',
    });
    assert.deepEqual(read({ name: 'Clinic', mail: { from: 'desk@clinic.example' } }).mail.from, {
      name: 'Clinic',
      address: 'desk@clinic.example',
    });
    for (const from of ['desk', 'a@b.example, c@d.example', 'X\r\nBcc: y@z.example <a@b.example>']) {
      assert.deepEqual(mistakes({ mail: { from } }), [
        'mail.from: should be an email address, alone or as "Name <address>"',
      ]);
    }
  });

  test('choose a password preset, and change it', () => {
    assert.deepEqual(read({ password: 'nist' }).config('en').password, NIST_POLICY);
    assert.deepEqual(read({ password: { preset: 'nist', digit: true } }).config('en').password, {
      ...NIST_POLICY,
      digit: true,
    });
    assert.deepEqual(mistakes({ password: 'strong' }), ['password.preset: should be one of "classic", "nist"']);
  });
});

describe('features', () => {
  const lacks = (config: object): string[] => {
    const { features } = read(config).config('en');
    return OPERATION_NAMES.filter((name) => !features.includes(name));
  };

  test('leave out what is switched off', () => {
    const settings = { link: false, password: false, sessions: false, consents: false };
    assert.deepEqual(lacks({ settings, renewal: false }).sort(), [
      'changePassword',
      'endOtherSessions',
      'linkCode',
      'listSessions',
      'renewCode',
      'withdrawConsent',
    ]);
  });

  test('keep updateContact until all of contact information is off', () => {
    assert.deepEqual(lacks({ settings: { email: false, phones: false } }), []);
    assert.deepEqual(lacks({ settings: { email: false, phones: false, language: false } }), ['updateContact']);
  });
});

describe('mistakes', () => {
  test('are all named at once, each with its path, in words for a person', () => {
    const questions = [{ id: 'a b', type: 'yesno', required: 'yes', label: 5 }];
    assert.deepEqual(
      mistakes({
        nmae: 'Clinic',
        languages: ['en', 'es'],
        name: 5,
        pages: { login: 'login', activte: '/a' },
        support: { url: 'javascript:alert(1)' },
        password: { minLength: '9' },
        settings: { link: 1 },
        phoneRegion: 'usa',
        verification: { methods: ['birthday'] },
        help: {
          landing: [
            { type: 'headline', content: [] },
            { type: 'paragraph', content: [{ text: 'x', href: 'ftp://x' }] },
          ],
        },
        validity: { codeDays: 0, days: 3 },
        limits: { wrongProofsPerCode: 1.5 },
        mail: { timeZone: 'Mars' },
        features: [],
        consents: [consent, { ...consent, documentId: 'other', questions, signed: true }],
      }).toSorted(),
      [
        'consents[1].questions[0].id: should be a name made of letters, digits, dots, dashes and underscores',
        'consents[1].questions[0].label: should be text in quotes, not a number',
        'consents[1].questions[0].required: should be true or false, not text in quotes',
        'consents[1].questions[0].type: should be one of "acknowledge", "yes-no", "choice", "text"',
        'consents[1]: unknown key "signed"',
        'help.landing[0].type: should be one of "heading", "paragraph", "list"',
        'help.landing[1].content[0].href: should begin with https://, mailto: or tel:, or be a path of this site',
        'limits.wrongProofsPerCode: should be a whole number, not 1.5',
        'mail.timeZone: should be a time zone, such as "America/New_York"',
        'name: should be text in quotes, not a number',
        'pages.login: should be "" or a path of this site, such as "/login"',
        'pages: unknown key "activte"; did you mean "activate"?',
        'password.minLength: should be a number, not text in quotes',
        'phoneRegion: should be a country code of two capital letters, such as "US"',
        'settings.link: should be true or false, not a number',
        'support.url: should begin with https://, mailto: or tel:, or be a path of this site',
        'unknown key "features"',
        'unknown key "nmae"; did you mean "name"?',
        'validity.codeDays: should be more than 0',
        'validity: unknown key "days"',
        'verification.methods[0]: should be one of "birthdate", "phone", "email", "answers"',
      ],
    );
  });

  test('inside words are found in every language, with the language in the path', () => {
    const landing = { en: [{ type: 'paragraph', content: ['Help'] }], es: [{ type: 'paragraph', content: 'Ayuda' }] };
    assert.deepEqual(mistakes({ ...clinic, help: { landing } }), [
      'help.landing.es[0].content: should be a list, not text in quotes',
    ]);
  });

  test('of what only a custom backend has, or what does not go together, are told', () => {
    assert.deepEqual(
      mistakes({
        languages: ['en', 'en'],
        verification: { methods: ['answers'], questions: [{ name: 'badge', label: 'Badge', type: 'digits' }] },
        code: { format: 'any' },
        password: { minLength: 20, maxLength: 10 },
        phoneRegion: 'ZZ',
      }),
      [
        'languages[1]: "en" stands there twice',
        'verification.methods[0]: "answers" needs a backend of your own',
        'verification.questions: is for a backend of your own',
        'code.format: "any" needs a backend of your own',
        'password.minLength: is more than maxLength',
        'phoneRegion: "ZZ" is no country with phone numbers',
      ],
    );
  });

  test('of JSON are told with line and column, and a file that is named must exist', () => {
    assert.match(mistakes('{\n  "name": "x",\n  nope\n}')[0]!, /^is not JSON: there is a mistake in line 3, column 3$/);
    assert.deepEqual(mistakes('[]'), ['should hold an object']);
    assert.throws(() => readSettings({ file: join(folder, 'gone.json'), publicUrl }), /gone\.json: there is no file/);
  });

  test('carry the name of the file in front of every line', () => {
    assert.throws(() => read({ a: 1, b: 1 }), {
      name: 'ConfigError',
      message: 'portal.config.json: unknown key "a"\nportal.config.json: unknown key "b"',
    });
  });
});
