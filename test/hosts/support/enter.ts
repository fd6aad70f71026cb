import type { Browser } from 'playwright-core';
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
