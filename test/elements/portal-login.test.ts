import { aTimeout, expect } from '@open-wc/testing';
import { codes, MOCK_PASSWORD, people, type Scenario } from '../../mock-server/index.js';
import { forget } from '../../src/adapter/page-state.js';
import '../../src/elements/login/portal-login.js';
import type { PortalLogin } from '../../src/elements/login/portal-login.js';
import { PortalLoggedOutEvent } from '../../src/elements/events.js';
import {
  alertText,
  bodies,
  button,
  control,
  descriptionOf,
  focused,
  heard,
  press,
  reach,
  RETURNS,
  type,
  visit,
  whereTo,
} from './person.js';
import { waitUntil } from '../support/wait-until.js';

const { email } = people.dana;

async function toPassword(element: PortalLogin): Promise<void> {
  await type('Email/Username', email);
  await press('Enter');
  await reach(element, 'Enter your password');
}

const loggedIn = (): Promise<void> =>
  waitUntil(() => heard.some(({ type }) => type === 'portal-logged-in'), 'never logged in');

async function carry(fragment: string): Promise<void> {
  location.hash = fragment;
  await aTimeout(50);
}

describe('portal-login', () => {
  afterEach(() => {
    forget('code');
    forget('confirm');
  });

  it('logs in by keyboard alone, in two steps', async () => {
    const { element, calls } = await visit('portal-login', 'returning');
    await toPassword(element);
    expect(focused()).to.have.text('Enter your password');
    await type('Password', MOCK_PASSWORD);
    await press('Enter');
    await loggedIn();
    expect(await bodies(calls, '/session')).to.deep.equal([{ username: email, password: MOCK_PASSWORD }]);
    expect(element.querySelector('form'), 'the form leaves the page').to.equal(null);
    await expect(element).to.be.accessible();
  });

  describe('once somebody is logged in', () => {
    const logIn = async (scenario: 'returning' | 'no-pages' = 'returning'): Promise<PortalLogin> => {
      const { element } = await visit('portal-login', scenario);
      await toPassword(element);
      await type('Password', MOCK_PASSWORD);
      await press('Enter');
      await reach(element, 'You are logged in');
      return element;
    };
    const startsOver = async (element: PortalLogin): Promise<void> => {
      await reach(element, 'Log in');
      expect(control('Email/Username').value, 'the next one may be somebody else').to.equal('');
    };

    it('leads on by a link where there is somewhere to go', async () => {
      await logIn();
      expect(button('Continue')).to.have.attribute('href', '/');
      const element = await logIn('no-pages');
      expect(element.querySelector('.portal-root')!.textContent.trim()).to.equal('');
    });

    it('leaves it to the page once more where the link leads', async () => {
      await logIn();
      heard.length = 0;
      button('Continue').click();
      expect(heard.map(({ type, defaultPrevented }) => [type, defaultPrevented])).to.deep.equal([
        ['portal-logged-in', true],
      ]);
    });

    for (const [how, comeBack] of RETURNS)
      it(`starts over: ${how}`, async () => {
        const element = await logIn();
        await comeBack(element);
        await startsOver(element);
      });

    it('starts over once the session has ended', async () => {
      const element = await logIn();
      document.dispatchEvent(new PortalLoggedOutEvent('requested'));
      await startsOver(element);
    });
  });

  it('passes axe at both steps, and when refused', async () => {
    const { element } = await visit('portal-login', 'returning');
    await expect(element).to.be.accessible();
    button('Next').click();
    await alertText();
    await expect(element).to.be.accessible();
    await toPassword(element);
    await expect(element).to.be.accessible();
    await type('Password', 'wrong');
    await press('Enter');
    await alertText();
    await expect(element).to.be.accessible();
  });

  it('takes what a password manager wrote without a word', async () => {
    const { element, calls } = await visit('portal-login', 'returning');
    element.querySelector<HTMLInputElement>('input[autocomplete="username"]')!.value = ` ${email}`;
    element.querySelector('form')!.requestSubmit();
    await reach(element, 'Enter your password');
    expect(document.querySelectorAll('form input[autocomplete="current-password"]')).to.have.length(1);
    element.querySelector<HTMLInputElement>('input[autocomplete="current-password"]')!.value = MOCK_PASSWORD;
    element.querySelector('form')!.requestSubmit();
    await loggedIn();
    expect(await bodies(calls, '/session')).to.deep.equal([{ username: email, password: MOCK_PASSWORD }]);
  });

  it('keeps the user name in sight, and has it changed', async () => {
    const { element } = await visit('portal-login', 'returning');
    await toPassword(element);
    const shown = control('Email/Username');
    expect(shown.value).to.equal(email);
    expect(shown.readOnly).to.equal(true);
    expect(shown.type).to.equal('text');
    button('Change Email/Username').click();
    await reach(element, 'Log in');
    expect(control('Email/Username').value).to.equal(email);
  });

  it('refuses a wrong password in the words for a wrong name, and empties the password alone', async () => {
    const { element } = await visit('portal-login', 'returning');
    await toPassword(element);
    await type('Password', 'Wrongpass1-');
    await press('Enter');
    expect(await alertText()).to.contain('The username or the password is wrong');
    expect(button('Choose a new password')).to.have.attribute('href', '/reset-password');
    expect(control('Password').value).to.equal('');
    expect(control('Email/Username').value).to.equal(email);
    expect(document.querySelector('[aria-invalid="true"]')).to.equal(null);
  });

  it('asks for what is missing without a request', async () => {
    const { element, calls } = await visit('portal-login', 'returning');
    await press('Tab');
    button('Next').click();
    expect(await alertText()).to.contain('Enter your email or username');
    expect(descriptionOf(control('Email/Username'))).to.contain('Enter your email or username');
    await toPassword(element);
    await press('Tab');
    button('Next').click();
    await waitUntil(() => document.querySelector('[role="alert"]')?.textContent?.includes('Enter your password'));
    expect(calls.filter(({ method }) => method === 'POST')).to.have.length(0);
  });

  it('recognizes an activation code in the place of a name', async () => {
    await visit('portal-login', 'returning');
    await type('Email/Username', codes.fresh.toLowerCase());
    await press('Enter');
    expect(await alertText()).to.contain('This is an activation code');
    expect(button('Create an account with this code')).to.have.attribute('href', '/activate');
  });

  it('says what comes next for somebody with a code, and who is new', async () => {
    await carry(`#code=${codes.second}`);
    const { element } = await visit('portal-login', 'returning-with-code');
    expect(element.shadowRoot!.textContent).to.contain('Then you can add your activation code');
    expect(whereTo(element, 'I’m new here')).to.contain(`/activate#code=${codes.second}`);
    expect((history.state as object | null) ?? {}, 'it went along').not.to.have.property('portalCode');
  });

  it('leads somebody on who is logged in and follows the second link', async () => {
    await carry(`#code=${codes.second}`);
    await visit('portal-login', 'logged-in');
    await loggedIn();
  });

  describe('with a code', () => {
    // Pages of the helpers keep the test where it is; here the next page is this one, but for its fragment.
    const go = (event: Event): void => event.stopPropagation();
    const here = (): Scenario => ({
      about: 'Dana has an account, and the settings stand on this page.',
      accounts: { dana: { consents: 'answered', helpSeen: true } },
      config: { pages: { settings: location.pathname + location.search } },
    });
    const gone = (): Promise<unknown> =>
      new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    const kept = (): unknown => (history.state as { portalCode?: unknown } | null)?.portalCode;

    beforeEach(() => addEventListener('portal-logged-in', go, { capture: true }));
    afterEach(() => removeEventListener('portal-logged-in', go, { capture: true }));

    it('doesn’t lead on once more on the way back, after it went along', async () => {
      await carry(`#code=${codes.second}`);
      const { element } = await visit('portal-login', here());
      expect(kept()).to.equal(codes.second);
      await toPassword(element);
      await type('Password', MOCK_PASSWORD);
      const leaving = gone();
      await press('Enter');
      await leaving;
      expect(kept()).to.equal(codes.second);
      history.back();
      await waitUntil(() => kept() === undefined, 'the code is still there');
    });

    it('stands in nobody’s way back who is logged in already', async () => {
      await carry(`#code=${codes.second}`);
      const { length } = history;
      const leaving = gone();
      await visit('portal-login', { ...here(), loggedIn: 'dana' });
      await leaving;
      expect(history.length).to.equal(length);
    });
  });

  it('confirms an address when a person presses the button, not when the link is opened', async () => {
    await carry('#confirm=nonsense');
    const { element, calls } = await visit('portal-login', 'returning');
    await reach(element, 'Confirm your email');
    expect(location.hash).to.equal('');
    expect(calls.filter(({ method }) => method === 'POST')).to.have.length(0);
    button('Confirm email').click();
    expect(await alertText()).to.contain('The link no longer works');
    await reach(element, 'Log in');
  });

  it('shows other ways to log in below the first step alone', async () => {
    const { element } = await visit('portal-login', 'returning');
    const other = document.createElement('button');
    other.slot = 'alternatives';
    other.textContent = 'Clinic account';
    element.append(other);
    element.requestUpdate();
    await element.updateComplete;
    expect(other.offsetParent).not.to.equal(null);
    await toPassword(element);
    expect(other.offsetParent).to.equal(null);
  });

  it('hints at Caps Lock, and survives key events that aren’t any', async () => {
    const { element } = await visit('portal-login', 'returning');
    await toPassword(element);
    const field = control('Password');
    field.dispatchEvent(new Event('keydown', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, modifierCapsLock: true }));
    await element.updateComplete;
    expect(element.textContent).to.contain('Caps Lock is on');
    field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
    await element.updateComplete;
    expect(element.textContent).not.to.contain('Caps Lock is on');
  });
});
