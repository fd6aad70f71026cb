import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Letter, LetterKind } from '../../../src/backend/letter.js';
import { DEFAULT_CONFIG } from '../../../src/contract/config-defaults.js';
import type { LetterPortal } from '../../../src/backend/mail/compose-letter.js';
import { letterRenderer, renderLetter } from '../../../src/backend/mail/render-letter.js';

const portal: LetterPortal = {
  name: 'Larkfield Clinic',
  support: { phone: '+1 555-555-0142', email: 'help@larkfield.example', url: '/contact', hours: 'Monday to Friday' },
  pages: {
    activate: '/activate',
    login: '/login',
    consent: '/consent',
    settings: '/settings',
    landing: '/',
    resetPassword: '/reset-password',
  },
  publicUrl: 'https://portal.example',
  timeZone: 'America/New_York',
};
const code = '7K3QXM9D2P4FWHT';
const expiresAt = Date.UTC(2026, 2, 18, 22);
const token = 'a-token_of+mail';

const letters: { [Kind in LetterKind]: Omit<Extract<Letter, { kind: Kind }>, 'to' | 'language'> } = {
  invitation: { kind: 'invitation', code, expiresAt },
  'code-locked': { kind: 'code-locked' },
  'email-replaced': { kind: 'email-replaced', audience: 'old' },
  'code-linked': { kind: 'code-linked' },
  'password-changed': { kind: 'password-changed' },
  'password-reset': { kind: 'password-reset', token, expiresAt },
  'email-confirmation': { kind: 'email-confirmation', token, expiresAt },
  'login-after-failures': { kind: 'login-after-failures' },
};
const to = 'marisol.quintero@mail.example';
const every = (language: string): Letter[] =>
  [...Object.values(letters), ...['new', 'pending'].map((audience) => ({ kind: 'email-replaced', audience }))].map(
    (letter) => ({ to, language, ...letter }) as Letter,
  );
const letter = (kind: LetterKind, language = 'en'): Letter => ({ to, language, ...letters[kind] });
const hrefs = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);

describe('an invitation', () => {
  const { subject, text, html } = renderLetter(letter('invitation'), portal);

  test('holds the code alone in its element and on its own line', () => {
    assert.match(html, />7K3QX-M9D2P-4FWHT<\/p>/);
    assert.ok(text.split('\n').includes('7K3QX-M9D2P-4FWHT'));
  });

  test('leads to both pages with the code in the fragment', () => {
    const links = [
      'https://portal.example/activate#code=7K3QX-M9D2P-4FWHT',
      'https://portal.example/login#code=7K3QX-M9D2P-4FWHT',
    ];
    assert.deepEqual(hrefs(html).slice(0, 2), links);
    for (const link of links) assert.ok(text.split('\n').includes(link));
  });

  test('says until when, what for and whom to ask', () => {
    for (const part of [text, html]) {
      // The engine's own spaces before AM and PM differ from version to version.
      assert.match(part.replace(/\s/gu, ' '), /valid until (<strong>)?March 18, 2026 at 6:00 PM EDT/);
      assert.match(part, /Larkfield Clinic has made a place for you on its portal/);
      for (const way of [
        '+1 555-555-0142',
        'Monday to Friday',
        'help@larkfield.example',
        'https://portal.example/contact',
      ]) {
        assert.ok(part.includes(way), way);
      }
    }
    assert.ok(hrefs(html).includes('tel:+15555550142'));
    assert.ok(hrefs(html).includes('mailto:help@larkfield.example'));
  });

  test('has a neutral subject of one line', () => assert.equal(subject, 'Your activation code for Larkfield Clinic'));

  test('leads to the portal itself where a page has no path', () => {
    const pages = { ...portal.pages, activate: '', login: '' };
    assert.deepEqual(hrefs(renderLetter(letter('invitation'), { ...portal, pages }).html).slice(0, 2), [
      'https://portal.example#code=7K3QX-M9D2P-4FWHT',
      'https://portal.example#code=7K3QX-M9D2P-4FWHT',
    ]);
  });
});

test('a reset and a confirmation lead to their pages with the token in the fragment', () => {
  const link = (kind: LetterKind): string | undefined => hrefs(renderLetter(letter(kind), portal).html)[0];
  assert.equal(link('password-reset'), 'https://portal.example/reset-password#reset=a-token_of%2Bmail');
  assert.equal(link('email-confirmation'), 'https://portal.example/login#confirm=a-token_of%2Bmail');
  assert.equal(link('password-changed'), 'https://portal.example/reset-password');
});

test('a notice of a changed address tells the old one and the new one apart', () => {
  const texts = (['old', 'new', 'pending'] as const).map(
    (audience) => renderLetter({ kind: 'email-replaced', to, language: 'en', audience }, portal).text,
  );
  assert.equal(new Set(texts).size, 3);
  assert.match(texts[0]!, /the last email/);
  assert.doesNotMatch(texts[2]!, /the last email|From now on/);
});

