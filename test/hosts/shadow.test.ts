import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { people } from '../../mock-server/index.js';
import { MOCK_PASSWORD } from '../../mock-server/clinic.js';
import { launch, type Visitor } from '../support/visitor.js';
import { enter, fillHalfWay } from './support/enter.js';
import { HostSite, type TAGS } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

const { email } = people.dana;
const LOGIN = '<portal-login base-url="/api/returning"></portal-login>';
const inShadow = (html: string): string =>
  `<some-panel><template shadowrootmode="open"><section>${html}</section></template></some-panel>`;

async function open(body: string): Promise<{ visitor: Visitor; hints: string[] }> {
  const visitor = await enter(browser, site);
  const hints: string[] = [];
  visitor.page.on('console', (message) => message.type() === 'warning' && hints.push(message.text()));
  await visitor.page.goto(site.page('/', body));
  return { visitor, hints };
}

test('case 73 F14: in somebody’s shadow root the forms work, and the developer is told once', async (t) => {
  const { visitor, hints } = await open(
    inShadow(LOGIN + LOGIN) + inShadow('<portal-activate base-url="/api/fresh-code"></portal-activate>'),
  );
  t.after(() => visitor.context.close());
  const { page } = visitor;
  const login = page.locator('portal-login').first();
  const field = login.getByLabel(/^Email/);
  await field.waitFor();
  await page.evaluate(() => addEventListener('portal-logged-in', (event) => event.preventDefault()));
  assert.equal(await field.evaluate((input) => getComputedStyle(input).borderRadius), '8px', 'it has our styles');
  await login.locator('label').click();
  assert.ok(await field.evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input));
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await login.getByLabel('Password', { exact: true }).waitFor();
  await page.waitForFunction(() => {
    const panel = document.querySelector('some-panel')!.shadowRoot!;
    return (
      panel.activeElement?.localName === 'portal-login' &&
      panel.activeElement.shadowRoot!.activeElement?.localName === 'h2'
    );
  });
  await login.getByLabel('Password', { exact: true }).fill(MOCK_PASSWORD);
  await page.keyboard.press('Enter');
  await login.locator('form').waitFor({ state: 'detached' });
  assert.deepEqual(visitor.wrongs, []);
  assert.equal(hints.length, 1, hints.join('\n'));
  assert.match(hints[0]!, /shadow root.*password managers/);
});

test('case 73: all fields of a form, with what names and describes them, stand in one root: the page’s own', async (t) => {
  const scenario: Partial<Record<(typeof TAGS)[number], string>> = {
    'portal-activate': 'fresh-code',
    'portal-login': 'returning',
    'portal-reset-password': 'returning',
    'portal-link-code': 'logged-in-link-asks',
    'portal-settings': 'logged-in',
    'portal-consent': 'strict-consent',
  };
  const tags = Object.entries(scenario).map(([tag, name]) => `<${tag} base-url="/api/${name}"></${tag}>`);
  const { visitor, hints } = await open(tags.join(''));
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await fillHalfWay(page, email);
  for (const name of ['New password', 'Mobile phone'])
    await page.locator('portal-settings').getByLabel(name).first().waitFor();
  const found = await page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')].filter((node) =>
      node.closest('.portal-root'),
    );
    const hidden = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot
        ? [...shadowRoot.querySelectorAll('input, textarea, select, form')].map(({ outerHTML }) => outerHTML)
        : [],
    );
    const nameless = controls
      .filter((node) => !(node.labels?.length || node.ariaLabel) || !node.form)
      .map(({ outerHTML }) => outerHTML);
    const lost = controls
      .flatMap((node) => (node.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
      .filter((id) => !document.getElementById(id));
    return {
      count: controls.length,
      passwords: document.querySelectorAll('input[type=password]').length,
      hidden,
      nameless,
      lost,
    };
  });
  assert.ok(found.count > 20, `${found.count} fields`);
  assert.deepEqual([found.passwords, found.hidden, found.nameless, found.lost], [3, [], [], []]);
  assert.deepEqual([visitor.wrongs, hints], [[], []]);
});

test('F24: nothing takes the focus while the page is hidden, or while somebody is elsewhere in it', async (t) => {
  const visitor = await enter(browser, site);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.addInitScript(() => {
    let hidden = true;
    Object.defineProperty(Document.prototype, 'hidden', { get: () => hidden });
    Object.defineProperty(Document.prototype, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
    Object.assign(window, {
      show() {
        hidden = false;
        document.dispatchEvent(new Event('visibilitychange'));
      },
      taken: [],
    });
    document.addEventListener('focusin', ({ target }) =>
      (window as unknown as { taken: string[] }).taken.push((target as Element).localName),
    );
  });
  const submit = (tag: string) => page.locator(`${tag} form`).evaluate((form: HTMLFormElement) => form.requestSubmit());
  const taken = () => page.evaluate(() => (window as unknown as { taken: string[] }).taken);
  const url = site.page(
    '/',
    `${LOGIN}<portal-help base-url="/api/first-visit"></portal-help><portal-reset-password base-url="/api/returning"></portal-reset-password><input id="elsewhere">`,
  );
  await page.goto(url);
  await page.locator('portal-login form').waitFor();
  await submit('portal-reset-password');
  await visitor.alert(/./).waitFor();
  await page
    .locator('portal-login input')
    .evaluate((input: HTMLInputElement) => (input.value = 'dana.reyes@example.com'));
  await submit('portal-login');
  await visitor.field('Password').waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await taken(), []);
  assert.equal(await page.getByRole('dialog').count(), 0, 'the help waits until somebody sees it');

  await page.evaluate(() => (window as unknown as { show(): void }).show());
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#elsewhere').focus();
  await submit('portal-login');
  await visitor.alert('There is a problem').first().waitFor();
  await page
    .locator('portal-login')
    .getByRole('button', { name: 'Change' })
    .evaluate((button: HTMLElement) => button.click());
  await page.locator('portal-login').getByRole('heading', { name: 'Log in' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement!.id), 'elsewhere');
  assert.deepEqual(visitor.wrongs, []);
});

test('F24: in a panel that is closed, an element waits without the focus', async (t) => {
  const { visitor } = await open(`<button>Open</button><div id="panel" style="display: none">${LOGIN}</div>`);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.locator('portal-login form').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Open' }).focus();
  await page.locator('portal-login form').evaluate((form: HTMLFormElement) => form.requestSubmit());
  await page.evaluate(() => (document.querySelector<HTMLElement>('#panel')!.style.display = ''));
  await visitor.alert('There is a problem').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), 'Open');
  assert.deepEqual(visitor.wrongs, []);
});
