import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { codes, people } from '../../mock-server/index.js';
import { launch, type Visitor } from '../support/visitor.js';
import { enter } from './support/enter.js';
import { HostSite } from './support/site.js';

let browser: Browser;
let site: HostSite;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

const { birthdate, email } = people.dana;
const ACTIVATE = '<portal-activate base-url="/api/fresh-code"></portal-activate>';
const LOGIN = '<portal-login base-url="/api/returning"></portal-login>';

async function open(body: string): Promise<Visitor> {
  const visitor = await enter(browser, site);
  await visitor.page.goto(site.page('/', body));
  await visitor.page.locator('form[id^=portal-]').first().waitFor();
  return visitor;
}

/** What extensions do to a form: nodes between its own, and around its fields. */
function interfere(): void {
  const stray = (): HTMLElement =>
    Object.assign(document.createElement('div'), { className: 'stray', textContent: '★' });
  for (const root of document.querySelectorAll('.portal-root')) {
    root.before(stray());
    for (const node of [...root.querySelectorAll('form, form *')]) {
      if (node.closest('svg, select')) continue;
      if (node.matches('form, fieldset, .portal-field, .portal-actions')) node.prepend(stray(), '☆');
      node.after('☆', stray());
    }
    for (const input of root.querySelectorAll('input:not([type=radio])')) {
      const around = document.createElement('grammar-box');
      input.replaceWith(around);
      around.append(input);
    }
  }
}

for (const restless of [false, true])
  test(`F7: a form survives foreign nodes inside it${restless ? ', put in at every change' : ''}`, async (t) => {
    const visitor = await open(ACTIVATE);
    t.after(() => visitor.context.close());
    const { page } = visitor;
    await visitor.field(/^Activation code/).fill(codes.fresh);
    await visitor.fillBirthdate('1999-01-01');
    await page.evaluate(`(${interfere.toString()})()`);
    if (restless)
      await page.evaluate(`{
        const again = ${interfere.toString()};
        const watch = new MutationObserver(() => {
          watch.disconnect();
          if (document.querySelectorAll('.stray').length < 3_000) again();
          watch.observe(document.body, { childList: true, subtree: true });
        });
        watch.observe(document.body, { childList: true, subtree: true });
      }`);
    await visitor.next();
    await visitor.alert('No records found').waitFor();
    assert.ok((await page.locator('form .stray').count()) > 10, 'what isn’t ours stays where it was put');
    assert.equal(await visitor.field(/^Activation code/).inputValue(), codes.fresh);
    assert.equal(await page.getByLabel('Year').inputValue(), '1999');

    await visitor.fillBirthdate(birthdate);
    await visitor.next();
    await page.getByRole('group', { name: 'Who is this activation code for?' }).waitFor();
    assert.equal(await page.getByLabel('Year').count(), 0, 'the first step is gone');
    await visitor.field(/^Email\/Username/).fill(email);
    await page.evaluate(`(${interfere.toString()})()`);
    await visitor.field('Password').fill('short');
    await visitor.next();
    await visitor.alert('There is a problem').waitFor();
    assert.equal(await visitor.field('Password').inputValue(), 'short');
    await page.evaluate(() => document.querySelectorAll('.stray').forEach((node) => node.remove()));
    await visitor.field('Password').fill('Bluewater7-');
    await visitor.next();
    await visitor.at('/consent');
    assert.deepEqual(visitor.wrongs, []);
  });

test('F9: what a page puts into a slot stands in its place', async (t) => {
  const slots = ['heading', 'intro', 'help', 'footer', 'alternatives'];
  const own = slots.map((slot) => `<span slot="${slot}" id="${slot}">Our ${slot}</span>`).join('');
  const visitor = await open(`<portal-login base-url="/api/returning">${own}<i id="none">nowhere</i></portal-login>`);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  const top = async (selector: string): Promise<number> => (await page.locator(selector).boundingBox())!.y;
  const inOrder = await Promise.all(['#heading', '#intro', 'form', '#alternatives', '#footer', '#help'].map(top));
  assert.deepEqual(
    inOrder,
    inOrder.toSorted((a, b) => a - b),
  );
  assert.equal(await page.locator('#none').boundingBox(), null, 'a child without a slot is the fallback, and gone');
  assert.equal(await page.getByRole('heading', { name: 'Log in' }).count(), 0, 'ours is replaced');
  assert.equal(await page.getByText('Forgot your password?').isVisible(), false);
  await visitor.field(/^Email/).fill(email);
  await visitor.next();
  await visitor.field('Password').waitFor();
  assert.equal(await page.locator('#heading').isVisible(), true, 'and so at the next step');
  assert.equal(
    await page.locator('#alternatives').isVisible(),
    false,
    'other ways are offered at the first step alone',
  );
  assert.deepEqual(visitor.wrongs, []);
});

