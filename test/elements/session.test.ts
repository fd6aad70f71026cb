import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import {
  createMockBackend,
  MOCK_PASSWORD,
  people,
  type MockBackend,
  type Scenario,
  type ScenarioName,
} from '../../mock-server/index.js';
import { forget } from '../../src/adapter/page-state.js';
import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { PortalError, type PortalErrorCode } from '../../src/contract/errors.js';
import { errorsOf } from '../../src/contract/operations.js';
import { ask } from '../../src/forms/ask.js';
import { keep } from '../../src/forms/tab-storage.js';
import en from '../../src/locale/en.js';
import '../../src/elements/session/portal-session.js';
import type { PortalSession } from '../../src/elements/session/portal-session.js';
import { waitUntil } from '../support/wait-until.js';
import { createClock } from './idle-clock.js';
import { alertText, button, focused, goAndComeBack, heard, press } from './person.js';

interface Visit {
  element: PortalSession;
  backend: MockBackend;
  adapter: PortalAdapter;
  time: ReturnType<typeof createClock>;
}

async function visit(scenario: ScenarioName | Scenario, own = html``): Promise<Visit> {
  heard.length = 0;
  const backend = await createMockBackend(scenario);
  const time = createClock();
  const element = document.createElement('portal-session');
  element.adapter = { ...backend.adapter };
  element.idle.clock = time.clock;
  const main = await fixture(html`<main><h1>Home</h1>${own}</main>`);
  for (const node of [...main.querySelectorAll('[slot]')]) element.append(node);
  main.append(element);
  await waitUntil(() => slotShown(element) !== undefined, 'never knew who is there');
  return { element, backend, adapter: element.adapter, time };
}

const slotShown = (element: PortalSession): string | undefined =>
  [...element.shadowRoot!.querySelectorAll<HTMLSlotElement>('slot:not([hidden])')].find(
    ({ name }) => name !== 'portal-form',
  )?.name;

const loggedOut = (): string[] =>
  heard.flatMap((event) => (event.type === 'portal-logged-out' ? [(event as Event & { reason: string }).reason] : []));
const dialogOf = (element: PortalSession): HTMLDialogElement => element.querySelector('dialog')!;
const slots = html`<a slot="logged-in" href="#in">Inside</a><a slot="logged-out" href="#out">Log in</a>`;
const idleSeconds = 1_800;

async function warn({ element, time }: Visit): Promise<void> {
  time.pass(idleSeconds - 60);
  await element.updateComplete;
  time.pass(0.25);
  await element.updateComplete;
  expect(dialogOf(element).open).to.equal(true);
}

