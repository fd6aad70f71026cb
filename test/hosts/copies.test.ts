import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/visitor.js';
import { bundle, bundled } from './support/bundle.js';
import { enter } from './support/enter.js';
import { HostSite, ONE_FILE, TAGS } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  const file = readFileSync('dist/cdn/portal-elements.min.js', 'utf8');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const other = file.replaceAll(`"${version}"`, '"9.8.7"');
  assert.notEqual(other, file, 'the version stands in the file');
  site.script('/same.js', file);
  site.script('/other.js', other);
  await bundle(site, {
    login: "import 'portal-elements/login.js'; import 'portal-elements/session.js'",
    adapter: `import { PortalError, createHttpAdapter } from 'portal-elements/adapter';
      const refuse = (code) => () => Promise.reject(new PortalError(code));
      document.querySelector('#login').adapter = { ...createHttpAdapter({ baseUrl: '/api/returning' }), logIn: refuse('invalid_credentials') };
      document.querySelector('#lost').adapter = { ...createHttpAdapter({ baseUrl: '/api/returning' }), readConfig: refuse('network') };`,
  });
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

const ALL = [...TAGS, 'portal-provider'];
const LOGIN = '<portal-login base-url="/api/returning"></portal-login>';
const module = (src: string): string => `<script type="module" src="${src}"></script>`;

/** Opens a page and hears what is said to the developer, until its log-in stands and the page's own script has run. */
async function open(url: string, path: string) {
  const visitor = await enter(browser, site);
  const said: { type: string; text: string }[] = [];
  visitor.page.on('console', (message) => {
    // The browser itself reports every refused request, and nobody is logged in.
    if (['warning', 'error'].includes(message.type()) && !/status of 401/.test(message.text()))
      said.push({ type: message.type(), text: message.text() });
  });
  await visitor.page.goto(url + path);
  await visitor.page.locator('html[data-after]').waitFor({ state: 'attached' });
  return { visitor, said };
}
const AFTER = '<script type="module">document.documentElement.dataset.after = ""</script>';

for (const [what, second, type, words] of [
  ['the same version', '/same.js', 'warning', /twice/],
  ['another version', '/other.js', 'error', /9\.8\.7/],
] as const)
  test(`F1 case 92: a second copy of ${what} is told once and does no harm`, async (t) => {
    const url = site.page('/twice', LOGIN, { head: ONE_FILE + module(second) + AFTER });
    const { visitor, said } = await open(url, '');
    t.after(() => visitor.context.close());
    await visitor.field(/^Email/).fill('dana.reyes@example.com');
    await visitor.next();
    await visitor.field('Password').waitFor();
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(said.length, 1, JSON.stringify(said));
    assert.equal(said[0]!.type, type);
    assert.match(said[0]!.text, words);
    assert.ok(said[0]!.text.includes(version), said[0]!.text);
    assert.deepEqual(
      visitor.wrongs.filter((wrong) => wrong !== said[0]!.text),
      [],
    );
    const versions = await visitor.page.evaluate(
      (tags) => tags.map((tag) => (customElements.get(tag) as unknown as { version: string }).version),
      ALL,
    );
    assert.deepEqual(new Set(versions), new Set([version]), 'the first copy stays in charge');
  });

test('F1 case 92: the same file twice is one copy, and says nothing', async (t) => {
  const url = site.page('/again', LOGIN, { head: ONE_FILE + ONE_FILE + AFTER });
  const { visitor, said } = await open(url, '');
  t.after(() => visitor.context.close());
  await visitor.field(/^Email/).waitFor();
  assert.deepEqual([said, visitor.wrongs], [[], []]);
});

test('F1 F14: tags from two copies share no id, and what the address carried reaches both', async (t) => {
  const tags = `<portal-session base-url="/api/returning"></portal-session>${LOGIN}<portal-activate base-url="/api/fresh-code"></portal-activate><portal-reset-password base-url="/api/returning"></portal-reset-password>`;
  const url = site.page('/mixed', tags, { head: bundled('login') + ONE_FILE + AFTER });
  const { visitor, said } = await open(url, '#reset=0123456789abcdef');
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.locator('portal-activate form').waitFor();
  await page.locator('portal-login form').waitFor();
  // Whichever copy reads the address takes the token out of it; the tag that needs it is of the other one.
  await page.locator('portal-reset-password').getByLabel('New password', { exact: true }).waitFor();
  assert.doesNotMatch(page.url(), /reset=/);
  assert.deepEqual(
    said.map(({ type }) => type),
    ['warning'],
    JSON.stringify(said),
  );
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  assert.ok(ids.length > 8);
  assert.equal(new Set(ids).size, ids.length, ids.join(' '));
  for (const [tag, label] of [
    ['portal-login', /^Email/],
    ['portal-activate', /^Activation code/],
  ] as const) {
    await page.locator(tag).locator('label').filter({ hasText: label }).click();
    assert.ok(
      await page.locator(tag).evaluate((element) => element.contains(document.activeElement)),
      `a label of <${tag}>`,
    );
  }
});

test('F1: the errors of an adapter that came with another copy keep their meaning', async (t) => {
  const tags = '<portal-login id="login"></portal-login><portal-activate id="lost"></portal-activate>';
  const url = site.page('/adapter', tags, { head: ONE_FILE + bundled('adapter') + AFTER });
  const { visitor } = await open(url, '');
  t.after(() => visitor.context.close());
  await visitor.logIn('dana.reyes@example.com');
  await visitor.alert('The username or the password is wrong').waitFor();
  await visitor.alert('The portal can’t be reached').waitFor();
  assert.deepEqual(visitor.wrongs, []);
});
