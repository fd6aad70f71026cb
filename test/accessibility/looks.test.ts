import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launch } from '../support/visitor.js';
import { reach, stateOf } from './states.js';
import { PortalPage } from './support/portal-page.js';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** What stands on what, by the names of tokens; `page` and `card` are the grounds of a client’s page. */
const TEXT: Record<string, string[]> = {
  text: ['page', 'card', 'field', 'quiet', 'raised', 'danger-surface', 'success-surface'],
  muted: ['page', 'card', 'field', 'quiet', 'raised', 'danger-surface'],
  accent: ['page', 'card', 'field', 'quiet', 'raised', 'danger-surface'],
  'accent-strong': ['page', 'card', 'raised', 'danger-surface'],
  danger: ['page', 'card', 'danger-surface'],
  success: ['page', 'card', 'success-surface'],
  'on-accent': ['accent', 'accent-strong'],
};
const LINES: Record<string, string[]> = {
  'control-border': ['page', 'card', 'field', 'quiet'],
  accent: ['page', 'card', 'field', 'quiet'],
  danger: ['page', 'card', 'field', 'danger-surface'],
  focus: ['page', 'card', 'field', 'raised', 'focus-gap'],
  'focus-gap': ['accent'],
};

test('X-15: text has 4.5 to 1 and lines have 3 to 1 on every ground, in each theme, light and dark', async () => {
  const portal = await PortalPage.enter(browser);
  await portal.open({ scenario: 'returning', body: '<portal-login heading-level="1"></portal-login>' });
  await portal.page.addStyleTag({ content: await readFile('.storybook/themes.css', 'utf8') });
  const seen = new Set<string>();
  for (const theme of ['clinic', 'works', 'contrast']) {
    for (const scheme of ['light', 'dark']) {
      const low = (least: number) => (found: { pair: string; contrast: number }[]) =>
        found
          .filter(({ contrast }) => contrast < least)
          .map(({ pair, contrast }) => `${theme}, ${scheme}: ${pair} has ${contrast.toFixed(2)}`);
      const look = (pairs: Record<string, string[]>) =>
        portal.page.evaluate(([...asked]) => window.inPage.tokenContrasts(...asked), [theme, scheme, pairs] as const);
      const [texts, lines] = [await look(TEXT), await look(LINES)];
      assert.deepEqual([...low(4.5)(texts), ...low(3)(lines)], []);
      seen.add(JSON.stringify(texts));
    }
  }
  assert.equal(seen.size, 6, 'each theme and scheme has colors of its own');
});

test('X-15: a button under way is as easy to read as before', async () => {
  const portal = await PortalPage.enter(browser);
  const look = () =>
    portal.visitor.button('Next').evaluate((button) => {
      const { color, backgroundColor, opacity } = getComputedStyle(button);
      return { color, backgroundColor, opacity };
    });
  await reach(portal, 'activate', stateOf('activate', 'at first'));
  const before = await look();
  await reach(portal, 'activate', stateOf('activate', 'under way'));
  await portal.page.mouse.move(0, 0);
  assert.deepEqual(await look(), before);
});

test('X-20: a request under way turns a wheel, and for whoever wants no motion the wheel stands still', async () => {
  const portal = await PortalPage.enter(browser, { reducedMotion: 'no-preference' });
  await reach(portal, 'activate', stateOf('activate', 'under way'));
  const moving = () => portal.page.evaluate(() => window.inPage.animations());
  await portal.page.waitForFunction(() => window.inPage.animations().join() === 'portal-turn');
  assert.deepEqual(await moving(), ['portal-turn']);
  await portal.page.emulateMedia({ reducedMotion: 'reduce' });
  assert.deepEqual(await moving(), []);
  assert.equal(await portal.page.locator('.portal-spinner').isVisible(), true);
});

const BESIDE = 6;

/** The contrast of what is drawn at the left edge of something, some pixels deep, with the ground beside it. */
async function edge(page: Page, what: Locator, deep = 6): Promise<number> {
  const { x, y, height } = (await what.boundingBox())!;
  const clip = { x: x - BESIDE, y, width: BESIDE + deep, height };
  const shot = (await page.screenshot({ clip, caret: 'hide' })).toString('base64');
  return page.evaluate((picture) => window.inPage.edgeContrast(picture), shot);
}

test('X-19: in forced colors every field, button and choice keeps its line, and an error its icon and its words', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const portal = await PortalPage.enter(browser, {
      forcedColors: 'active',
      colorScheme,
      viewport: { width: 800, height: 1400 },
    });
    const { page, visitor } = portal;
    await reach(portal, 'activate', stateOf('activate', 'second step, nothing filled in'));
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const edged = page.locator(
      '.portal-input, .portal-choice, .portal-button:not(.portal-button-text), .portal-alert, .portal-field-invalid',
    );
    for (const one of await edged.all())
      assert.ok((await edge(page, one)) >= 3, `${colorScheme}: ${await one.getAttribute('class')}`);

    const errors = page.locator('.portal-error');
    assert.equal(await errors.count(), 2);
    for (const error of await errors.all()) {
      assert.match(await error.innerText(), /\w{4}/);
      assert.ok((await edge(page, error.locator('svg'), 20)) >= 4.5, 'the icon is drawn in a color of the system');
    }
    const chosen = (label: string) =>
      visitor
        .field(label)
        .boundingBox()
        .then((box) => page.screenshot({ clip: box! }));
    assert.notDeepEqual(await chosen('Myself'), await chosen('Someone else'), 'what is chosen looks different');
    await portal.leave();
  }
});

test('X-19: without any color an error is still one: an icon, words, and a bar beside the field', async () => {
  const portal = await PortalPage.enter(browser);
  await reach(portal, 'activate', stateOf('activate', 'second step, nothing filled in'));
  for (const field of await portal.page.locator('.portal-field-invalid').all()) {
    const icon = field.locator('.portal-error svg');
    assert.equal(await icon.isVisible(), true);
    const [stroke, color] = await icon.evaluate((svg) => [
      getComputedStyle(svg).stroke,
      getComputedStyle(svg.parentElement!).color,
    ]);
    assert.equal(stroke, color);
    assert.notEqual((await field.locator('.portal-error').innerText()).trim(), '');
    const bar = await field.evaluate((box) => parseFloat(getComputedStyle(box).borderInlineStartWidth));
    assert.equal(bar, 3);
  }
});
