import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  birthdateFromParts,
  CLASSIC_POLICY,
  CODE_ALPHABET,
  failedRules,
  formatCode,
  isBirthdate,
  isWellFormedCode,
  latestToday,
  NIST_POLICY,
  normalizeCode,
  normalizePassword,
  parseEmail,
  usernameKey,
  withCheckSymbol,
} from '../../src/contract/index.js';
import { likelyAddress } from '../../src/contract/fields/email-typo.js';
import { telHref } from '../../src/contract/fields/tel-href.js';

const cases = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8')) as T;

interface CodeCases {
  cases: { typed: string; canonical: string; why?: string }[];
  check: { valid: string[]; invalid: string[] };
}
const codeCases = cases<CodeCases>('activation-codes');

const symbols = fc
  .array(fc.constantFrom(...CODE_ALPHABET), { minLength: 14, maxLength: 14 })
  .map((list) => list.join(''));

test('activation codes', async (t) => {
  for (const { typed, canonical, why } of codeCases.cases) {
    await t.test(`reads ${JSON.stringify(typed)}${why ? `: ${why}` : ''}`, () =>
      assert.equal(normalizeCode(typed), canonical),
    );
  }
  await t.test('are told from typing mistakes by their check symbol', () => {
    for (const code of codeCases.check.valid) assert.ok(isWellFormedCode(code), code);
    for (const code of codeCases.check.invalid) assert.ok(!isWellFormedCode(code), code);
  });
  await t.test('show every wrong symbol and every swap of neighbors', () => {
    fc.assert(
      fc.property(symbols, (random) => {
        const code = withCheckSymbol(random);
        assert.ok(isWellFormedCode(code));
        for (let i = 0; i < code.length; i++) {
          for (const symbol of CODE_ALPHABET) {
            if (symbol !== code[i]) assert.ok(!isWellFormedCode(code.slice(0, i) + symbol + code.slice(i + 1)));
          }
          const [a, b] = [code[i], code[i + 1]];
          if (b && a !== b) assert.ok(!isWellFormedCode(code.slice(0, i) + b + a + code.slice(i + 2)));
        }
      }),
      { numRuns: 1_000 },
    );
  });
  await t.test('are read alike however they are mangled, and once read stay as they are', () => {
    const junk = fc.constantFrom('', ' ', '-', '\u00a0', '\u200b', '\u2013', '\u2212', '\n', '\ufeff');
    fc.assert(
      fc.property(symbols, fc.array(junk, { minLength: 15, maxLength: 15 }), fc.boolean(), (random, between, lower) => {
        const code = withCheckSymbol(random);
        const mangled = [...code].map((symbol, i) => between[i] + (lower ? symbol.toLowerCase() : symbol)).join('');
        assert.equal(normalizeCode(mangled), code);
        assert.equal(normalizeCode(formatCode(code)), code);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => normalizeCode(normalizeCode(text)) === normalizeCode(text)),
    );
  });
  await t.test('of a custom backend are only trimmed', () => {
    assert.equal(normalizeCode(' \u200bab-c O1 \n', 'any'), 'ab-c O1');
  });
});

interface DateCases {
  today: string;
  cases: { month: string; day: string; year: string; iso?: string; error?: string; field?: string; why?: string }[];
}

test('birthdates', async (t) => {
  const { today, cases: dates } = cases<DateCases>('birthdates');
  for (const { month, day, year, iso, error, field } of dates) {
    await t.test(`${month}/${day}/${year} is ${iso ?? `${error} (${field})`}`, () => {
      const read = birthdateFromParts({ month, day, year }, { order: ['month', 'day', 'year'], today, language: 'en' });
      assert.deepEqual(read, iso ? { iso } : { error, field });
    });
  }
  await t.test('take the month names of the page’s language, long or short, with or without accents', () => {
    const read = (month: string, language: string) =>
      birthdateFromParts({ month, day: '4', year: '1970' }, { order: ['month', 'day', 'year'], today, language });
    assert.deepEqual(read('août', 'fr'), { iso: '1970-08-04' });
    assert.deepEqual(read('aout', 'fr'), { iso: '1970-08-04' });
    assert.deepEqual(read('Sept.', 'en'), { iso: '1970-09-04' });
    assert.deepEqual(read('März', 'de'), { iso: '1970-03-04' });
    assert.deepEqual(read('March', 'de'), { iso: '1970-03-04' });
    assert.deepEqual(read('Smarch', 'en'), { error: 'impossible', field: 'month' });
  });
  await t.test('may be today’s in UTC+14', () => {
    assert.equal(latestToday(Date.UTC(2026, 10, 25, 11)), '2026-11-26');
    assert.equal(latestToday(Date.UTC(2026, 10, 25, 9)), '2026-11-25');
  });
  await t.test('on the wire are days that existed', () => {
    assert.ok(isBirthdate('2024-02-29'));
    for (const bad of ['2023-02-29', '1899-12-31', '2024-13-01', '2024-1-01', '', '2024-04-31', '2024-02-29T00:00']) {
      assert.ok(!isBirthdate(bad), bad);
    }
  });
});

test('email addresses', async (t) => {
  const { ok, bad } = cases<{ ok: { typed: string; same?: string }[]; bad: string[] }>('emails');
  for (const { typed, same } of ok) {
    await t.test(`takes ${JSON.stringify(typed)}`, () => {
      const email = parseEmail(typed);
      assert.ok(email);
      assert.equal(email.address, typed.trim());
      if (same) assert.equal(email.key, parseEmail(same)?.key);
    });
  }
  for (const typed of bad)
    await t.test(`refuses ${JSON.stringify(typed)}`, () => assert.equal(parseEmail(typed), undefined));
  await t.test('refuses what is too long', () => {
    assert.ok(parseEmail(`${'a'.repeat(64)}@example.org`));
    assert.equal(parseEmail(`${'a'.repeat(65)}@example.org`), undefined);
    assert.equal(parseEmail(`${'ä'.repeat(33)}@example.org`), undefined);
    assert.equal(
      parseEmail(`a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.org`),
      undefined,
    );
  });
  await t.test('with look-alike letters are clearly different', () => {
    assert.notEqual(usernameKey('jan@example.org'), usernameKey('j\u0430n@example.org'));
    assert.notEqual(usernameKey('i@example.org'), usernameKey('\u0131@example.org'));
    assert.equal(parseEmail('ann\uff20example.org'), undefined);
  });
  await t.test('have a key that stays the same', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (typed) => {
        const key = parseEmail(typed)?.key;
        if (key) assert.equal(parseEmail(key)?.key, key);
      }),
    );
  });
});

