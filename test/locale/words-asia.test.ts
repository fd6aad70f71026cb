import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { letterWords } from '../../src/backend/mail/letters/index.js';
import ar from '../../src/locale/ar.js';
import en from '../../src/locale/en.js';
import { bestLanguage, isRightToLeft, loadMessages } from '../../src/locale/load-messages.js';
import type { Messages } from '../../src/locale/messages.js';
import vi from '../../src/locale/vi.js';
import zhHans from '../../src/locale/zh-Hans.js';
import { checkCounts, checkShape, checkStyle, checkTexts, checkValues, textsOf, type Language } from './check-words.js';

const names = 'name@example\\.com|Caps Lock|base-url|<?portal-provider>?|configurePortal\\(\\)|adapter';

const languages: (Language & { words: Messages; tags: string[] })[] = [
  {
    tag: 'ar',
    words: ar,
    tags: ['ar', 'ar-EG', 'AR', 'ar-Arab-SA'],
    forbidden: /فضلك|يُ?رجى|الرجاء|رجاءً|عذرًا|نعتذر|آسف|نأسف|للأسف|معذرة/u,
    english: /[a-z]/i,
    activationCode: /رمز (ال)?تفعيل/u,
    allowed: new RegExp(names),
  },
  {
    tag: 'zh-Hans',
    words: zhHans,
    tags: ['zh', 'zh-CN', 'zh-Hans', 'zh-hans', 'zh-Hans-CN', 'zh-SG'],
    // The plain "you" and marks of half width as well.
    forbidden: /请|抱歉|对不起|遗憾|哎呀|你|[\p{Script=Han}][,:;?()]|[,:;?()][\p{Script=Han}]/u,
    english: /[a-z]/i,
    activationCode: /激活码/u,
    allowed: new RegExp(names),
  },
  {
    tag: 'vi',
    words: vi,
    tags: ['vi', 'vi-VN'],
    forbidden: /vui lòng|xin |làm ơn|rất tiếc|lỗi này|bạn|e-mail/iu,
    english:
      /(?<!\p{L})(the|an|is|are|of|and|or|to|your?|we|it|not|with|this|that|enter|password|code|account|log)(?!\p{L})/iu,
    activationCode: /mã kích hoạt/iu,
    allowed: new RegExp(`${names}|Email`),
  },
];

for (const language of languages) {
  const { tag, words, tags } = language;
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
      test('close whatever they isolate', () => {
        for (const { path, text } of textsOf(said)) {
          const opened = text.match(/[\u2066-\u2068]/g)?.length ?? 0;
          assert.equal(text.match(/\u2069/g)?.length ?? 0, opened, path);
        }
      });
    });
  }

  test(`${tag} is found by every tag that means it`, async () => {
    for (const each of tags) {
      assert.equal(bestLanguage(each), tag, each);
      assert.equal(await loadMessages(each), words, each);
      assert.equal(letterWords(each).language, tag, each);
    }
    assert.equal(words.language, tag);
    assert.equal(letterWords(tag).direction, isRightToLeft(tag) ? 'rtl' : 'ltr');
  });
}

describe('Arabic', () => {
  test('counts as Arabic does', () => {
    const minutes = [1, 2, 3, 10, 11, 60, 100, 103].map((count) =>
      ar.consent.required(count).replace(/^.* نحو (?:[\d٠-٩]+ )?/u, ''),
    );
    assert.deepEqual(minutes, ['دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقائق', 'دقيقة', 'دقيقة', 'دقيقة', 'دقائق']);
  });

  test('isolates what runs from left to right in a sentence', () => {
    const address = 'name+1@example.com';
    const isolated = `\u2066${address}\u2069`;
    for (const text of [
      ar.username.suggest(address),
      ar.activate.taken.body(address),
      ar.activate['logged-in'].intro('', address),
      ar.resetPassword.sent.intro(address),
    ])
      assert.ok(text.includes(isolated), text);
  });
});
