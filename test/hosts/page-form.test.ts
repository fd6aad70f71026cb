import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { MOCK_PASSWORD } from '../../mock-server/clinic.js';
import { codes, people } from '../../mock-server/index.js';
import { launch, type Visitor } from '../support/visitor.js';
import { enter, fillHalfWay } from './support/enter.js';
import { HostSite } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

const { birthdate, email } = people.dana;
const element = (tag: string, scenario: string): string =>
  `<portal-${tag} base-url="/api/${scenario}"></portal-${tag}>`;
const ALL = [
  element('activate', 'fresh-code'),
  element('login', 'returning'),
  element('reset-password', 'returning'),
  element('link-code', 'logged-in'),
  element('settings', 'logged-in'),
  element('consent', 'strict-consent'),
  element('session', 'logged-in'),
  element('help', 'logged-in'),
  element('language', 'logged-in'),
];

/** A page as ASP.NET Web Forms makes it: everything stands in one form, and Enter posts it. */
const inPageForm = (body: string): string => `<form id="aspnetForm" method="post" action="/postback">
  <input type="hidden" name="__VIEWSTATE" value="dDwtMTI3OTMzNDM4NDs7Pg==">
  <input type="text" name="ctl00$search" aria-label="Search">
  ${body}
  <input type="submit" name="ctl00$go" value="Search now">
</form>`;

/** Opens such a page, whose posts are caught; tells of each what was in it, and of each form that was submitted. */
async function open(body: string): Promise<{ visitor: Visitor; posts: string[]; submitted: () => Promise<string[]> }> {
  const visitor = await enter(browser, site);
  const { page } = visitor;
  const posts: string[] = [];
  await page.route('**/postback', async (route) => {
    posts.push(route.request().postData() ?? '');
    await route.fulfill({ status: 204 });
  });
  await page.addInitScript(() => {
    const forms: string[] = [];
    addEventListener('submit', ({ target }) => forms.push((target as HTMLFormElement).id), true);
    Object.assign(window, { forms });
  });
  await page.goto(site.page('/', inPageForm(body)));
  const submitted = () => page.evaluate(() => (window as unknown as { forms: string[] }).forms.splice(0));
  return { visitor, posts, submitted };
}

test(
  'F12 case 79: Enter in every field sends its own form once, and never the page’s',
  { timeout: 60_000 },
  async (t) => {
    const { visitor, posts, submitted } = await open(ALL.join(''));
    t.after(() => visitor.context.close());
    const { page } = visitor;
    await page.evaluate(() => {
      for (const type of ['portal-logged-in', 'portal-activated'])
        addEventListener(type, (event) => event.preventDefault());
    });
    await page.locator('portal-settings').getByLabel('New password', { exact: true }).waitFor();
    await fillHalfWay(page, email);
    await page.waitForLoadState('networkidle');
    await submitted();

    const fields = page.locator('.portal-root').locator('input:not([type=hidden], [tabindex="-1"])');
    const count = await fields.count();
    assert.ok(count > 20, `${count} fields`);
    for (let index = 0; index < count; index++) {
      const field = fields.nth(index);
      const own = await field.evaluate((input: HTMLInputElement) => input.form!.id);
      assert.match(own, /^portal-/);
      await field.press('Enter');
      assert.deepEqual(await submitted(), [own], await field.evaluate(({ outerHTML }) => outerHTML));
      await page.waitForFunction((id) => !document.getElementById(id)?.hasAttribute('aria-busy'), own);
    }
    assert.deepEqual([posts, visitor.wrongs], [[], []]);
  },
);

