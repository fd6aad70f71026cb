import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { codes, people, type Scenario } from '../../mock-server/index.js';
import { launch, PASSWORD, type Visitor } from '../support/visitor.js';
import { bundle, bundled } from './support/bundle.js';
import { enter } from './support/enter.js';
import { HostSite, ONE_FILE } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  const pages = Object.entries(PAGES).map(([path, tags]) => [
    fileOf(path),
    tags.map((tag) => `import 'portal-elements/${tag}.js';`).join(''),
  ]);
  await bundle(site, Object.fromEntries(pages) as Record<string, string>);
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

/** As strict as a page can be: nothing inline, nothing from elsewhere, no markup out of strings. */
const STRICT = [
  ...[
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ],
  ...["require-trusted-types-for 'script'", 'trusted-types lit-html'],
].join('; ');

const PAGES: Record<string, string[]> = {
  '/activate': ['activate'],
  '/consent': ['consent'],
  '/': ['help', 'session'],
  '/settings': ['settings', 'language'],
  '/reset-password': ['reset-password'],
  '/login': ['login'],
};
const fileOf = (path: string): string => `page${path.replace('/', '-')}`;
const WORLD: Scenario = {
  about: 'Dana and Milo have a code each.',
  codes: { [codes.fresh]: { person: 'dana', state: 'pending' }, [codes.second]: { person: 'milo', state: 'pending' } },
};
const { birthdate, email } = people.dana;

async function activate(visitor: Visitor): Promise<void> {
  await visitor.next();
  await visitor.alert('There is a problem').waitFor();
  await visitor.field(/^Activation code/).fill(codes.fresh);
  await visitor.fillBirthdate('1999-01-01');
  await visitor.next();
  await visitor.alert('No records found').waitFor();
  await visitor.fillBirthdate(birthdate);
  await visitor.next();
  await visitor.createAccount('nobody', 'short');
  await visitor.alert('There is a problem').waitFor();
  await visitor.button(/^Show/).click();
  await visitor.createAccount(email);
}

async function changeSettings(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const link = page.locator('portal-link-code');
  for (const [code, said] of [
    ['nothing', /problem/],
    [codes.second, /added successfully/],
  ] as const) {
    await link.getByLabel(/^Activation code/).fill(code);
    await link.getByRole('button', { name: 'Submit' }).click();
    await link.getByText(said).first().waitFor();
  }
  const contact = page.getByRole('region', { name: 'Contact information' });
  await contact.getByLabel(/Mobile phone/).fill('12');
  await contact.getByRole('button', { name: 'Save' }).click();
  await contact.getByRole('alert').filter({ hasText: /./ }).waitFor();
  await contact.getByLabel(/Mobile phone/).fill('(202) 555-0177');
  await contact.getByRole('button', { name: 'Save' }).click();
  await contact.getByText('Contact information saved').waitFor();
  const passwords = page.locator('form').filter({ has: visitor.field('New password') });
  await passwords.getByLabel('Current password', { exact: true }).fill('wrong');
  await passwords.getByLabel('New password', { exact: true }).fill('Greenfield8+');
  await passwords.getByRole('button', { name: 'Save' }).click();
  await passwords.getByRole('alert').filter({ hasText: /./ }).waitFor();
  await page.getByRole('region', { name: 'Consents' }).getByRole('button', { name: /^Read/ }).first().click();
  for (const language of ['ar', 'es', 'en']) {
    await page.locator('portal-language select').selectOption(language);
    await page.locator(`portal-settings > .portal-root[lang=${language}]`).waitFor();
  }
}