describe('portal-session', () => {
  afterEach(() => forget('code'));

  it('shows the slot that fits', async () => {
    const inside = await visit('logged-in', slots);
    expect(slotShown(inside.element)).to.equal('logged-in');
    expect(inside.element.textContent).not.to.contain('Log out\n');
    const outside = await visit('logged-out', slots);
    expect(slotShown(outside.element)).to.equal('logged-out');
    expect(heard, 'to be logged out is no failure').to.deep.equal([]);
  });

  it('logs out by keyboard alone where the page brings no button', async () => {
    const { element, backend } = await visit('logged-in');
    await press('Tab');
    expect(focused()).to.equal(button('Log out'));
    await press('Enter');
    await waitUntil(() => loggedOut().length > 0);
    expect(loggedOut()).to.deep.equal(['requested']);
    expect(slotShown(element)).to.equal('logged-out');
    await backend.adapter.readSession().then(
      () => expect.fail('the session is still there'),
      (error: PortalError) => expect(error.code).to.equal('session_required'),
    );
  });

  it('passes axe logged in, logged out, warning and when it can’t log out', async () => {
    const { element: out } = await visit('logged-out', slots);
    await expect(out).to.be.accessible();
    const here = await visit('logged-in', slots);
    await expect(here.element).to.be.accessible();
    await warn(here);
    await expect(here.element).to.be.accessible();
    here.element.adapter = { ...here.adapter, logOut: () => Promise.reject(new PortalError('network')) };
    await here.element.updateComplete;
    button('Log out now').click();
    await alertText();
    await expect(here.element).to.be.accessible();
  });

  it('tries again what has failed: logging out stays logging out', async () => {
    const here = await visit('logged-in', slots);
    const { adapter, element } = here;
    let tries = 0;
    const logOut = () => (++tries === 1 ? Promise.reject(new PortalError('network')) : adapter.logOut());
    await warn(here);
    element.adapter = { ...adapter, logOut };
    await element.updateComplete;
    button('Log out now').click();
    await alertText();
    button('Try again').click();
    await waitUntil(() => loggedOut().length > 0, 'never logged out');
    expect(loggedOut()).to.deep.equal(['requested']);
  });

  it('shows every error that logging out lists, and stays logged in', async () => {
    for (const code of [...errorsOf('logOut'), 'network'] as PortalErrorCode[]) {
      const { element, adapter } = await visit('logged-in');
      element.adapter = { ...adapter, logOut: () => Promise.reject(new PortalError(code)) };
      await element.updateComplete;
      await element.logOut();
      expect(await alertText(), code).to.contain(en.errors[code].title);
      expect(slotShown(element), code).to.equal('logged-in');
      element.remove();
    }
  });

  it('warns a minute before, says so now and then, and stays on one press', async () => {
    const here = await visit('logged-in', slots);
    const { element, time } = here;
    time.pass(idleSeconds - 61);
    await element.updateComplete;
    expect(dialogOf(element).open).to.equal(false);
    time.pass(1.25);
    await element.updateComplete;
    const dialog = dialogOf(element);
    expect(dialog.open).to.equal(true);
    expect(focused()).to.equal(button('Stay logged in'));
    const told = dialog.querySelector('.portal-visually-hidden[role="status"]')!;
    const said = new Set<string>();
    for (let seconds = 0; seconds < 55; seconds++) {
      said.add(told.textContent);
      time.pass(1);
      await element.updateComplete;
    }
    expect([...said]).to.deep.equal(['60 seconds left', '30 seconds left', '10 seconds left']);
    expect(dialog.querySelector('[role="timer"]')).to.have.text('0:05');

    await press('Enter');
    await waitUntil(() => !dialogOf(element).open);
    expect(loggedOut()).to.deep.equal([]);
    await warn(here);
    await press('Escape');
    await waitUntil(() => !dialogOf(element).open, 'Escape is a sign of life');
    expect(loggedOut()).to.deep.equal([]);
  });

  it('promises that what was typed is kept only where a tag keeps it', async () => {
    const bare = await visit('logged-in', html`<form slot="logged-in"><input aria-label="Mine" /></form>`);
    await warn(bare);
    expect(dialogOf(bare.element).textContent).not.to.contain('What you typed is kept');
    bare.element.remove();
    const here = await visit(
      'logged-in',
      html`<portal-settings slot="logged-in"><input aria-label="Theirs" /></portal-settings>`,
    );
    await warn(here);
    expect(dialogOf(here.element).textContent).to.contain('What you typed is kept until you log in again.');
  });

  it('ends the session when the time is over, on the server too', async () => {
    const here = await visit('logged-in', slots);
    await warn(here);
    here.time.pass(60);
    await waitUntil(() => loggedOut().length > 0);
    expect(loggedOut()).to.deep.equal(['idle']);
    expect(slotShown(here.element)).to.equal('logged-out');
    const error = await here.backend.adapter.readSession().catch((thrown: PortalError) => thrown);
    expect((error as PortalError).code).to.equal('session_required');
  });

  describe('with something kept from another page', () => {
    const kept = (): string[] => Object.keys(sessionStorage).sort();
    beforeEach(() => {
      sessionStorage.clear();
      keep('contact', 'somebody', { mobilePhone: '202 555 0188' });
      keep('consent.portal-consent', 'somebody', { signature: 'Dana Reyes' });
      expect(kept()).to.have.length(2);
      sessionStorage.setItem('theirs', 'of the page around');
    });
    afterEach(() => sessionStorage.clear());

    it('forgets it for somebody who logs out', async () => {
      const { element } = await visit('logged-in', slots);
      await element.logOut();
      expect(loggedOut()).to.deep.equal(['requested']);
      expect(kept()).to.deep.equal(['theirs']);
    });

    it('keeps it where logging out has failed', async () => {
      const { element, adapter } = await visit('logged-in', slots);
      element.adapter = { ...adapter, logOut: () => Promise.reject(new PortalError('network')) };
      await element.updateComplete;
      await element.logOut();
      expect(kept()).to.have.length(3);
    });

    it('keeps it for the next log-in when the time is over', async () => {
      const here = await visit('logged-in', slots);
      await warn(here);
      here.time.pass(60);
      await waitUntil(() => loggedOut().length > 0);
      expect(kept()).to.have.length(3);
    });
  });

  it('waits longer when any other tag has used the session', async () => {
    const { element, time } = await visit('logged-in', slots);
    time.pass(idleSeconds - 100);
    await ask({ ...element.portal }, 'readAccount', {});
    time.pass(100);
    await element.updateComplete;
    expect(dialogOf(element).open).to.equal(false);
    time.pass(idleSeconds - 160.25);
    await element.updateComplete;
    time.pass(0.5);
    await element.updateComplete;
    expect(dialogOf(element).open).to.equal(true);
    await ask({ ...element.portal }, 'readAccount', {});
    await element.updateComplete;
    expect(dialogOf(element).open, 'somebody is there after all').to.equal(false);
  });

  it('hears other tabs before it warns', async () => {
    const other = new BroadcastChannel('portal-elements');
    other.onmessage = ({ data }) => {
      if (data.kind === 'when') other.postMessage({ kind: 'used', ago: 10_000 });
    };
    const { element, time } = await visit('logged-in', slots);
    time.pass(idleSeconds - 60);
    await aTimeout(100);
    time.pass(1);
    await element.updateComplete;
    other.close();
    expect(dialogOf(element).open).to.equal(false);
  });

  it('counts by the clock on the wall after a sleep', async () => {
    const { element, time } = await visit('logged-in', slots);
    time.sleep(idleSeconds * 2);
    document.dispatchEvent(new Event('visibilitychange'));
    time.pass(0.25);
    await waitUntil(() => loggedOut().length > 0);
    expect(loggedOut()).to.deep.equal(['idle']);
    expect(slotShown(element)).to.equal('logged-out');
  });

  it('learns that the session has ended from a refusal anywhere, and from another tab', async () => {
    const { element, backend } = await visit('logged-in', slots);
    await backend.adapter.logOut();
    await ask({ ...element.portal }, 'readAccount', {}).catch(() => undefined);
    expect(loggedOut()).to.deep.equal(['ended']);
    expect(slotShown(element)).to.equal('logged-out');

    await visit('logged-in', slots);
    const other = new BroadcastChannel('portal-elements');
    other.postMessage({ kind: 'logged-out' });
    await waitUntil(() => loggedOut().length > 0);
    other.close();
    expect(loggedOut()).to.deep.equal(['ended']);
  });

  it('says that the session is over when it can’t be kept up', async () => {
    const here = await visit('logged-in', slots);
    await warn(here);
    await here.backend.adapter.logOut();
    button('Stay logged in').click();
    await waitUntil(() => loggedOut().length > 0);
    expect(loggedOut()).to.deep.equal(['ended']);
  });

  it('asks anew who is there when the page comes back as it was left', async () => {
    const { element, backend } = await visit('logged-in', slots);
    await backend.adapter.logOut();
    await goAndComeBack(element);
    await waitUntil(() => loggedOut().length > 0, 'never asked');
    expect(slotShown(element)).to.equal('logged-out');
  });

  it('learns of a log-in on the same page', async () => {
    const { element } = await visit('logged-out', slots);
    await ask({ ...element.portal }, 'logIn', { username: people.dana.email, password: MOCK_PASSWORD });
    await waitUntil(() => slotShown(element) === 'logged-in');
  });

  it('is as wide as what it holds', async () => {
    const { element } = await visit('logged-in');
    const row = element.parentElement!;
    row.style.display = 'flex';
    expect(element.getBoundingClientRect().width).to.be.closeTo(button('Log out').getBoundingClientRect().width, 1);
  });
});
