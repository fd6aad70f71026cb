import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { codes, people, scenarios } from '../../mock-server/index.js';
import { launch, type Visitor } from '../support/visitor.js';
import { enter } from './support/enter.js';
import { HostSite, ONE_FILE, TAGS } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

const { birthdate, email } = people.dana;
const ACTIVATE = '<portal-activate base-url="/api/fresh-code"></portal-activate>';

async function open(body: string, head = ONE_FILE): Promise<Visitor> {
  return enter(browser, site, site.page('/', body, { head }));
}
const typed = async (page: Page) =>
  Promise.all(
    ['Activation code', 'Month', 'Day', 'Year'].map((label) => page.getByLabel(label, { exact: true }).inputValue()),
  );

test('F13: an element stays where it was put, from the first step to the last', async (t) => {
  const visitor = await open(`<main><p>before</p>${ACTIVATE}<p>after</p></main>`, '');
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.evaluate(() => {
    const moves: string[] = [];
    Object.assign(window, { moves });
    new MutationObserver((records) => {
      for (const { target, addedNodes, removedNodes } of records)
        if (!(target as Element).closest('portal-activate'))
          moves.push(`${target.nodeName} ${addedNodes.length} ${removedNodes.length}`);
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
    addEventListener('portal-activated', (event) => event.preventDefault());
  });
  await page.evaluate((src) => import(src), '/dist/cdn/portal-elements.min.js');
  await visitor.field(/^Activation code/).fill(codes.fresh);
  await visitor.fillBirthdate(birthdate);
  await visitor.next();
  await visitor.createAccount(email);
  await page.getByRole('heading', { name: /account/i }).waitFor();
  await page.locator('portal-activate form').waitFor({ state: 'detached' });
  assert.deepEqual(await page.evaluate(() => (window as unknown as { moves: string[] }).moves), []);
  assert.deepEqual(visitor.wrongs, []);
});

test('F13: moved in the page, an element keeps its step and what was typed', async (t) => {
  const visitor = await open(`<main>${ACTIVATE}<p></p></main><aside></aside>`);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await visitor.field(/^Activation code/).fill(codes.fresh);
  await visitor.fillBirthdate('1999-12-31');
  const before = await typed(page);
  for (const move of [
    'aside.append(element)',
    'main.prepend(element)',
    'main.append(element)',
    'aside.replaceChildren(element)',
    'const fragment = new DocumentFragment(); fragment.append(element); main.append(fragment)',
    'if (main.moveBefore) aside.moveBefore(element, null)',
  ]) {
    await page.evaluate(`{
      const [element, main, aside] = ['portal-activate', 'main', 'aside'].map((name) => document.querySelector(name));
      ${move};
    }`);
    assert.deepEqual(await typed(page), before, move);
    assert.equal(await page.locator('form').count(), 1, move);
  }
  await visitor.fillBirthdate(birthdate);
  await visitor.next();
  await visitor.field(/^Email\/Username/).fill('typed@example.org');
  await visitor.field('Password').fill('Bluewater7-');
  await page.evaluate(() => document.querySelector('main')!.append(document.querySelector('portal-activate')!));
  assert.equal(await visitor.field(/^Email\/Username/).inputValue(), 'typed@example.org');
  assert.equal(await visitor.field('Password').inputValue(), 'Bluewater7-');
  await visitor.next();
  await visitor.at('/consent');
  assert.deepEqual(visitor.wrongs, []);
});

test('F13: removed while a request is under way, an element ends it without a word, and begins anew', async (t) => {
  await site.backend('slow', { ...scenarios['fresh-code'], delayMs: 1_000 });
  const visitor = await open(ACTIVATE.replace('fresh-code', 'slow'));
  t.after(() => visitor.context.close());
  const { page } = visitor;
  const heard: string[] = [];
  await page.exposeFunction('hear', (type: string) => void heard.push(type));
  await page.evaluate(() => {
    for (const type of ['portal-step', 'portal-error', 'unhandledrejection'])
      addEventListener(type, () => void (window as unknown as { hear(type: string): void }).hear(type));
  });
  await visitor.field(/^Activation code/).fill(codes.fresh);
  await visitor.fillBirthdate(birthdate);
  const ended = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/activation/verify'));
  const begun = page.waitForRequest(/activation\/verify/);
  await visitor.next();
  await begun;
  await page.evaluate(() => {
    const element = document.querySelector('portal-activate')!;
    Object.assign(window, { element });
    element.remove();
  });
  assert.match((await ended).failure()!.errorText, /ABORTED/);
  await page.evaluate(() => document.body.append((window as unknown as { element: Element }).element));
  await visitor.field(/^Activation code/).fill(codes.fresh);
  await visitor.fillBirthdate(birthdate);
  await visitor.next();
  await page.getByRole('group', { name: 'Who is this activation code for?' }).waitFor();
  assert.deepEqual(heard, ['portal-step']);
  assert.deepEqual(visitor.wrongs, []);
});

test('F13: taken out at any moment of its start, no tag throws', async (t) => {
  const visitor = await open('');
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.evaluate(async (tags) => {
    const waits = [0, 1, 5, 20, 60, 150];
    for (const tag of tags)
      await Promise.all(
        waits.map(async (ms) => {
          const element = document.createElement(tag);
          element.setAttribute('base-url', '/api/logged-in');
          document.body.append(element);
          if (ms > 0) await new Promise((over) => setTimeout(over, ms));
          element.remove();
        }),
      );
  }, TAGS);
  await page.waitForLoadState('networkidle');
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0, 'the last one takes the styles along');
  assert.deepEqual(visitor.wrongs, []);
});

test('F13: a page that empties an element finds the form there again', async (t) => {
  const visitor = await open(ACTIVATE);
  t.after(() => visitor.context.close());
  await visitor.field(/^Activation code/).fill(codes.fresh);
  await visitor.page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    return new Promise(requestAnimationFrame);
  });
  await visitor.page.evaluate(() => document.querySelector('portal-activate')!.replaceChildren());
  await visitor.field(/^Activation code/).waitFor();
  assert.equal(await visitor.field(/^Activation code/).inputValue(), codes.fresh);
  assert.equal(await visitor.page.locator('.portal-root').count(), 1);
  assert.deepEqual(visitor.wrongs, []);
});
