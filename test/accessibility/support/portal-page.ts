import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Scenario, ScenarioName } from '../../../mock-server/scenarios.js';
import { Visitor } from '../../support/visitor.js';
import { bundle } from './bundle.js';

const ORIGIN = 'https://portal.example';

/** A day on which nothing changes: what a page says about dates and times is the same in every run. */
export const NOW = new Date('2026-03-02T10:00:00Z');

const html = (lang: string, dir: string): string => `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Patient portal</title>
<script type="module" src="/page.js"></script>
<style>
  :root { background: light-dark(#f7f5f0, #0f1719); color: light-dark(#16272b, #e7eeee) }
  body { margin: 1rem; font: 1rem/1.5 system-ui, sans-serif }
  .around { display: inline-block; padding: .75rem; color: inherit }
</style>
<header><a class="around" href="#top">Above</a></header>
<main></main>
<footer><a class="around" href="#bottom">Below</a></footer>
</html>`;

let script: Promise<string> | undefined;

export interface Opening {
  scenario?: ScenarioName | Scenario;
  /** What stands in the main part. */
  body: string;
  /** What the address carries. */
  hash?: string;
  lang?: string;
  dir?: string;
}

export type PageOptions = BrowserContextOptions & {
  /** The script of the page, where it isn't made of the sources as they are. */
  script?: string;
  /** A clock that the test moves on, in place of one whose days stand still. */
  movable?: boolean;
};

/** A person in front of a page that has nothing on it but our tags, between a link above and a link below. */
export class PortalPage {
  readonly visitor: Visitor;
  #address = '';

  private constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  static async enter(browser: Browser, { script: own, movable, ...options }: PageOptions = {}): Promise<PortalPage> {
    const body = own ?? (await (script ??= bundle()));
    const visitor = await Visitor.enter(browser, ORIGIN, {
      timezoneId: 'UTC',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      viewport: { width: 800, height: 900 },
      ...options,
    });
    await visitor.context.route('**/*', async (route) => {
      const { pathname, searchParams } = new URL(route.request().url());
      if (pathname === '/page.js') return route.fulfill({ body, contentType: 'text/javascript' });
      if (pathname !== '/') return route.fulfill({ status: 204 });
      const { lang, dir } = Object.fromEntries(searchParams);
      return route.fulfill({ body: html(lang ?? 'en', dir ?? 'ltr'), contentType: 'text/html' });
    });
    if (movable) await visitor.page.clock.install({ time: NOW });
    else await visitor.page.clock.setFixedTime(NOW);
    return new PortalPage(visitor);
  }

  get page() {
    return this.visitor.page;
  }

  async open({ scenario = 'fresh-code', body, hash = '', lang = 'en', dir = 'ltr' }: Opening): Promise<void> {
    const address = `${ORIGIN}/?lang=${lang}&dir=${dir}${hash}`;
    // What an address carried holds for the page: then the next one has to be another page.
    if (hash || address !== this.#address) {
      await this.page.goto('about:blank');
      await this.page.goto(address);
    }
    this.#address = address;
    await this.page.evaluate(([world, markup]) => window.inPage.open(world, markup), [scenario, body] as const);
    await this.settled();
  }

  /** Waits until nothing is under way and nothing has changed for a moment. */
  settled = () => this.page.evaluate(() => window.inPage.settled());

  leave = () => this.visitor.context.close();
}