for (const language of ['en', 'es', 'ar']) {
  describe(`letters in ${language}`, () => {
    const rendered = every(language).map((one) => ({ kind: one.kind, ...renderLetter(one, portal) }));

    test('all have a subject of one line, a text and an HTML part that says its language and direction', () => {
      for (const { kind, subject, text, html } of rendered) {
        assert.match(subject, /^[^\r\n]{5,140}$/, kind);
        assert.ok(text.length > 60, kind);
        assert.ok(html.includes(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`), kind);
        assert.ok(html.includes('prefers-color-scheme: dark') && !html.includes('<table'), kind);
      }
    });

    test('say the same in both parts', () => {
      for (const { kind, text, html } of rendered) {
        const words = html
          .slice(html.indexOf('<h1'))
          .replace(/<[^>]+>/g, ' ')
          .replace(/&#39;/g, "'");
        const bare = (part: string): string =>
          part.replace(/https?:[^\s\u2069]+?(?=\.?[\s\u2069])|[\s:\u2066\u2069]+/gu, '');
        assert.equal(bare(words), bare(text), kind);
      }
    });

    test('neither beg nor shout, and differ in subject', () => {
      for (const { kind, subject, text } of rendered) {
        assert.doesNotMatch(
          subject + text,
          /!|¡|please|sorry|por favor|lo sentimos|e-mail|undefined|NaN|\[object/i,
          kind,
        );
      }
      assert.equal(new Set(rendered.map(({ subject }) => subject)).size, rendered.length);
    });

    test('hold nothing that is on file about anybody, nor the address they go to', () => {
      const onFile = [
        'Marisol',
        'Quintero',
        'marisol.quintero',
        '1961-04-23',
        'April 23',
        '555-0199',
        '5550199',
        'oncology',
      ];
      const person = {
        givenName: 'Marisol',
        familyName: 'Quintero',
        birthdate: '1961-04-23',
        mobilePhone: '+15555550199',
      };
      for (const one of every(language)) {
        // Whatever else rides along on a letter must not reach its words.
        const { subject, text, html } = renderLetter(
          { ...one, person, condition: 'oncology' } as unknown as Letter,
          portal,
        );
        for (const word of onFile) assert.ok(!`${subject}${text}${html}`.includes(word), `${one.kind}: ${word}`);
      }
    });
  });
}

test('a language that there is no catalog for gets English, a regional one its stem', () => {
  assert.equal(
    renderLetter(letter('password-changed', 'tlh'), portal).subject,
    'Your password for Larkfield Clinic was changed',
  );
  assert.match(renderLetter(letter('password-changed', 'es-MX'), portal).html, /lang="es"/);
});

describe('a hostile portal name or contact', () => {
  const hostile: LetterPortal = {
    ...portal,
    name: '</p><a href=//evil.example>"\'&\r\nBcc: spy@evil.example\u202e',
    support: {
      phone: '"><img src=x onerror=alert(1)>',
      email: 'a@b.example"><script>',
      url: 'https://x.example/?a=1&b="',
      hours: '<b>',
    },
  };

  test('stays text in every letter', () => {
    for (const one of every('en')) {
      const { html, subject } = renderLetter(one, hostile);
      assert.doesNotMatch(html, /<a href=\/\/|<img|<script|<b>|\u202e/, one.kind);
      assert.ok(
        hrefs(html).every((href) => /^(https:\/\/(portal|x)\.example|tel:|mailto:)/.test(href)),
        one.kind,
      );
      assert.doesNotMatch(subject, /[\r\n\u202e]/, one.kind);
    }
  });

  test('is cut to a length that a subject can hold', () => {
    const { subject } = renderLetter(letter('invitation'), { ...portal, name: '🙂'.repeat(500) });
    assert.equal([...subject].length, 'Your activation code for '.length + 100);
    assert.doesNotMatch(subject, /\p{Surrogate}/u);
  });
});

test('without a contact no letter offers one', () => {
  for (const one of every('en')) {
    const { text } = renderLetter(one, { ...portal, support: {} });
    assert.doesNotMatch(text, /Questions\?|undefined/, one.kind);
  }
});

test('a portal writes in no language that it lacks, though there be words for it', () => {
  const config = (): typeof DEFAULT_CONFIG => ({ ...DEFAULT_CONFIG, name: 'Clinic', languages: ['en', 'es'] });
  const render = letterRenderer({ config, publicUrl: 'https://portal.example' }, 'UTC');
  assert.match(render(letter('invitation', 'ar')).html, /lang="en"/);
  assert.match(render(letter('invitation', 'es-MX')).html, /lang="es"/);
  assert.match(render(letter('invitation')).text, /UTC/);
});