for (const how of ['the one file', 'the module of each tag'])
  test(
    `F17 F18 F19 case 93: a whole journey under a strict policy with Trusted Types, by ${how}`,
    { timeout: 90_000 },
    async (t) => {
      for (const [path, tags] of Object.entries(PAGES)) {
        const body = tags.map((tag) => `<portal-${tag} base-url="/api/journey"></portal-${tag}>`).join('');
        const head = how === 'the one file' ? ONE_FILE : bundled(fileOf(path));
        site.page(path, body, { head, headers: { 'content-security-policy': STRICT } });
      }
      const backend = await site.backend('journey', WORLD);
      const visitor = await enter(browser, site, `${site.origin}/activate`);
      t.after(() => visitor.context.close());
      const { page } = visitor;
      await activate(visitor);
      await visitor.at('/consent');
      await visitor.agreeToAll();
      await visitor.at('/');
      await visitor.closeHelp();
      await page.goto(`${site.origin}/settings`);
      await changeSettings(visitor);

      await page.goto(`${site.origin}/`);
      await visitor.button('Log out').click();
      await visitor.at('/login');
      await page.goto(`${site.origin}/reset-password`);
      await visitor.field(/^Email/).fill(email);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Check your email' }).waitFor();
      const mail = (await backend.mailbox()).findLast(({ text }) => text.includes('#reset='))!;
      await page.goto(`${site.origin}/reset-password${/#reset=\S+/.exec(mail.text)![0]}`);
      await visitor.field('New password').fill('Greenfield8+');
      await page.keyboard.press('Enter');
      await visitor.at('/login');
      await visitor.logIn(email, PASSWORD);
      await visitor.alert('wrong').waitFor();
      backend.fault = { kind: 'busy' };
      await visitor.field('Password').fill('Greenfield8+');
      await visitor.next();
      await visitor.alert('Too many tries').waitFor();
      backend.fault = undefined;
      await page.reload();
      await page.clock.install();
      await visitor.logIn(email, 'Greenfield8+');
      await visitor.at('/');
      await visitor.button('Log out').waitFor();
      await page.clock.fastForward('29:30');
      await page.getByRole('alertdialog').waitFor();
      assert.deepEqual([...visitor.wrongs], []);

      // What is noted here would have been noted above.
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
      await assert.rejects(
        page.evaluate(() => (document.body.innerHTML = '<b>')),
        /TrustedHTML/,
      );
      assert.match(visitor.wrongs.join('\n'), /style-src-attr[^]*TrustedHTML/);
    },
  );

test('F16: no nonce is needed, wherever one stands', async (t) => {
  const policy = "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'; connect-src 'self'";
  const head = ONE_FILE.replace('<script', '<script nonce="abc"');
  const login = '<portal-login base-url="/api/returning"></portal-login>';
  const body = login + login.replace('<portal-login', '<portal-login nonce="abc"');
  const url = site.page('/nonce', body, { head, headers: { 'content-security-policy': policy } });
  const visitor = await enter(browser, site, url);
  t.after(() => visitor.context.close());
  for (const element of await visitor.page.locator('portal-login').all()) {
    const field = element.getByLabel(/^Email/);
    await field.waitFor();
    assert.equal(await field.evaluate((input) => getComputedStyle(input).borderRadius), '8px');
    assert.equal(await element.locator('h2').evaluate((node) => getComputedStyle(node).fontWeight), '600');
  }
  assert.deepEqual(visitor.wrongs, []);
});

test('F19 F1: two copies under Trusted Types, where the page allows the policy twice', async (t) => {
  site.script('/copy.js', readFileSync('dist/cdn/portal-elements.min.js', 'utf8'));
  const head = `${ONE_FILE}<script type="module" src="/copy.js"></script>`;
  const policy = STRICT.replace('lit-html', "lit-html 'allow-duplicates'");
  const body = '<portal-login base-url="/api/returning"></portal-login>';
  const visitor = await enter(
    browser,
    site,
    site.page('/copies', body, { head, headers: { 'content-security-policy': policy } }),
  );
  t.after(() => visitor.context.close());
  await visitor.field(/^Email/).waitFor();
  assert.deepEqual(visitor.wrongs, []);
});