interface PasswordCases {
  special: string;
  cases: { preset: 'classic' | 'nist'; username: string; password: string; failed: string[]; why?: string }[];
  equal: [string, string, string][];
  different: [string, string][];
}

test('passwords', async (t) => {
  const { special, cases: passwords, equal, different } = cases<PasswordCases>('passwords');
  assert.equal(CLASSIC_POLICY.special, special);
  for (const { preset, username, password, failed } of passwords) {
    await t.test(`${preset}: ${JSON.stringify(password)} breaks ${failed.join(', ') || 'nothing'}`, () => {
      const rules = failedRules(password, preset === 'classic' ? CLASSIC_POLICY : NIST_POLICY, username);
      // The list of common ones is the server's: see its own test.
      assert.deepEqual(rules.toSorted(), failed.filter((rule) => rule !== 'common').toSorted());
    });
  }
  for (const [a, b, why] of equal) await t.test(why, () => assert.equal(normalizePassword(a), normalizePassword(b)));
  for (const [a, b] of different) {
    await t.test(`${JSON.stringify(a)} isn’t ${JSON.stringify(b)}`, () =>
      assert.notEqual(normalizePassword(a), normalizePassword(b)),
    );
  }
});

test('case 37: one slip in a well-known host is guessed at; what may be meant is left alone', () => {
  for (const [typed, meant] of [
    ['ann@gmial.com', 'ann@gmail.com'],
    ['Ann@gmil.com', 'Ann@gmail.com'],
    ['ann@gmaill.com', 'ann@gmail.com'],
    ['ann@yaho.com', 'ann@yahoo.com'],
    [' ann@hotnail.com', 'ann@hotmail.com'],
    ['ann@outlook.con', 'ann@outlook.com'],
  ] as const)
    assert.equal(likelyAddress(typed), meant, typed);
  for (const typed of [
    'ann@gmail.com',
    'ann@example.org',
    'ann@clinic.health',
    'ann@mail.com',
    'nothing',
    '',
    'ann@gm',
  ])
    assert.equal(likelyAddress(typed), undefined, typed);
});

test('phone numbers to call', async (t) => {
  for (const [written, href] of [
    ['(202) 555-0142', 'tel:2025550142'],
    ['+1 (202) 555-0142', 'tel:+12025550142'],
    ['(+1) 202.555.0142', 'tel:+12025550142'],
    ['+44 (0)20 7946 0018', 'tel:+442079460018'],
    ['0044 (0) 20 7946 0018', 'tel:00442079460018'],
    ['(0)20 7946 0018', 'tel:02079460018'],
    ['116 117', 'tel:116117'],
    ['911', 'tel:911'],
    ['1-800-555-HELP', undefined],
    ['+1 800 GO FEDEX', undefined],
    ['555-0100 ext. 12', 'tel:5550100;ext=12'],
    ['555-0100x12', 'tel:5550100;ext=12'],
    ['555-0100, Extension 12', 'tel:5550100;ext=12'],
    ['1-800-555-0142 #12', 'tel:18005550142;ext=12'],
    ['555-0100 or 555-0101', undefined],
    ['555-0100 / 555-0101', undefined],
    ['555-0100 555-0101', undefined],
    ['+1 202 555 0142 +1 202 555 0143', undefined],
    ['555-0100, 555-0101', undefined],
    ['555-0100 MON-FRI', undefined],
    ['555-0100 (office hours)', undefined],
    ['Ask at the front desk', undefined],
    ['', undefined],
  ] as const)
    await t.test(`${written || 'nothing'}: ${href ?? 'no link'}`, () => assert.equal(telHref(written), href));
});
