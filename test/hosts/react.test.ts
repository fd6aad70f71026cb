import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { MOCK_PASSWORD } from '../../mock-server/clinic.js';
import { people, scenarios } from '../../mock-server/index.js';
import { launch } from '../support/visitor.js';
import { bundle, bundled } from './support/bundle.js';
import { enter } from './support/enter.js';
import { HostSite } from './support/site.js';

let browser: Browser;
let site: HostSite;

const START = `import { createElement as h, StrictMode, useEffect, useRef, useState } from 'react';
  import { createRoot, hydrateRoot } from 'react-dom/client';
  const root = document.querySelector('#root');
  const told = (window.told = []);
  const options = { onRecoverableError: (error) => told.push('recovered: ' + error.message) };`;
/** Pages by what they are about; `window.set` changes the state of one. */
const APPS: Record<string, string> = {
  props: `${START}
    import { createHttpAdapter, unsupported } from 'portal-elements/adapter';
    import 'portal-elements';
    const adapter = createHttpAdapter({ baseUrl: '/api/returning' });
    function App() {
      const [state, set] = useState({ count: 0 });
      window.set = set;
      const login = useRef(null);
      useEffect(() => {
        const hear = (event) => { event.preventDefault(); told.push('listener: ' + event.type); };
        const element = login.current;
        element.addEventListener('portal-logged-in', hear);
        return () => element.removeEventListener('portal-logged-in', hear);
      }, []);
      const give = (element) => { login.current = element; if (element) element.adapter = adapter; };
      return h('main', { 'data-count': state.count },
        h('portal-help', { 'base-url': '/api/logged-in', open: false, page: 'landing' }),
        h('portal-login', {
          ref: give, adapter, id: 'login', 'heading-level': 3, next: '/elsewhere', username: state.username,
          'onportal-step': (event) => told.push('prop: ' + event.type + ' ' + event.step),
        }, state.slot && h('span', { slot: 'alternatives' }, 'Ours'), state.text));
    }
    createRoot(root, options).render(h(StrictMode, null, h(App)));`,
  unmount: `${START}
    import 'portal-elements';
    function App() {
      const [shown, set] = useState(true);
      window.set = set;
      return h('main', null, 'Shown: ', String(shown), shown && h('portal-provider', { 'base-url': '/api/slow' }, h('portal-login', null), h('portal-settings', null)));
    }
    createRoot(root, options).render(h(StrictMode, null, h(App)));`,
  after: `${START}
    const App = () => {
      useEffect(() => void import('portal-elements'), []);
      return h('portal-login', { 'base-url': '/api/returning' }, h('span', { slot: 'help' }, 'Ask us'));
    };
    hydrateRoot(root, h(App), options);`,
  before: `${START}
    import 'portal-elements';
    const App = () => h('portal-login', { 'base-url': '/api/returning' }, h('span', { slot: 'help' }, 'Ask us'));
    await customElements.whenDefined('portal-login');
    hydrateRoot(root, h(App), options);`,
  untouched: `${START}
    import 'portal-elements';
    const html = { __html: '<span slot="help">Ask us</span>' };
    const App = () => h('portal-login', { 'base-url': '/api/returning', dangerouslySetInnerHTML: html, suppressHydrationWarning: true });
    await customElements.whenDefined('portal-login');
    hydrateRoot(root, h(App), options);`,
};
const REACT: Record<number, Record<string, string>> = { 18: { react: 'react18', 'react-dom': 'react-dom18' }, 19: {} };
const SERVER =
  '<div id="root"><portal-login base-url="/api/returning"><span slot="help">Ask us</span></portal-login></div>';

before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  await Promise.all(
    Object.entries(REACT).map(([version, alias]) => bundle(site, APPS, { alias, under: `/react${version}` })),
  );
});
after(() => Promise.all([browser?.close(), site?.close()]));
beforeEach(() => site.forget());

const { email } = people.dana;

async function open(version: string, app: string, body = '<div id="root"></div>') {
  const visitor = await enter(browser, site, site.page('/', body, { head: bundled(app, `/react${version}`) }));
  const { page } = visitor;
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  const set = (state: unknown) =>
    page.evaluate((value) => (window as unknown as { set(value: unknown): void }).set(value), state);
  return { visitor, page, told, set };
}

