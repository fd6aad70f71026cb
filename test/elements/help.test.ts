import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import {
  createMockBackend,
  MOCK_PASSWORD,
  people,
  type MockBackend,
  type Scenario,
  type ScenarioName,
} from '../../mock-server/index.js';
import { createHttpAdapter } from '../../src/adapter/http-adapter.js';
import { PortalLoggedInEvent } from '../../src/elements/events.js';
import '../../src/elements/help/portal-help.js';
import type { PortalHelp } from '../../src/elements/help/portal-help.js';
import { waitUntil } from '../support/wait-until.js';
import { button, comeBack, focused, press } from './person.js';

const dialogOf = (element: PortalHelp): HTMLDialogElement | null => element.shadowRoot!.querySelector('dialog');
const isShown = (element: PortalHelp): boolean => dialogOf(element)?.matches(':modal') ?? false;

/** A page with something before and behind the help, in front of a backend. */
async function page(scenario: ScenarioName | Scenario | MockBackend, change: (help: PortalHelp) => void = () => {}) {
  const backend = typeof scenario === 'object' && 'handler' in scenario ? scenario : await createMockBackend(scenario);
  const calls: string[] = [];
  const element = document.createElement('portal-help');
  element.adapter = createHttpAdapter({
    baseUrl: 'https://portal.example/api/portal',
    fetch: (input, init) => {
      const request = new Request(input, init);
      calls.push(`${request.method} ${new URL(request.url).pathname.replace('/api/portal', '')}`);
      return backend.handler(request);
    },
  });
  change(element);
  await fixture(html`<main><h1>Home</h1><a href="#before">Before</a> ${element} <a href="#behind">Behind</a></main>`);
  return { element, backend, calls };
}

const SEEN = 'PUT /account/help-seen';

