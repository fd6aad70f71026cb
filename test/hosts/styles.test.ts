import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { codes, people } from '../../mock-server/index.js';
import { launch, type Visitor } from '../support/visitor.js';
import { enter } from './support/enter.js';
import { compare, differences, measure, type Measured } from './support/measure.js';
import { HostSite, ONE_FILE } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  for (const name of ['reset', 'aspnet'])
    site.answer(
      `/${name}.css`,
      () => new Response(readFileSync(`test/hosts/sheets/${name}.css`), { headers: { 'content-type': 'text/css' } }),
    );
});
after(() => Promise.all([browser?.close(), site?.close()]));

const sheet = (href: string): string => `<link rel="stylesheet" href="${href}">`;
const HOSTS: Record<string, string> = {
  'Bootstrap 3': sheet('/bootstrap3/bootstrap.min.css') + sheet('/bootstrap3/bootstrap-theme.min.css'),
  'Bootstrap 5': sheet('/bootstrap5/bootstrap.min.css'),
  'a reset of everything': sheet('/reset.css'),
  'an ASP.NET theme': sheet('/aspnet.css'),
};
const ON_STAGE = Object.entries({
  'portal-activate': 'fresh-code',
  'portal-login': 'returning',
  'portal-reset-password': 'returning',
  'portal-link-code': 'logged-in-link-asks',
  'portal-consent': 'strict-consent',
  'portal-settings': 'logged-in',
  'portal-session': 'logged-in',
  'portal-language': 'logged-in',
  'portal-help': 'logged-in',
})
  .map(([tag, scenario]) => `<${tag} base-url="/api/${scenario}"></${tag}>`)
  .join('');
const PLACE =
  'position: absolute; top: 0; left: 0; width: 480px; height: auto; margin: 0; padding: 0; border: 0; background: #fff; float: none;';
const stage = (style: string): string =>
  `<form action="/postback"><div id="stage" style="${PLACE} ${style.replaceAll('"', '&quot;')}">${ON_STAGE}</div></form>`;

/** What an element takes from the page around it, and is meant to. */
const INHERITED = ['font-family', 'font-size', 'font-weight', 'font-style', 'color'];

async function open(path: string, head: string, style = ''): Promise<Visitor> {
  const visitor = await enter(browser, site, site.page(path, stage(style), { head: head + ONE_FILE }));
  await visitor.page.emulateMedia({ reducedMotion: 'reduce' });
  // Elements have no ground of their own.
  await visitor.page.evaluate(() => document.body.style.setProperty('background', '#fff'));
  return visitor;
}

const submitEmpty = (page: Page) =>
  page.evaluate(() => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form.portal-form:has(input)')) form.requestSubmit();
  });

/** The states that are looked at, each reached from the one before. */
const STATES: Record<string, (visitor: Visitor) => Promise<void>> = {
  'at first': async ({ page }) => {
    await page.locator('portal-settings').getByLabel('New password', { exact: true }).waitFor();
    await page.locator('portal-consent').getByRole('button', { name: 'House rules' }).waitFor();
    await page.getByRole('button', { name: 'Help' }).waitFor();
    await page.waitForLoadState('networkidle');
  },
  refused: async ({ page }) => {
    await page.locator('portal-consent').getByRole('button', { name: 'House rules' }).click();
    await page
      .locator('portal-consent')
      .getByRole('button', { name: /Accept|Submit/ })
      .first()
      .waitFor();
    await submitEmpty(page);
    await page.locator('portal-activate').getByRole('alert').filter({ hasText: /./ }).waitFor();
    await page.waitForLoadState('networkidle');
  },
  'at the second step': async (visitor) => {
    const { page } = visitor;
    const activate = page.locator('portal-activate');
    await activate.getByLabel(/^Activation code/).fill(codes.fresh);
    const [year, month, day] = people.dana.birthdate.split('-') as [string, string, string];
    for (const [label, value] of Object.entries({ Year: year, Month: month, Day: day }))
      await activate.getByLabel(label).fill(value);
    await activate.getByRole('button', { name: 'Next' }).click();
    await activate.getByLabel('Password', { exact: true }).fill('bluewater7');
    const login = page.locator('portal-login');
    await login.getByLabel(/^Email/).fill(people.dana.email);
    await login.getByRole('button', { name: 'Next' }).click();
    await login.getByLabel('Password', { exact: true }).waitFor();
    for (const box of await page.locator('portal-consent').locator('input[type=checkbox], input[type=radio]').all())
      await box.check();
    await page
      .locator('portal-link-code')
      .first()
      .getByLabel(/^Activation code/)
      .fill('wrong');
  },
  'with its dialogs': async ({ page }) => {
    await page.evaluate(() => {
      document.querySelector('portal-session')!.querySelector('dialog')!.showModal();
      (document.querySelector('portal-help') as HTMLElement & { open: boolean }).open = true;
    });
    await page.getByRole('dialog').last().waitFor();
  },
};

interface Seen {
  nodes: Measured[];
  picture: Buffer;
}

async function look(visitor: Visitor): Promise<Record<string, Seen>> {
  const { page } = visitor;
  const seen: Record<string, Seen> = {};
  for (const [state, reach] of Object.entries(STATES)) {
    await reach(visitor);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.mouse.move(1200, 5);
    const nodes = await measure(page);
    const picture = await page.locator('#stage').screenshot({ animations: 'disabled' });
    seen[state] = { nodes, picture };
  }
  return seen;
}

for (const [name, head] of Object.entries(HOSTS))
  test(`F11: in a page with ${name} every element looks as on a bare page`, { timeout: 90_000 }, async (t) => {
    const host = await open('/host', head);
    t.after(() => host.context.close());
    const inherited = await host.page.evaluate((names) => {
      const computed = getComputedStyle(document.querySelector('portal-login')!);
      return names.map((each) => `${each}: ${computed.getPropertyValue(each)}`).join('; ');
    }, INHERITED);
    const bare = await open('/bare', '', inherited);
    t.after(() => bare.context.close());
    const [there, here] = [await look(host), await look(bare)];
    for (const state of Object.keys(STATES)) {
      assert.ok(here[state]!.nodes.length > 1_000, `${here[state]!.nodes.length} nodes`);
      assert.deepEqual(differences(here[state]!.nodes, there[state]!.nodes), [], state);
      const share = await compare(bare.page, here[state]!.picture, there[state]!.picture);
      assert.ok(share < 0.0001, `${state}: ${(share * 100).toFixed(3)} % of the pixels differ`);
    }
    assert.deepEqual([host.wrongs, bare.wrongs], [[], []]);
  });