test('F9: a slot is filled and emptied while the element stands', async (t) => {
  const visitor = await open('<portal-login base-url="/api/no-support"></portal-login>');
  t.after(() => visitor.context.close());
  const { page } = visitor;
  const add = (slot: string) =>
    page.evaluate((name) => {
      const own = Object.assign(document.createElement('p'), { slot: name, id: name, textContent: `Our ${name}` });
      document.querySelector('portal-login')!.append(own);
    }, slot);
  await add('alternatives');
  await page.getByText('Our alternatives').waitFor();
  await visitor.field(/^Email/).fill(email);
  await visitor.next();
  await visitor.field('Password').waitFor();
  await add('help');
  await page.getByText('Our help').waitFor();
  await page.evaluate(() => document.querySelector('#help')!.remove());
  assert.equal(await visitor.field(/^Email/).inputValue(), email);
  assert.deepEqual(visitor.wrongs, []);
});

test('F14: two log-ins and an activation on a page don’t meet', async (t) => {
  const visitor = await open(`<header>${LOGIN}</header><main>${LOGIN}</main>${ACTIVATE}`);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  const [head, main, activate] = [
    page.locator('header portal-login'),
    page.locator('main portal-login'),
    page.locator('portal-activate'),
  ];
  await activate.locator('form').waitFor();
  await main.locator('form').waitFor();
  await activate.getByRole('button', { name: 'Next' }).click();
  await activate.getByRole('alert').filter({ hasText: /./ }).waitFor();

  const { ids, dangling } = await page.evaluate(() => {
    const named = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const referring = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((node) => node.getAttribute(name)!.split(/\s+/)),
    );
    return { ids: named, dangling: referring.filter((id) => !document.getElementById(id)) };
  });
  assert.equal(new Set(ids).size, ids.length, ids.join(' '));
  assert.deepEqual(dangling, []);

  for (const element of [head, main, activate])
    for (const label of await element.locator('label').all()) {
      await label.click();
      assert.ok(
        await label.evaluate(
          (node) =>
            (node as HTMLLabelElement).control === document.activeElement && document.activeElement !== document.body,
        ),
        `the label “${await label.textContent()}” focuses its own field`,
      );
    }
  await main.getByLabel(/^Email/).fill('main@example.org');
  await head.getByLabel(/^Email/).fill(email);
  await head.getByRole('button', { name: 'Next' }).click();
  await head.getByLabel('Password', { exact: true }).waitFor();
  assert.equal(await main.getByLabel('Password', { exact: true }).count(), 0, 'the other one is where it was');
  assert.equal(await main.getByLabel(/^Email/).inputValue(), 'main@example.org');
  assert.deepEqual(visitor.wrongs, []);
});

test('F22: at no moment two steps are on the page, even while a manager fills both', async (t) => {
  const visitor = await open(LOGIN);
  t.after(() => visitor.context.close());
  const { page } = visitor;
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const login = document.querySelector('portal-login')!;
    login.addEventListener('portal-logged-in', (event) => event.preventDefault());
    const look = (): void => {
      for (const input of login.querySelectorAll('input')) {
        input.value = input.type === 'password' ? 'larkspur7!' : 'dana.reyes@example.com';
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
      const fields = [...login.querySelectorAll('input')].map(({ name }) => name);
      const headings = [...login.shadowRoot!.querySelectorAll('h2')].map(({ textContent }) => textContent);
      seen.add(JSON.stringify([headings, fields, login.querySelectorAll('form').length]));
    };
    const frame = (): void => {
      look();
      requestAnimationFrame(frame);
    };
    frame();
    new MutationObserver(look).observe(login, { childList: true, subtree: true });
  });
  await visitor.next();
  await visitor.field('Password').waitFor();
  await visitor.button(/^Change/).click();
  await visitor.next();
  await visitor.field('Password').waitFor();
  await visitor.next();
  await page.getByRole('heading', { name: 'You are logged in' }).waitFor();
  const right = [
    [['Log in'], ['username'], 1],
    [['Enter your password'], ['username', 'password'], 1],
    [['You are logged in'], [], 0],
  ].map((state) => JSON.stringify(state));
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  assert.deepEqual(seen.toSorted(), right.toSorted());
  assert.deepEqual(visitor.wrongs, []);
});