describe('portal-help', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('passes axe, closed and open', async () => {
    const { element } = await page('logged-in');
    await waitUntil(() => dialogOf(element));
    await expect(element).to.be.accessible();
    button('Help').click();
    await waitUntil(() => isShown(element));
    await expect(element).to.be.accessible();
  });

  it('works by keyboard alone: opens, keeps the focus, closes, and gives the focus back', async () => {
    const { element } = await page('logged-in');
    await waitUntil(() => dialogOf(element));
    await press('Tab');
    await press('Tab');
    expect(focused()).to.equal(button('Help'));
    await press('Enter');
    await waitUntil(() => isShown(element));
    expect(element).to.have.attribute('open');
    expect(focused()).to.equal(button('Close'));
    for (const back of [false, false, true, true, true]) {
      if (back) await sendKeys({ down: 'Shift' });
      await press('Tab');
      if (back) await sendKeys({ up: 'Shift' });
      expect([element, document.body], 'nothing behind the dialog is reached').to.include(document.activeElement);
    }
    await comeBack();
    await press('Escape');
    await waitUntil(() => !isShown(element));
    await waitUntil(() => focused() === button('Help'));
    expect(element).not.to.have.attribute('open');
    await press(' ');
    await waitUntil(() => isShown(element));
    await press('Enter');
    await waitUntil(() => !isShown(element));
    await waitUntil(() => focused() === button('Help'));
  });

  it('comes by itself on the first visit, and never again once it was closed', async () => {
    const { element, backend, calls } = await page('first-visit');
    await waitUntil(() => isShown(element), 'it did not come');
    expect(calls).not.to.include(SEEN);
    button('Close').click();
    await waitUntil(() => calls.includes(SEEN), 'the backend was not told');
    await waitUntil(() => focused() === button('Help'), 'the focus was lost');
    button('Help').click();
    await waitUntil(() => isShown(element));
    await press('Escape');
    await waitUntil(() => !isShown(element));
    await aTimeout(50);
    expect(calls.filter((call) => call === SEEN)).to.have.length(1);
    expect(calls.filter((call) => call === 'GET /session')).to.have.length(1);
    element.remove();

    const again = await page(backend);
    await waitUntil(() => again.calls.includes('GET /session'));
    await aTimeout(100);
    expect(isShown(again.element)).to.equal(false);
  });

  for (const [kind, operations] of [
    ['offline', ['readSession']],
    ['broken', ['readSession']],
    ['offline', ['markHelpSeen']],
    ['broken', ['markHelpSeen']],
    ['busy', ['markHelpSeen']],
  ] as const)
    it(`bothers nobody when ${operations[0]} fails: ${kind}`, async () => {
      const { element } = await page({
        about: 'Dana is logged in for the first time, and one operation fails.',
        accounts: { dana: { consents: 'answered' } },
        loggedIn: 'dana',
        fault: { kind, operations: [...operations] },
      });
      await waitUntil(() => dialogOf(element));
      if (operations[0] === 'markHelpSeen') await waitUntil(() => isShown(element));
      else button('Help').click();
      await waitUntil(() => isShown(element));
      button('Close').click();
      await waitUntil(() => !isShown(element));
      await aTimeout(50);
      expect(document.querySelector('[role="alert"]')).to.equal(null);
    });

  it('doesn’t come in a tab that nobody sees', async () => {
    let hidden = true;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    const { element, calls } = await page('first-visit');
    await waitUntil(() => dialogOf(element));
    await aTimeout(100);
    expect(isShown(element)).to.equal(false);
    expect(calls).not.to.include('GET /session');
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => isShown(element));
    delete (document as { hidden?: boolean }).hidden;
  });

  it('greets somebody who logs in on the same page', async () => {
    const { element, backend, calls } = await page({
      about: 'Dana has never been here, and isn’t logged in.',
      accounts: { dana: { consents: 'answered' } },
    });
    await waitUntil(() => calls.includes('GET /session'));
    await backend.adapter.logIn({ username: people.dana.email, password: MOCK_PASSWORD });
    document.dispatchEvent(new PortalLoggedInEvent());
    await waitUntil(() => isShown(element), 'it did not come');
  });

  it('stays away without a session', async () => {
    const { element, calls } = await page('logged-out');
    await waitUntil(() => calls.includes('GET /session'));
    await aTimeout(50);
    expect(isShown(element)).to.equal(false);
  });

  it('shows nothing where there is no help for the page', async () => {
    const { element, calls } = await page('first-visit', (help) => (help.page = 'settings'));
    await aTimeout(150);
    expect(dialogOf(element)).to.equal(null);
    expect(() => button('Help')).to.throw();
    expect(element.offsetHeight).to.equal(0);
    expect(calls).to.deep.equal(['GET /config']);
  });

  it('names the dialog by the heading of its text, and makes points of its list', async () => {
    const { element } = await page('logged-in');
    await waitUntil(() => dialogOf(element));
    const dialog = dialogOf(element)!;
    expect(element.shadowRoot!.getElementById(dialog.getAttribute('aria-labelledby')!)).to.have.text(
      'Find your way around',
    );
    expect(dialog.querySelectorAll('h1, h2, h3')).to.have.length(1);
    expect(dialog.querySelectorAll('.portal-point')).to.have.length(5);
    button('Help').click();
    await waitUntil(() => isShown(element));
    const [box, close] = [dialog.getBoundingClientRect(), button('Close').getBoundingClientRect()];
    expect(close.width).to.be.at.least(44);
    expect(close.height).to.be.at.least(44);
    expect(box.right - close.right).to.be.below(32);
    expect(close.top - box.top).to.be.below(32);
  });

  it('shows the page’s own words in place of the config’s, where they stand', async () => {
    const own = document.createElement('p');
    own.textContent = 'Ask at the desk.';
    const { element } = await page('logged-in', (help) => {
      help.page = 'none';
      help.append('\n  ', own, '\n');
    });
    await waitUntil(() => dialogOf(element));
    button('Help').click();
    await waitUntil(() => isShown(element));
    expect(own.parentElement).to.equal(element);
    expect(own.getBoundingClientRect().width).to.be.above(0);
    expect(dialogOf(element)!.querySelectorAll('.portal-point')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('opens and closes by its attribute, and forgets it when it leaves the page', async () => {
    const { element } = await page('logged-in', (help) => help.setAttribute('open', ''));
    await waitUntil(() => isShown(element));
    element.removeAttribute('open');
    await waitUntil(() => !isShown(element));
    element.open = true;
    await waitUntil(() => isShown(element));
    element.remove();
    await aTimeout(0);
    expect(element.open).to.equal(false);
  });

  it('fits a small screen', async () => {
    await setViewport({ width: 320, height: 256 });
    const { element } = await page('logged-in', (help) => (help.open = true));
    await waitUntil(() => isShown(element));
    const dialog = dialogOf(element)!;
    expect(dialog.getBoundingClientRect().width).to.be.at.most(320);
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    expect(dialog.getBoundingClientRect().bottom).to.be.at.most(256);
  });
});
