import assert from 'node:assert/strict';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { browserArgs, findOrFetchBrowser } from './browser.mjs';

export const PASSWORD = 'Bluewater7-';

export const launch = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findOrFetchBrowser(), args: browserArgs });

/** Somebody in front of a browser of their own. Whatever the page does wrong behind their back is noted. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  /** Script errors, violations of the page's policy, and requests to other hosts. */
  readonly wrongs: string[] = [];

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.context = context;
    this.page = page;
    this.origin = origin;
  }

  static async enter(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ locale: 'en-US', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const visitor = new Visitor(context, page, origin);
    const note = (wrong: string): void => void visitor.wrongs.push(wrong);
    await page.exposeFunction('noteWrong', note);
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        void (window as unknown as { noteWrong(text: string): void }).noteWrong(`${violatedDirective} ${blockedURI}`);
      });
    });
    page.on('pageerror', ({ message }) => note(message));
    // The browser itself reports every refused request in the console; refusals are part of a journey.
    page.on(
      'console',
      (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && note(message.text()),
    );
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== origin) note(`a request to ${url.origin}`);
    });
    return visitor;
  }

  field = (label: string | RegExp) =>
    this.page
      .locator('input, textarea')
      .and(this.page.getByLabel(label, typeof label === 'string' ? { exact: true } : {}));
  button = (name: string | RegExp) => this.page.getByRole('button', { name, exact: typeof name === 'string' });
  next = () => this.button('Next').click();
  alert = (text: string | RegExp) => this.page.getByRole('alert').filter({ hasText: text });
  at = (path: string) => this.page.waitForURL((url) => url.pathname === path);

  /** Moves on by Tab until this has the focus, as somebody without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let i = 0; i < 150; i++) {
      if (
        await target.evaluate((element) => element === (element.getRootNode() as Document | ShadowRoot).activeElement)
      )
        return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error('Tab never gets there.');
  }

  /** Goes to a field by Tab and types into it, in place of what it holds. */
  async typeInto(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  /** Goes to a button or a link by Tab and presses Enter. */
  async enterOn(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('Enter');
  }

  async fillBirthdate(iso = '1980-02-29'): Promise<void> {
    const [year, month, day] = iso.split('-') as [string, string, string];
    const group = this.page.getByRole('group', { name: /birthdate/i });
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Year').fill(year);
  }

  /** From an opened activation link to the second step. */
  async verify(): Promise<void> {
    await this.field(/^Activation code/).waitFor();
    await this.fillBirthdate();
    await this.next();
    await this.page.getByRole('group', { name: 'Who is this activation code for?' }).waitFor();
  }

  async createAccount(email: string, password = PASSWORD): Promise<void> {
    await this.field(/^Email\/Username/).fill(email);
    await this.field('Password').fill(password);
    await this.next();
  }

  /** Answers every consent that stands in the list, agreeing to all. */
  async agreeToAll(): Promise<void> {
    const documents = this.page.locator('portal-consent').getByRole('button', { name: /consent|agreement|terms/i });
    await documents.first().waitFor();
    while ((await documents.count()) > 0) {
      await documents.first().click();
      await this.button('Submit').waitFor();
      for (const box of await this.page.getByRole('checkbox').all()) {
        assert.equal(await box.isChecked(), false, 'a consent is ticked before anybody did so');
        await box.check();
      }
      const choices = this.page
        .locator('portal-consent')
        .getByRole('group')
        .filter({ has: this.page.getByRole('radio') });
      for (const choice of await choices.all()) await choice.getByRole('radio').first().check();
      for (const text of await this.page.locator('portal-consent input[type=text], portal-consent textarea').all()) {
        if ((await text.isVisible()) && !(await text.inputValue())) await text.fill('(202) 555-0177');
      }
      await this.button('Submit').click();
      await Promise.race([
        this.page.waitForURL((url) => url.pathname !== '/consent'),
        this.button('Submit').waitFor({ state: 'detached' }),
      ]);
      if (new URL(this.page.url()).pathname !== '/consent') return;
    }
  }

  async closeHelp(): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor();
    const seen = this.page.waitForResponse((response) => response.url().endsWith('/account/help-seen'));
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await seen;
  }

  async navigate(to: 'Home' | 'Settings'): Promise<void> {
    await this.openMenu();
    await this.page.getByRole('link', { name: to }).click();
  }

  openMenu = () => this.page.getByRole('navigation', { name: 'Portal' }).getByText('Navigation').click();

  async logIn(email: string, password = PASSWORD): Promise<void> {
    await this.field(/^Email\/Username/).fill(email);
    await this.next();
    await this.field('Password').fill(password);
    await this.next();
  }
}
