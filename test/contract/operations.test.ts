import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  blockSchema,
  configSchema,
  DEFAULT_CONFIG,
  errorsOf,
  isSafeHref,
  operationNamed,
  OPERATION_NAMES,
  operations,
} from '../../src/contract/index.js';

test('the table of operations', async (t) => {
  await t.test('names every method and path once', () => {
    const doors = OPERATION_NAMES.map((name) => `${operationNamed(name).method} ${operationNamed(name).path}`);
    assert.equal(new Set(doors).size, doors.length);
    assert.equal(doors.length, 20);
  });
  await t.test('adds the errors of its access to those of an operation', () => {
    assert.ok(errorsOf('linkCode').includes('consent_required'));
    assert.ok(errorsOf('readSession').includes('session_required'));
    assert.ok(!errorsOf('verifyCode').includes('session_required'));
  });
  await t.test('refuses keys that no operation knows', () => {
    const read = operations.logIn.input.safeParse({ username: 'a', password: 'b', role: 'admin' });
    assert.equal(read.success, false);
  });
  await t.test('takes strings only where strings are asked for', () => {
    for (const wrong of [1, null, ['a@example.org'], { $ne: 1 }, true]) {
      assert.equal(operations.logIn.input.safeParse({ username: wrong, password: 'b' }).success, false);
    }
  });
});

test('the config', async (t) => {
  await t.test('has a default for every key', () => assert.deepEqual(configSchema.parse({}), DEFAULT_CONFIG));
  await t.test('may be given in part', () => {
    assert.equal(configSchema.parse({ pages: { login: '/in' } }).pages.activate, '/activate');
  });
  await t.test('leads to pages of the same site alone', () => {
    for (const login of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      assert.equal(configSchema.safeParse({ pages: { login } }).success, false, login);
    }
  });
});

test('rich text', async (t) => {
  await t.test('links to https, mail, phones and the same site', () => {
    for (const href of ['https://example.org/a', 'mailto:a@example.org', 'tel:+12025550123', '/privacy', '#top']) {
      assert.ok(isSafeHref(href), href);
    }
    for (const href of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      'http://a.example',
      '',
    ]) {
      assert.ok(!isSafeHref(href), href);
    }
  });
  await t.test('is data: HTML in it is only text', () => {
    const block = { type: 'paragraph', content: ['<img src=x onerror=alert(1)>'] };
    assert.deepEqual(blockSchema.parse(block), block);
    assert.equal(blockSchema.safeParse({ type: 'html', content: ['x'] }).success, false);
  });
});
