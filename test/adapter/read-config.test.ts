import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { mergeConfig, readConfig } from '../../src/adapter/read-config.js';
import { DEFAULT_CONFIG } from '../../src/contract/config-defaults.js';
import { configSchema } from '../../src/contract/config.js';

test('fills a config up from the defaults, at every depth', () => {
  const config = mergeConfig({ name: 'Works', pages: { login: '/in' }, password: { minLength: 12 } });
  assert.equal(config.name, 'Works');
  assert.deepEqual(config.pages, { ...DEFAULT_CONFIG.pages, login: '/in' });
  assert.equal(config.password.minLength, 12);
  assert.equal(config.password.digit, true);
});

test('leaves out what is of the wrong kind', () => {
  const config = mergeConfig({ name: 7, languages: 'en', pages: [], renewal: 'no', password: null, verification: 1 });
  assert.deepEqual(config, mergeConfig({}));
});

for (const nothing of [undefined, null, 'x', 4, [], '<html>'])
  test(`takes ${JSON.stringify(nothing)} for no config`, () => assert.deepEqual(mergeConfig(nothing), mergeConfig({})));

test('has at least one language and one way to prove who one is', () => {
  const config = mergeConfig({ languages: [], verification: { methods: ['answers', 'palm'] } });
  assert.deepEqual(config.languages, ['en']);
  assert.deepEqual(config.verification.methods, ['birthdate']);
});

test('follows no link that may not be followed', () => {
  assert.equal(mergeConfig({ support: { url: 'javascript:alert(1)', phone: '1' } }).support.url, undefined);
});

test('makes of the defaults what the contract makes of them', () => {
  assert.deepEqual(mergeConfig({}), configSchema.parse({}));
});
const adapterWith = (read: () => Promise<unknown>): PortalAdapter => ({ readConfig: read }) as unknown as PortalAdapter;

test('reads a config once for all elements, and once more in another language', async () => {
  let reads = 0;
  const adapter = adapterWith(() => Promise.resolve({ name: `Works ${++reads}` }));
  const [one, other] = await Promise.all([readConfig(adapter, 'en'), readConfig(adapter, 'en')]);
  assert.equal(one, other);
  assert.equal((await readConfig(adapter, 'es')).name, 'Works 2');
});

test('reads again what failed', async () => {
  let online = false;
  const adapter = adapterWith(() => (online ? Promise.resolve({}) : Promise.reject(new Error('offline'))));
  await assert.rejects(readConfig(adapter, 'en'));
  online = true;
  assert.equal((await readConfig(adapter, 'en')).name, DEFAULT_CONFIG.name);
});
