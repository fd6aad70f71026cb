import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/visitor.js';
import { reach, stateOf } from './states.js';
import { PortalPage, type PageOptions } from './support/portal-page.js';
import { ringMistakes } from './support/rings.js';
import { focusedNode, line } from './support/tree.js';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Where everything that can have the focus is seen at least once. */
const SEEN: [tag: string, state: string][] = [
  ['activate', 'second step, nothing filled in'],
  ['login', 'password, wrong'],
  ['consent', 'list'],
  ['consent', 'questions of every kind, nothing answered'],
  ['settings', 'contact information, saved'],
  ['settings', 'a consent, about to be withdrawn'],
  ['session', 'about to end'],
  ['help', 'at the first visit'],
  ['language', 'three languages'],
];

async function look(options: PageOptions): Promise<string[]> {
  const mistakes: string[] = [];
  const queue = [...SEEN];
  let seen = 0;
  const work = async (): Promise<void> => {
    const portal = await PortalPage.enter(browser, options);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [tag, name] = next;
      await reach(portal, tag, stateOf(tag, name));
      const found = await ringMistakes(portal);
      seen += found.stops;
      mistakes.push(...found.mistakes.map((mistake) => `${tag}, ${name}: ${mistake}`));
    }
    await portal.leave();
  };
  await Promise.all([work(), work()]);
  assert.ok(seen > 50, `${seen} stops`);
  return mistakes;
}

test('X-13: at each stop of Tab the ring is two pixels wide at 3 to 1, and nothing lies over it: light', async () => {
  assert.deepEqual(await look({ colorScheme: 'light' }), []);
});

test('X-13: at each stop of Tab the ring is two pixels wide at 3 to 1, and nothing lies over it: dark', async () => {
  assert.deepEqual(await look({ colorScheme: 'dark' }), []);
});

test('X-13 X-19: the ring is there in forced colors too', async () => {
  assert.deepEqual(await look({ forcedColors: 'active' }), []);
});

test('X-13: bars of the page that stick to the top and the bottom never cover what has the focus', async () => {
  const portal = await PortalPage.enter(browser, { viewport: { width: 480, height: 520 } });
  const { page } = portal;
  await portal.open({ scenario: 'other-devices', body: '<portal-settings heading-level="1"></portal-settings>' });
  await page.addStyleTag({
    content: `header, footer { position: sticky; z-index: 9; inset-block: 0; block-size: 4.5rem; background: #ccc }`,
  });
  const covered: string[] = [];
  for (const [key, start, end] of [
    ['Tab', 'Above', 'Below'],
    ['Shift+Tab', 'Below', 'Above'],
  ] as const) {
    await page.getByRole('link', { name: start }).focus();
    for (let name = ''; name !== end;) {
      await page.keyboard.press(key);
      const node = await focusedNode(page);
      name = node?.name ?? '';
      if (node && (await page.evaluate(() => window.inPage.isFocusHidden()))) covered.push(`${key}: ${line(node)}`);
    }
  }
  assert.deepEqual(covered, []);
});
