import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { scenarios } from '../../mock-server/scenarios.js';
import type * as Everything from '../../src/elements/index.js';
import { launch, type Visitor } from '../support/visitor.js';
import { bundle, bundled } from './support/bundle.js';
import { enter } from './support/enter.js';
import { HostSite, IMPORT_MAP, ONE_FILE, TAGS } from './support/site.js';

let browser: Browser;
let site: HostSite;
const named = (name: string) => site.backend(name, { ...scenarios.returning, config: { name } });
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  await bundle(site, {
    provider: "import 'portal-elements/provider.js'",
    login: "import 'portal-elements/login.js'",
    setup: `import { createHttpAdapter } from 'portal-elements/adapter';
      document.querySelector('portal-provider').adapter = createHttpAdapter({ baseUrl: '/api/returning' });`,
    configure: `import { configurePortal } from 'portal-elements/adapter';
      configurePortal({ baseUrl: '/api/returning' });`,
    one: "import 'portal-elements'",
  });
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

const permutations = (of: string[]): string[][] =>
  of.length < 2
    ? [of]
    : of.flatMap((first) => permutations(of.filter((one) => one !== first)).map((rest) => [first, ...rest]));

async function open(path: string, body: string, head: string): Promise<Visitor> {
  const visitor = await enter(browser, site);
  await visitor.page.goto(site.page(path, body, { head }));
  return visitor;
}
const load = (page: Page, name: string): Promise<unknown> => page.evaluate((src) => import(src), `/bundle/${name}.js`);
const IN_PROVIDER = '<portal-provider><portal-login></portal-login></portal-provider>';

for (const scripts of [...permutations(['provider', 'login', 'setup']), ...permutations(['login', 'configure'])])
  test(`F2: the adapter arrives when scripts come as ${scripts.join(', ')}`, async (t) => {
    const body = scripts.includes('provider') ? IN_PROVIDER : '<portal-login></portal-login>';
    const visitor = await open('/', body, '');
    t.after(() => visitor.context.close());
    for (const script of scripts) await load(visitor.page, script);
    await visitor.field(/^Email/).waitFor();
    assert.equal(await visitor.page.getByRole('alert').filter({ hasText: /./ }).count(), 0);
    assert.deepEqual(visitor.wrongs, []);
  });

for (const [what, head] of [
  ['in one file', ONE_FILE],
  ['in a bundle of everything', bundled('one')],
  ['async, the one file', ONE_FILE.replace('<script', '<script async')],
  [
    'async, each tag',
    ['login', 'setup', 'provider'].map((name) => bundled(name).replace('<script', '<script async')).join(''),
  ],
] as const)
  test(`F2: a provider reaches what stands in it, ${what}`, async (t) => {
    const body = IN_PROVIDER.replace('<portal-provider', '<portal-provider base-url="/api/returning"');
    const visitor = await open('/', body, head);
    t.after(() => visitor.context.close());
    await visitor.field(/^Email/).waitFor();
    assert.deepEqual(visitor.wrongs, []);
  });

test('F2: a provider that is put around an element later reaches it', async (t) => {
  const visitor = await open('/', '<main><portal-login></portal-login></main>', ONE_FILE);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.locator('portal-login:defined').waitFor({ state: 'attached' });
  assert.equal(await page.locator('form').count(), 0, 'there is nothing to ask yet');
  await page.evaluate(() => {
    const provider = document.createElement('portal-provider');
    provider.setAttribute('base-url', '/api/returning');
    document.querySelector('main')!.append(provider);
    provider.append(document.querySelector('portal-login')!);
  });
  await visitor.field(/^Email/).waitFor();
  assert.deepEqual(visitor.wrongs, []);
});

test('F2: an element without a backend says so, and starts once it has one', async (t) => {
  const visitor = await open('/', '<portal-login></portal-login>', bundled('login'));
  t.after(() => visitor.context.close());
  await visitor.alert('<portal-login> has no backend').waitFor();
  assert.equal(visitor.wrongs.length, 1, 'the console says it once');
  assert.match(visitor.wrongs[0]!, /base-url/);
  await load(visitor.page, 'configure');
  await visitor.field(/^Email/).waitFor();
  assert.equal(await visitor.alert(/./).count(), 0);
  assert.equal(visitor.wrongs.length, 1);
});

test('F2: several elements on a page ask several backends, each its own', async (t) => {
  for (const name of ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm']) await named(name);
  const login = (id: string, more = '') => `<portal-login id="${id}" ${more}></portal-login>`;
  const body = `${login('none')}
    <portal-provider base-url="/api/Birch">${login('inside')}${login('own', 'base-url="/api/Cedar"')}
      <portal-provider base-url="/api/Dogwood">${login('nested')}</portal-provider></portal-provider>${login('property')}`;
  const visitor = await open('/', body, ONE_FILE);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.evaluate(async () => {
    const src = '/dist/cdn/portal-elements.min.js';
    const { configurePortal, createHttpAdapter } = (await import(src)) as typeof Everything;
    configurePortal({ baseUrl: '/api/Ash' });
    document.querySelector<HTMLElementTagNameMap['portal-login']>('#property')!.adapter = createHttpAdapter({
      baseUrl: '/api/Elm',
    });
  });
  for (const [id, name] of Object.entries({
    none: 'Ash',
    inside: 'Birch',
    own: 'Cedar',
    nested: 'Dogwood',
    property: 'Elm',
  }))
    await page.locator(`#${id}`).getByText(name).first().waitFor();
  assert.deepEqual(visitor.wrongs, []);

  // A refusal of one is said by that one alone.
  await page
    .locator('#own')
    .getByLabel(/^Email/)
    .fill('dana.reyes@example.com');
  await page.locator('#own').getByRole('button', { name: 'Next' }).click();
  await page.locator('#own').getByLabel('Password', { exact: true }).fill('wrong');
  await page.locator('#own').getByRole('button', { name: 'Next' }).click();
  await page.locator('#own').getByRole('alert').filter({ hasText: 'wrong' }).waitFor();
  assert.equal(await visitor.alert(/./).count(), 1);
  assert.deepEqual(
    site.calls.filter((call) => !call.endsWith('/config')),
    ['POST /session'],
  );
});

test('F2: every tag works from its own module, without a bundler', async (t) => {
  // Settings contains the form that adds a code, and comes after it.
  const tags = ['portal-provider', ...TAGS];
  const body = tags.map((tag) => `<${tag} base-url="/api/logged-in"></${tag}>`).join('');
  const visitor = await open('/', body, IMPORT_MAP);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  for (const [index, tag] of tags.entries()) {
    await page.evaluate((src) => import(src), `/dist/${tag.slice('portal-'.length)}.js`);
    const registered = await page.evaluate((all) => all.filter((one) => customElements.get(one)), tags);
    assert.deepEqual(registered, tags.slice(0, index + 1), 'a module registers its tag alone');
    if (tag === 'portal-help') await visitor.button('Help').waitFor();
    else if (tag !== 'portal-provider')
      await page.locator(`${tag} > .portal-root > *`).first().waitFor({ state: 'attached' });
  }
  assert.deepEqual(visitor.wrongs, []);
});
