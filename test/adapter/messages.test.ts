import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERROR_CODES } from '../../src/contract/portal-error.js';
import en from '../../src/locale/en.js';
import { english } from '../../src/locale/english.js';
import { bestLanguage, isRightToLeft, loadMessages } from '../../src/locale/load-messages.js';
import { mergeMessages } from '../../src/locale/messages.js';

/** All texts of a tree of words, those of functions too. */
function* texts(words: unknown): Generator<string> {
  if (typeof words === 'string') yield words;
  else if (typeof words === 'function') {
    try {
      yield* texts((words as (...values: unknown[]) => unknown)('1', '2', '3'));
    } catch {
      yield* texts((words as (...values: unknown[]) => unknown)(['1', '2']));
    }
  } else if (typeof words === 'object' && words) for (const value of Object.values(words)) yield* texts(value);
}

test('has words for every error, and never shows its code', () => {
  for (const code of ERROR_CODES) {
    assert.ok(en.errors[code].title, code);
    assert.ok(!en.errors[code].title.includes('_'));
  }
});

test('neither begs nor shouts', () => {
  for (const text of texts(en)) assert.doesNotMatch(text, /please|sorry|oops|!(?! #)/i, text);
});

test('lays words over those of a language, the later ones on top', () => {
  const words = mergeMessages(en, { actions: { next: 'Go' }, logIn: undefined }, undefined, {
    actions: { next: 'On' },
  });
  assert.equal(words.actions.next, 'On');
  assert.equal(words.actions.back, en.actions.back);
  assert.equal(words.logIn.heading, en.logIn.heading);
  assert.equal(en.actions.next, 'Next');
});

test('speaks English where a language is missing', () => {
  assert.equal(bestLanguage('en-GB'), 'en');
  assert.equal(bestLanguage('tlh'), 'en');
  assert.equal(loadMessages('tlh'), english);
});

test('knows what is written from right to left', () => {
  assert.equal(isRightToLeft('ar-EG'), true);
  assert.equal(isRightToLeft('are'), false);
});
