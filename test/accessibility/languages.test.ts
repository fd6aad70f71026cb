import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/visitor.js';
import { reach, STATES } from './states.js';
import { layoutMistakes, structureMistakes } from './support/checks.js';
import { PortalPage } from './support/portal-page.js';
import { printTree } from './support/print-tree.js';
import { treeOf } from './support/tree.js';

let browser: Browser;
let portal: PortalPage;
before(async () => {
  browser = await launch();
  portal = await PortalPage.enter(browser);
});
after(async () => {
  assert.deepEqual(portal?.visitor.wrongs, []);
  await browser?.close();
});

/** The language and the direction of what somebody reads there. */
const spoken = (selector: string) =>
  portal.page
    .locator(selector)
    .first()
    .evaluate((element) => ({
      lang: element.closest('[lang]')!.getAttribute('lang'),
      direction: getComputedStyle(element).direction,
    }));

test('X-24: in a language that reads from right to left each tag says so, stands in order, and fits a small screen', async () => {
  for (const [tag, states] of Object.entries(STATES)) {
    // What takes an act to come about takes it in English.
    for (const state of states.filter(({ act }) => !act)) {
      await reach(portal, tag, state, 'ar');
      const { page } = portal;
      const where = `${tag}: ${state.name}`;
      const container = page.locator('.portal-root').first();
      assert.deepEqual(
        [await container.getAttribute('lang'), await container.getAttribute('dir')],
        ['ar', 'rtl'],
        where,
      );
      assert.deepEqual(await structureMistakes(portal), [], where);
      assert.deepEqual(await layoutMistakes(portal, 320, 256), [], where);
    }
  }
});

test('X-24: words, numbers and texts of another language are marked as that', async () => {
  const { page } = portal;
  await reach(portal, 'consent', { name: '', scenario: 'consents-pending' }, 'ar');
  assert.deepEqual(await spoken('portal-consent >> .portal-heading'), { lang: 'ar', direction: 'rtl' });
  assert.equal((await spoken('.portal-document-button')).lang, 'en');
  await portal.visitor.button('Portal Consent').click();
  await portal.settled();
  assert.deepEqual(await spoken('.portal-document p'), { lang: 'en', direction: 'ltr' });
  assert.deepEqual(await spoken('.portal-form'), { lang: 'ar', direction: 'rtl' });
  assert.equal((await spoken('a[href^="tel:"]')).direction, 'ltr');

  await portal.open({ body: '<portal-language></portal-language>', scenario: 'logged-out' });
  const tagged = await page
    .locator('option')
    .evaluateAll((options) => options.map((option) => [option.getAttribute('lang'), option.textContent]));
  assert.deepEqual(tagged, [
    ['en', 'English'],
    ['es', 'Español'],
    ['ar', 'العربية'],
  ]);
});

test('X-24: a tag speaks the language of the page, or that of the part of it where it stands', async () => {
  await portal.open({
    scenario: 'returning',
    body: '<section lang="es"><portal-login heading-level="1"></portal-login></section>',
  });
  assert.equal((await spoken('.portal-form')).lang, 'es');
  assert.match(printTree(await treeOf(portal.page)).join('\n'), /button "Siguiente"/);
  await portal.page.evaluate(() => (document.querySelector('section')!.lang = 'en'));
  await portal.page.evaluate(() => (document.querySelector('portal-login')!.lang = 'de'));
  await portal.settled();
  assert.equal((await spoken('.portal-form')).lang, 'de');
});

test('X-24 X-21: the pages of the demo say which language they are in, and end with the same help desk', async () => {
  // The mailbox is no page of the portal.
  const pages = (await readdir('demo/pages')).filter((file) => file.endsWith('.html') && file !== 'mailbox.html');
  const texts = await Promise.all(pages.map((file) => readFile(`demo/pages/${file}`, 'utf8')));
  const footers = texts.map((text) => /<footer[^]*<\/footer>/.exec(text)![0]);
  assert.ok(pages.length >= 6);
  for (const text of texts) assert.match(text, /<html lang="en">/);
  assert.equal(new Set(footers).size, 1);
});
