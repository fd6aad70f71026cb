import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/visitor.js';
import { enter } from './support/enter.js';
import { VISIBLE } from './support/measure.js';
import { HostSite, TAGS } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  site.answer(
    '/reset.css',
    () => new Response(readFileSync('test/hosts/sheets/reset.css'), { headers: { 'content-type': 'text/css' } }),
  );
});
after(() => Promise.all([browser?.close(), site?.close()]));

/** What stands in pages, some of it named as ours is. */
const KINDS = `
  <h1>Title</h1><h2 class="portal-heading">Second</h2><p class="intro">Text <a href="#x">link</a> <strong>strong</strong> <span>span</span></p>
  <ul class="portal-rows"><li class="portal-row">one</li><li>two</li></ul><ol><li>three</li></ol>
  <div class="alert portal-alert portal-notice">Alert</div><button class="btn btn-primary">Button</button><button class="portal-button">Button</button>
  <form class="portal-form"><fieldset class="portal-field"><legend>Legend</legend><label class="portal-label">Label <input class="form-control portal-input"></label>
  <input type="checkbox"><input type="radio"><input type="password"><select class="portal-select"><option>one</option></select><textarea></textarea></fieldset></form>
  <table><tbody><tr><th>head</th><td>cell</td></tr></tbody></table><svg class="portal-icon" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>
  <nav class="portal-nav"><a class="portal-link" href="#y">menu</a></nav><dialog open class="portal-dialog">Dialog</dialog><hr><code>code</code>`;
// The elements have a place of a fixed size, so that nothing around them has to move.
const PLACE = 'position: absolute; top: 0; left: 800px; width: 400px; height: 300px; overflow: hidden';
const OURS = TAGS.map((tag) => `<${tag} base-url="/api/logged-in"></${tag}>`).join('');
/** What a page has inside of ours: all that a provider holds, and the slots of a session. There our own names are lent. */
const INSIDE = `<portal-provider base-url="/api/logged-in"><main data-inside>${KINDS}</main>
  <portal-session><nav slot="logged-in" data-inside class="portal-bar">${KINDS.replaceAll('portal-', 'portal-own-')}</nav></portal-session></portal-provider>`;

/** Every computed value of every node of the page's own; of what stands inside ours, what doesn't depend on its width. */
const computed = (page: Page): Promise<Record<string, string>[]> =>
  page.evaluate((visible) => {
    const widths = /width|height|inset|transform/;
    return [...document.querySelectorAll('*')].flatMap((node) => {
      const inside = node.closest('[data-inside]');
      if (
        node.localName.startsWith('portal-') ||
        node.closest('.portal-root') ||
        (node.parentElement?.closest('.place') && !inside)
      )
        return [];
      return [undefined, '::before', '::after'].map((pseudo) => {
        const style = getComputedStyle(node, pseudo);
        const names = inside ? visible.filter((name) => !widths.test(name)) : [...style];
        return {
          node: `${node.parentElement?.localName} > ${node.localName}.${node.classList.value}${pseudo ?? ''}`,
          ...Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])),
        };
      });
    });
  }, VISIBLE);

for (const [name, head] of Object.entries({
  'a bare page': '',
  'a page with Bootstrap 5': '<link rel="stylesheet" href="/bootstrap5/bootstrap.min.css">',
  'a page that resets everything': '<link rel="stylesheet" href="/reset.css">',
}))
  test(
    `F10: nothing of ${name} changes when the elements come, nor by what they show`,
    { timeout: 60_000 },
    async (t) => {
      const body = `${KINDS}<div class="place" id="place" style="${PLACE}">${OURS}</div><div class="place" style="${PLACE}">${INSIDE}</div>`;
      const visitor = await enter(browser, site, site.page('/', body, { head }));
      t.after(() => visitor.context.close());
      const { page } = visitor;
      await page.evaluate(() => getComputedStyle(document.querySelector('main')!).color);
      const bare = await computed(page);
      assert.ok(bare.length > 300 && Object.keys(bare[0]!).length > 200, `${bare.length} nodes`);
      const compare = async (when: string): Promise<void> => {
        const now = await computed(page);
        assert.equal(now.length, bare.length, when);
        const changed = now.flatMap((style, index) =>
          Object.keys(style)
            .filter((property) => style[property] !== bare[index]![property])
            .map((property) => `${style['node']}: ${property} ${bare[index]![property]} → ${style[property]}`),
        );
        assert.deepEqual(changed, [], when);
      };
      await page.evaluate((src) => import(src), '/dist/cdn/portal-elements.min.js');
      await page.locator('#place portal-settings').getByLabel('New password', { exact: true }).waitFor();
      await page.locator('[slot=logged-in]').waitFor();
      await page.waitForLoadState('networkidle');
      await compare('once they are there');

      await page.evaluate(() => {
        for (const form of document.querySelectorAll<HTMLFormElement>('#place form:has(input)')) form.requestSubmit();
        document.querySelector<HTMLElement & { open: boolean }>('portal-help')!.open = true;
      });
      await page.locator('#place portal-activate').getByText('There is a problem').waitFor();
      await page.getByRole('dialog', { name: 'Find your way around' }).waitFor();
      await compare('with alerts and a dialog');
      await page.evaluate(() => document.querySelectorAll('#place > *').forEach((element) => element.remove()));
      await compare('once they are gone');
      assert.deepEqual(visitor.wrongs, []);
    },
  );

test('F10: every rule that a page is lent begins with the tags', async (t) => {
  const visitor = await enter(browser, site, site.page('/', OURS));
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.locator('portal-login form').waitFor();
  const { rules, loose, keyframes } = await page.evaluate(() => {
    let count = 0;
    const outside: string[] = [];
    const names: string[] = [];
    const visit = (list: CSSRuleList): void => {
      for (const rule of list) {
        count += 1;
        if (rule instanceof CSSKeyframesRule) names.push(rule.name);
        else if (!(rule instanceof CSSStyleRule)) visit((rule as CSSGroupingRule).cssRules);
        else if (!rule.selectorText.split(/,(?![^(]*\))/).every((one) => one.trim().startsWith(':where(portal-')))
          outside.push(rule.selectorText);
      }
    };
    for (const sheet of document.adoptedStyleSheets) visit(sheet.cssRules);
    return { rules: count, loose: outside, keyframes: names };
  });
  assert.ok(rules > 5, `${rules} rules`);
  assert.deepEqual([loose, keyframes.filter((name) => !name.startsWith('portal-'))], [[], []]);
  assert.equal(await page.evaluate(() => document.styleSheets.length), 0, 'no style element is put into the page');
});