test(
  'F12: no button of ours posts the page, and the language menu changes nothing of it',
  { timeout: 60_000 },
  async (t) => {
    const { visitor, posts, submitted } = await open(ALL.join(''));
    t.after(() => visitor.context.close());
    const { page } = visitor;
    await page.evaluate(() => {
      for (const type of ['portal-logged-out', 'portal-logged-in'])
        addEventListener(type, (event) => event.preventDefault());
    });
    await page.locator('portal-settings').getByLabel('New password', { exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    const buttons = await page.evaluate(async () => {
      let count = 0;
      const roots = (): ParentNode[] => [
        document,
        ...[...document.querySelectorAll('[base-url]')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
      ];
      const press = async (button: HTMLElement): Promise<void> => {
        count += 1;
        button.click();
        await new Promise((over) => setTimeout(over, 20));
      };
      for (const root of roots())
        for (const button of [...root.querySelectorAll<HTMLElement>('button')])
          if (button.isConnected) await press(button);
      return count;
    });
    assert.ok(buttons > 15, `${buttons} buttons`);
    await page.locator('portal-language select').selectOption('es');
    await page.locator('portal-language select').press('Enter');
    assert.equal((await submitted()).includes('aspnetForm'), false);
    assert.deepEqual([posts, visitor.wrongs], [[], []]);
  },
);

test('F12: what the page posts holds nothing of ours, and our fields don’t keep it from posting', async (t) => {
  const { visitor, posts } = await open(
    element('activate', 'fresh-code') +
      element('login', 'returning') +
      element('settings', 'logged-in') +
      element('language', 'logged-in'),
  );
  t.after(() => visitor.context.close());
  const { page } = visitor;
  const login = page.locator('portal-login');
  await login.getByLabel(/^Email/).fill(email);
  await login.getByRole('button', { name: 'Next' }).click();
  await login.getByLabel('Password', { exact: true }).fill(MOCK_PASSWORD);
  await login.getByRole('button', { name: /^Show/ }).click();
  await page
    .locator('portal-activate')
    .getByLabel(/^Activation code/)
    .fill(codes.fresh);
  await page.locator('portal-settings').getByLabel('New password', { exact: true }).fill(MOCK_PASSWORD);
  const inside = await page.evaluate(() => [
    ...new FormData(document.querySelector<HTMLFormElement>('#aspnetForm')!).keys(),
  ]);
  assert.deepEqual(inside, ['__VIEWSTATE', 'ctl00$search']);
  assert.equal(
    await page.evaluate(() => document.querySelector<HTMLFormElement>('#aspnetForm')!.checkValidity()),
    true,
  );

  const ways = [
    () => page.getByLabel('Search', { exact: true }).press('Enter'),
    () => page.getByRole('button', { name: 'Search now' }).click(),
    () => page.evaluate(() => document.querySelector<HTMLFormElement>('#aspnetForm')!.submit()),
  ];
  // A further post would call off one that is still on its way.
  for (const post of ways) await Promise.all([page.waitForResponse('**/postback'), post()]);
  assert.equal(posts.length, 3, 'the page’s own form works as ever');
  for (const post of posts) {
    assert.match(post, /__VIEWSTATE/);
    assert.doesNotMatch(decodeURIComponent(post), /password|larkspur|dana\.reyes|K7QM2/i);
  }
  assert.equal(
    await login.getByLabel('Password', { exact: true }).inputValue(),
    MOCK_PASSWORD,
    'nothing typed is lost',
  );
  assert.deepEqual(visitor.wrongs, []);
});

test('F12: a whole activation inside a page-wide form', async (t) => {
  const { visitor, posts } = await open(element('activate', 'fresh-code'));
  t.after(() => visitor.context.close());
  await visitor.page.locator('portal-activate form').waitFor();
  await visitor.typeInto(visitor.field(/^Activation code/), codes.fresh);
  for (const [label, value] of [
    ['Month', birthdate.slice(5, 7)],
    ['Day', birthdate.slice(8)],
    ['Year', birthdate.slice(0, 4)],
  ] as const)
    await visitor.typeInto(visitor.field(label), value);
  await visitor.page.keyboard.press('Enter');
  await visitor.typeInto(visitor.field(/^Email\/Username/), email);
  await visitor.typeInto(visitor.field('Password'), 'Bluewater7-');
  await visitor.page.keyboard.press('Enter');
  await visitor.at('/consent');
  assert.deepEqual([posts, visitor.wrongs], [[], []]);
});
