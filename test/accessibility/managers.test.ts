import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { browserArgs, findOrFetchBrowser } from '../support/browser.mjs';
import { BIRTHDATE } from '../support/deps.js';
import { startServer, type TestServer } from '../support/server.js';
import { PASSWORD } from '../support/visitor.js';
import { bundle } from './support/bundle.js';

/** Somebody who has an account already. */
const EMAIL = 'pat@example.org';
const page = (tag: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title><script type="module" src="/page.js"></script><main><portal-${tag} heading-level="1" base-url="/api/portal"></portal-${tag}></main>`;

const folder = mkdtempSync(join(tmpdir(), 'portal-managers-'));
let server: TestServer;
let context: BrowserContext;
/** Where the browser says what its password manager thinks; undefined where it has none. */
let log: Page | undefined;

before(async () => {
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'page.js'), await bundle());
  for (const tag of ['activate', 'login']) writeFileSync(join(folder, 'pages', `${tag}.html`), page(tag));
  server = await startServer({ pages: join(folder, 'pages') });
  const { ticket } = await post('/activation/verify', { code: await invite(EMAIL), birthdate: BIRTHDATE });
  await post('/activation', { ticket, relationship: 'self', username: EMAIL, password: PASSWORD });
  // The whole browser without a window, with a profile that lasts: the headless shell alone keeps no passwords.
  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: await findOrFetchBrowser(),
    headless: false,
    args: [...browserArgs, '--headless=new'],
    ignoreDefaultArgs: ['--enable-automation'],
    locale: 'en-US',
  });
  log = await context.newPage();
  await log.goto('chrome://password-manager-internals').catch(() => (log = undefined));
});
after(async () => {
  await context?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function invite(email: string): Promise<string> {
  const { deps } = server.portal;
  const { id } = await addPerson(deps, { email, birthdate: BIRTHDATE, givenName: 'Pat', familyName: 'Doe' });
  return (await issueInvitation(deps, { personId: id, mail: false })).code;
}

async function post(path: string, body: object): Promise<{ ticket?: string }> {
  const headers = { origin: server.origin, 'content-type': 'application/json' };
  const answer = await fetch(`${server.origin}/api/portal${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as { ticket?: string };
}

const hasManager = (t: TestContext): boolean => {
  if (!log) t.skip('this browser has no password manager: install Chromium or Chrome');
  return log !== undefined;
};

/** Waits until the password manager has said this, since it was asked last. */
async function says(words: string): Promise<string> {
  await log!.getByText(words).last().waitFor({ timeout: 20_000 });
  const said = await log!.locator('body').innerText();
  await log!.reload();
  return said;
}

async function open(path: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(server.origin + path);
  await tab.bringToFront();
  return tab;
}

const username = 'input[autocomplete=username]';
const current = 'input[autocomplete=current-password]';

test('X-1: Chromium offers to save the user name and the password that were chosen at activation', async (t) => {
  if (!hasManager(t)) return;
  const tab = await open(`/activate#code=${await invite('lee@example.org')}`);
  const [year, month, day] = BIRTHDATE.split('-') as [string, string, string];
  for (const [label, text] of Object.entries({ Month: month, Day: day, Year: year }))
    await tab.getByLabel(label).fill(text);
  await tab.getByRole('button', { name: 'Next' }).click();
  await tab.locator(username).click();
  await tab.keyboard.type('lee@example.org');
  await tab.locator('input[autocomplete=new-password]').click();
  await tab.keyboard.type(PASSWORD);
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', { name: 'Your account is ready' }).waitFor();
  assert.match(await says('Show password prompt'), /Decision: ASK the user/);
  await tab.close();
});

test('X-1: Chromium offers to save what was typed in the two steps of the log-in', async (t) => {
  if (!hasManager(t)) return;
  await context.clearCookies();
  const tab = await open('/login');
  await tab.locator(username).click();
  await tab.keyboard.type(EMAIL);
  await tab.keyboard.press('Enter');
  await tab.locator(current).click();
  await tab.keyboard.type(PASSWORD);
  await tab.keyboard.press('Enter');
  await tab.getByRole('heading', { name: 'You are logged in' }).waitFor();
  const said = await says('Show password prompt');
  assert.match(said, /Decision: ASK the user/);
  assert.match(said, /username: .*type=text, .*visible, non-empty, autocomplete=username/);
  await tab.close();
});

test('X-1: Chromium fills in what it has saved, by events that the form takes, and the log-in goes through', async (t) => {
  if (!hasManager(t)) return;
  await context.clearCookies();
  const settings = await context.newPage();
  await settings.goto('chrome://password-manager/passwords');
  await settings.evaluate(
    ([url, name, password]) =>
      window.chrome.passwordsPrivate.addPassword({ url, username: name, password, note: '', useAccountStore: false }),
    [`${server.origin}/login`, EMAIL, PASSWORD] as const,
  );
  await settings.waitForFunction(async () => (await window.chrome.passwordsPrivate.getSavedPasswordList()).length > 0);
  await settings.close();

  const tab = await open('/login');
  await tab.locator(username).click();
  await tab.keyboard.type(EMAIL);
  await tab.keyboard.press('Enter');
  await tab.locator(`${current}:autofill`).waitFor();
  await tab.keyboard.press('Tab');
  assert.equal(await tab.locator(current).inputValue(), PASSWORD);
  await tab.getByRole('button', { name: 'Next' }).click();
  await tab.getByRole('heading', { name: 'You are logged in' }).waitFor();
  await tab.close();
});

test('X-1: a manager that looks at the page alone finds the fields, and what it writes is taken', async () => {
  await context.clearCookies();
  const tab = await open('/login');
  await tab.locator(username).waitFor();
  // As extensions do: no look into shadow roots, values by script, `input` and `change` afterwards.
  const write = (selector: string, value: string) =>
    tab.evaluate(
      ([field, text]) => {
        const input = document.querySelector<HTMLInputElement>(`form ${field}`)!;
        input.value = text;
        for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
        input.form!.requestSubmit();
      },
      [selector, value] as const,
    );
  await write(username, EMAIL);
  await tab.locator(current).waitFor();
  const beside = await tab.evaluate((field) => {
    const { form } = document.querySelector<HTMLInputElement>(field)!;
    const name = form!.querySelector<HTMLInputElement>('input[autocomplete=username]')!;
    return [name.value, name.checkVisibility(), name.type];
  }, current);
  assert.deepEqual(beside, [EMAIL, true, 'text']);
  await write(current, PASSWORD);
  await tab.getByRole('heading', { name: 'You are logged in' }).waitFor();
});

declare global {
  interface Window {
    /** What Chromium’s own page of passwords works with. */
    chrome: {
      passwordsPrivate: {
        addPassword(password: {
          url: string;
          username: string;
          password: string;
          note: string;
          useAccountStore: boolean;
        }): Promise<void>;
        getSavedPasswordList(): Promise<unknown[]>;
      };
    };
  }
}
