import type { Browser, Page } from 'playwright-core';
import { Visitor } from '../../support/visitor.js';
import type { HostSite } from './site.js';

/** Somebody before a page of a site. */
export async function enter(browser: Browser, site: HostSite, url?: string): Promise<Visitor> {
  const visitor = await Visitor.enter(browser, site.origin);
  // What the compiler adds to functions: those that a test sends into a page are compiled too.
  await visitor.page.addInitScript('globalThis.__name = (it) => it');
  if (url) await visitor.page.goto(url);
  return visitor;
}

/** Where all tags stand: opens a consent, and goes on to the second step of the log-in. */
export async function fillHalfWay(page: Page, email: string): Promise<void> {
  await page.locator('portal-consent').getByRole('button', { name: 'House rules' }).click();
  await page
    .locator('portal-login')
    .getByLabel(/^Email/)
    .fill(email);
  await page.locator('portal-login').getByRole('button', { name: 'Next' }).click();
  await page.locator('portal-login input[type=password]').waitFor();
}