for (const version of Object.keys(REACT)) {
  test(`F5: React ${version} gives attributes, \`false\`, an adapter and listeners, and draws anew around what was typed`, async (t) => {
    const { visitor, page, told, set } = await open(version, 'props');
    t.after(() => visitor.context.close());
    await page.getByRole('heading', { level: 3, name: 'Log in' }).waitFor();
    await visitor.button('Help').waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0, 'open={false} is closed');
    await visitor.field(/^Email/).fill(email);
    for (const state of [
      { count: 1 },
      { count: 2, slot: true },
      { count: 3, text: 'a' },
      { count: 4, text: 'b' },
      { count: 5 },
    ]) {
      await set(state);
      await page.locator(`main[data-count="${state.count}"]`).waitFor();
      await visitor.field(/^Email/).waitFor();
      assert.equal(await visitor.field(/^Email/).inputValue(), email, JSON.stringify(state));
      assert.equal(await page.getByText('Ours').isVisible(), !!state.slot);
    }
    assert.equal(await page.getByRole('dialog').count(), 0);
    await visitor.next();
    await visitor.field('Password').fill(MOCK_PASSWORD);
    await visitor.next();
    await page.getByRole('heading', { name: 'You are logged in' }).waitFor();
    const props = version === '18' ? [] : ['prop: portal-step password'];
    assert.deepEqual(
      (await told()).filter((each) => !each.endsWith('done')),
      [...props, 'listener: portal-logged-in'],
    );
    assert.equal(new URL(page.url()).pathname, '/', 'the page has stopped the navigation');
    assert.deepEqual(visitor.wrongs, []);
  });

  test(`F13: React ${version} takes elements out and in, while they ask and after`, async (t) => {
    await site.backend('slow', { ...scenarios['logged-in'], delayMs: 300 });
    const { visitor, page, told, set } = await open(version, 'unmount');
    t.after(() => visitor.context.close());
    for (let round = 0; round < 6; round++) {
      await page.waitForTimeout(round * 120);
      await set(round % 2 === 1);
      await page.getByText(`Shown: ${String(round % 2 === 1)}`).waitFor();
    }
    await page
      .locator('portal-login')
      .getByLabel(/^Email/)
      .waitFor();
    await page.locator('portal-settings').getByLabel('New password', { exact: true }).waitFor();
    assert.equal(await page.locator('portal-login form').count(), 1);
    await set(false);
    await page.getByText('Shown: false').waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('#root')!.textContent), 'Shown: false');
    assert.deepEqual([await told(), visitor.wrongs], [[], []]);
  });

  test(`F6: React ${version} takes over a page of the server, where the elements come after it`, async (t) => {
    const { visitor, page, told } = await open(version, 'after', SERVER);
    t.after(() => visitor.context.close());
    await page.evaluate(() => (document.querySelector('portal-login')!.id = 'server'));
    await visitor.field(/^Email/).waitFor();
    assert.equal(
      await page.locator('#server').getByText('Ask us').isVisible(),
      true,
      'the server’s own element has stayed',
    );
    assert.deepEqual([await told(), visitor.wrongs], [[], []]);
  });

  test(`F6: React ${version} takes over a page of the server, where the elements are there before it`, async (t) => {
    const early = await open(version, 'before', SERVER);
    t.after(() => early.visitor.context.close());
    await early.visitor.field(/^Email/).waitFor();
    await early.page.getByText('Ask us').waitFor();
    assert.equal(await early.page.locator('form').count(), 1);
    assert.match((await early.told()).join(), /recovered: Hydration failed/, 'React draws it once more, and says so');

    // Told that the children aren’t its own, React leaves them alone.
    const { visitor, page, told } = await open(version, 'untouched', SERVER);
    t.after(() => visitor.context.close());
    await visitor.field(/^Email/).waitFor();
    await page.getByText('Ask us').waitFor();
    assert.deepEqual([await told(), visitor.wrongs], [[], []]);
  });
}
