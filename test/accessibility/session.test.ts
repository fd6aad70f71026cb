import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/visitor.js';
import { PortalPage } from './support/portal-page.js';
import { describe, focusedNode, line } from './support/tree.js';

const MINUTE = 60_000;

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const BODY = '<h1>Home</h1><portal-session></portal-session><portal-settings sections="contact"></portal-settings>';

/** Lets so much time pass, in the page and at the backend. */
async function pass({ page }: PortalPage, ms: number): Promise<void> {
  await page.evaluate((time) => window.inPage.backend.clock.advance(time), ms);
  await page.clock.runFor(ms);
}

async function enter(): Promise<PortalPage> {
  const portal = await PortalPage.enter(browser, { movable: true });
  await portal.open({ scenario: 'logged-in', body: BODY });
  return portal;
}

test('X-18: a minute before a session ends there is a warning, and one key goes on, as often as needed', async () => {
  const portal = await enter();
  const { page, visitor } = portal;
  const dialog = page.getByRole('alertdialog');
  for (let round = 1; round <= 12; round++) {
    await pass(portal, 28 * MINUTE);
    assert.equal(await dialog.isVisible(), false);
    await pass(portal, MINUTE + 2_000);
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /0:5\d/, 'a minute is left');
    assert.equal(line((await focusedNode(page))!), 'button "Stay logged in"');
    await page.keyboard.press(round % 2 ? 'Enter' : 'Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.clock.runFor(1_000);
  }
  assert.equal(await visitor.button('Log out').isVisible(), true);
  assert.deepEqual(visitor.wrongs, []);
});

test('X-18 X-9: how much time is left is said when the warning comes, at thirty and at ten seconds, and never too much', async () => {
  const portal = await enter();
  const { page } = portal;
  // The computer has slept: nothing was heard at the minute.
  await page.clock.fastForward(29 * MINUTE + 20_000);
  await page.clock.runFor(1_000);
  await page.getByRole('alertdialog').waitFor();
  await page.evaluate(() => window.inPage.told());
  const dialog = await describe(page, 'document.querySelector("dialog")');
  assert.match(dialog!.description, /we log you out in 0:\d\d$/);
  const first = await page.getByRole('alertdialog').getByRole('status').first().innerText();
  assert.ok(Number.parseInt(first) <= 40, first);
  await pass(portal, 35_000);
  const said = (await page.evaluate(() => window.inPage.told())).flatMap((one) => ('said' in one ? [one.said] : []));
  assert.deepEqual(said, ['30 seconds left', '10 seconds left']);
});

test('X-18: what was typed when a session ended is there again after the next log-in', async () => {
  const portal = await enter();
  const { page } = portal;
  const phone = page.getByLabel('Home phone (optional)');
  await phone.fill('(202) 555-0177');
  await pass(portal, 31 * MINUTE);
  await page.getByRole('alert').filter({ hasText: 'Your session has ended' }).waitFor();
  await page.evaluate(() => window.inPage.logInAgain());
  await phone.waitFor();
  assert.equal(await phone.inputValue(), '(202) 555-0177');
});
