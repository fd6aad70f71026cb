import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isPhoneRegion, phones } from '../../src/backend/phones.js';

interface PhoneCase {
  onFile: string;
  typed: string;
  region: string;
  match: boolean;
}

const { cases } = JSON.parse(readFileSync(new URL('../cases/phones.json', import.meta.url), 'utf8')) as {
  cases: PhoneCase[];
};

describe('a number on file and the number typed', () => {
  for (const { onFile, typed, region, match } of cases) {
    test(`${onFile} ${match ? 'is' : 'is not'} ${typed} in ${region}`, () => {
      const filed = phones.parse(onFile, region);
      assert.ok(filed);
      assert.equal(filed === phones.parse(typed, region), match);
    });
  }
});

describe('a phone number', () => {
  test('is taken in every usual spelling, without its extension', () => {
    const spellings = [
      '2025550123',
      '(202) 555-0123',
      '202.555.0123',
      '1-202-555-0123',
      '+1 202 555 0123',
      '011 1 202 555 0123',
      '001 202 555 0123',
      '00 1 (202) 555-0123',
      ' 202-555-0123\u200b ',
      '202\u00a0555\u20110123',
      '２０２５５５０１２３',
      '٢٠٢٥٥٥٠١٢٣',
      '۲۰۲۵۵۵۰۱۲۳',
      '202 555 0123 x55',
      '202-555-0123 ext. 55',
      '+12025550123;ext=55',
    ];
    for (const typed of spellings) assert.equal(phones.parse(typed, 'US'), '+12025550123', typed);
  });

  test("may be another country's with its prefix", () => {
    assert.equal(phones.parse('+49 30 123456', 'US'), '+4930123456');
    assert.equal(phones.parse('020 7946 0018', 'GB'), '+442079460018');
  });

  test('is nothing when it is a local part, too short, too long, or hidden in other words', () => {
    for (const typed of [
      '5550123',
      '911',
      '',
      '+',
      'no',
      '+1202555012345678',
      'call 202 555 0123 today',
      '2'.repeat(5_000),
    ]) {
      assert.equal(phones.parse(typed, 'US'), undefined, typed.slice(0, 30));
    }
  });

  test('needs its prefix where the region is unknown', () => {
    assert.equal(isPhoneRegion('ZZ'), false);
    assert.equal(phones.parse('2025550123', 'ZZ'), undefined);
    assert.equal(phones.parse('+12025550123', 'ZZ'), '+12025550123');
  });
});
