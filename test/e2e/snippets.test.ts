import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { transform } from 'esbuild';
import type { Browser } from 'playwright-core';
import { compileScript, parse } from 'vue/compiler-sfc';
import { scenarios } from '../../mock-server/index.js';
import { bundle, bundled } from '../hosts/support/bundle.js';
import { enter } from '../hosts/support/enter.js';
import { HostSite } from '../hosts/support/site.js';
import { snippets } from '../support/documents.js';
import { launch, type Visitor } from '../support/visitor.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  const files = readdirSync('dist/cdn', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  for (const file of files)
    site.script(`/portal-elements/${file.replaceAll('\\', '/')}`, readFileSync(join('dist/cdn', file), 'utf8'));
  // Where the snippets expect the API. Somebody is logged in, so that every tag has something to show.
  await site.backend('portal', scenarios['logged-in']);
});
after(() => Promise.all([browser?.close(), site?.close()]));

/** Those that stand in the pages that a test of their own follows are run there. */
const here = (language: string) => snippets(language).filter(({ path }) => !/quick-start|adapters/.test(path));

const SCRIPT = '<script type="module" src="/portal-elements/portal-elements.min.js"></script>';

const TAGS = ['activate', 'login', 'settings', 'language']
  .map((name) => `<portal-${name} base-url="/api/portal"></portal-${name}>`)
  .join('');

async function visit(t: TestContext, body: string, head = SCRIPT): Promise<Visitor> {
  const visitor = await enter(browser, site, site.page('/', body, { head }));
  t.after(() => visitor.context.close());
  return visitor;
}

/** Waits until each tag of a page is drawn: a control of its own, or what the page gave it to show. */
async function drawn({ page }: Visitor, tags: Iterable<string>): Promise<void> {
  for (const tag of new Set(tags)) {
    if (tag === 'portal-provider') await page.waitForFunction(() => customElements.get('portal-provider'));
    else
      await page
        .locator(tag)
        .locator('.portal-root :is(input, select, button), [part=button], [slot=logged-in]')
        .first()
        .waitFor();
  }
}

test('every HTML snippet is drawn on a page, and nothing goes wrong there', async (t) => {
  const all = here('html');
  assert.ok(all.length > 8, `only ${all.length} were found`);
  for (const { path, code } of all) {
    await t.test(`${path}: ${code.split('\n')[0]}`, async (t) => {
      const visitor = await visit(t, code, /<script [^>]*src/.test(code) ? '' : SCRIPT);
      await drawn(
        visitor,
        [...code.matchAll(/<(portal-[\w-]+)/g)].map(([, tag = '']) => tag),
      );
      assert.deepEqual(visitor.wrongs, []);
    });
  }
});

test('a browser takes every rule of every CSS snippet, with all that it declares', async (t) => {
  const { page } = await visit(t, TAGS);
  for (const { path, code } of here('css')) {
    await t.test(`${path}: ${code.split('\n')[0]}`, async () => {
      const read = await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [...sheet.cssRules].map((rule) => {
          const { selectorText, style } = rule as CSSStyleRule;
          return { selectorText, declared: style.cssText.split(/;\s*/).filter(Boolean).length };
        });
      }, code);
      const written = [...code.matchAll(/\{([^}]*)\}/g)].map(
        ([, inside = '']) => inside.split(';').filter((each) => each.trim()).length,
      );
      assert.deepEqual(
        read.map(({ declared }) => declared),
        written,
        JSON.stringify(read),
      );
      assert.ok(written.length > 0);
    });
  }
});

test('every script runs on a page that has the tags', async (t) => {
  const all = here('js');
  assert.ok(all.length > 1, `only ${all.length} were found`);
  for (const [i, { path, code }] of all.entries()) {
    await t.test(`${path}: ${code.split('\n')[0]}`, async (t) => {
      site.script(`/script-${i}.js`, code);
      const visitor = await visit(t, `${TAGS}<script type="module" src="/script-${i}.js"></script>`);
      await drawn(visitor, ['portal-activate']);
      assert.deepEqual(visitor.wrongs, []);
    });
  }
});

test('what is said about the language of a page follows the menu', async (t) => {
  const [{ code } = { code: '' }] = here('js').filter(({ path }) => path === 'docs/words.md');
  site.script('/language.js', code);
  const { page } = await visit(t, `${TAGS}<script type="module" src="/language.js"></script>`);
  await page.locator('portal-language select').selectOption({ index: 1 });
  const chosen = await page.locator('portal-language select').inputValue();
  await page.waitForFunction((language) => document.documentElement.lang === language, chosen);
});

/** Says what a tag says after a log-in, for the page to hear. */
async function logIn({ page }: Visitor): Promise<void> {
  await page.evaluate(() => {
    const event = new Event('portal-logged-in', { bubbles: true, composed: true, cancelable: true });
    document.querySelector('portal-login')!.dispatchEvent(event);
  });
}

test('every React snippet is drawn by React, and hears the tag', async (t) => {
  for (const [i, { path, code }] of here('tsx').entries()) {
    const name = /export function (\w+)/.exec(code)?.[1];
    assert.ok(name, `a snippet of ${path} exports no component`);
    await t.test(`${path}: ${name}`, async (t) => {
      const { code: plain } = await transform(code, { loader: 'tsx', jsx: 'automatic' });
      const start = `import { createElement } from 'react'; import { createRoot } from 'react-dom/client';\ncreateRoot(document.querySelector('#root')).render(createElement(${name}));`;
      await bundle(site, { [`react-${i}`]: `${plain}\n${start}` });
      const visitor = await visit(t, '<div id="root"></div>', bundled(`react-${i}`));
      await drawn(visitor, [/<(portal-[\w-]+)/.exec(code)![1]!]);
      assert.deepEqual(visitor.wrongs, []);
      if (!code.includes('/welcome')) return;
      await logIn(visitor);
      await visitor.at('/welcome');
    });
  }
});

test('every Vue snippet is drawn by Vue, and hears the tag', async (t) => {
  const all = here('vue');
  assert.ok(all.length > 0);
  for (const [i, { path, code }] of all.entries()) {
    await t.test(path, async (t) => {
      const { descriptor, errors } = parse(code);
      assert.deepEqual(errors, []);
      const isCustomElement = (tag: string): boolean => tag.startsWith('portal-');
      const { content } = compileScript(descriptor, {
        id: `snippet-${i}`,
        inlineTemplate: true,
        templateOptions: { compilerOptions: { isCustomElement } },
      });
      const start = `import { createApp } from 'vue';\ncreateApp(Component).mount('#root');`;
      await bundle(site, { [`vue-${i}`]: `${content.replace('export default', 'const Component =')}\n${start}` });
      const visitor = await visit(t, '<div id="root"></div>', bundled(`vue-${i}`));
      await drawn(visitor, ['portal-login']);
      await visitor.page.locator('portal-login h1').waitFor();
      assert.deepEqual(visitor.wrongs, []);
      await logIn(visitor);
      await visitor.at('/welcome');
    });
  }
});
