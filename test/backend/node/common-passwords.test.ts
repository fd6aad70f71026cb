import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCommonPasswords } from '../../../src/backend/node/common-passwords.js';

const common = createCommonPasswords(['Larkfield Clinic', 'Clínica Larkfield']);

test('knows common passwords, whatever their case and whatever digits and marks stand at the end', () => {
  for (const password of [
    'password',
    'Password1!',
    'password12345678',
    'QWERTY!!!',
    '123456789',
    'iloveyou 2024',
    'letmein😀',
  ]) {
    assert.ok(common.has(password), password);
  }
});

test("knows the portal's name in every language, whole and word by word", () => {
  const guesses = [
    'larkfield clinic2026',
    'LarkfieldClinic12345678',
    'Larkfield12345678',
    'clinic12345678',
    'cli\u0301nica2026!',
  ];
  for (const password of guesses) assert.ok(common.has(password), password);
});

test('takes what is not common, also where it holds something common', () => {
  for (const password of [
    'correct horse battery staple',
    'Bluewater7-',
    '7!password-of-mine',
    'über-larkfield-x',
    '8391!7746#5521',
  ]) {
    assert.ok(!common.has(password), password);
  }
});
