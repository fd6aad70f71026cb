import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { scenarios } from '../../mock-server/index.js';
import { snippets } from '../support/documents.js';
import { launch } from '../support/visitor.js';
import { enter } from './support/enter.js';
import { HostSite } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

/** What docs/embedding.md says, so that a page doesn't jump: room for the form, until the form is there. */
const documented = snippets('css').find(({ code }) => code.includes(':not(:defined)'))!.code;
const recipe = (tag: string, height: number): string =>
  `<style>${documented.replaceAll('portal-login', tag).replace('24rem', `${height}px`)}</style>`;

// Until the script is let through nothing is defined, as on a slow line.
function heldBack(): { release: () => void } {
  let release = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (release = resolve));
  const code = readFileSync('dist/cdn/portal-elements.min.js', 'utf8');
  site.answer('/late.js', async () => {
    await arrived;
    return new Response(code, { headers: { 'content-type': 'text/javascript' } });
  });
  return { release };
}

/** Notes, at every frame, how low the rest of the page stands and what of the element can be seen. */
const WATCH = `{
  window.tops = new Set();
  window.seen = new Set();
  window.shifts = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts += value; }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const rest = document.querySelector('#rest');
    const fallback = document.querySelector('#fallback');
    if (rest) {
      window.tops.add(Math.round(rest.getBoundingClientRect().top));
      window.seen.add([fallback.checkVisibility() && 'fallback', document.querySelector('.portal-form')?.checkVisibility() && 'form'].filter(Boolean).join());
    }
    requestAnimationFrame(look);
  };
  look();
}`;

for (const tag of ['portal-login', 'portal-activate'])
  test(`F20: before its script is there <${tag}> shows what the page put inside, and nothing jumps`, async (t) => {
    await site.backend('slow', { ...scenarios['fresh-code'], delayMs: 300 });
    const body = `<${tag} base-url="/api/slow"><a id="fallback" href="/hosted">Log in on our page</a></${tag}><p id="rest">The rest of the page</p>`;
    const late = '<script type="module" src="/late.js"></script>';
    heldBack().release();
    const first = await enter(browser, site, site.page('/', body, { head: late }));
    t.after(() => first.context.close());
    await first.page.locator(`${tag} form`).waitFor();
    const { height } = (await first.page.locator(tag).boundingBox())!;

    const { release } = heldBack();
    const visitor = await enter(browser, site);
    t.after(() => visitor.context.close());
    const { page } = visitor;
    await page.addInitScript({ content: WATCH });
    await page.goto(site.page('/', body, { head: late + recipe(tag, height) }), { waitUntil: 'commit' });
    const fallback = page.locator('#fallback');
    await fallback.waitFor();
    await fallback.click({ trial: true });
    assert.equal((await page.locator(tag).boundingBox())!.height, height, 'the room is kept');
    release();
    await page.locator(`${tag} form`).waitFor();
    assert.equal(await fallback.isVisible(), false);
    await page.waitForFunction(() => document.readyState === 'complete');
    const { tops, seen, shifts } = await page.evaluate(() => {
      const { tops, seen, shifts } = window as unknown as { tops: Set<number>; seen: Set<string>; shifts: number };
      return { tops: [...tops], seen: [...seen], shifts };
    });
    assert.deepEqual(seen, ['fallback', 'form'], 'never both, and never neither');
    assert.deepEqual([tops.length, shifts], [1, 0], `the rest stood at ${tops.join(', ')}`);
    assert.deepEqual(visitor.wrongs, []);
  });
