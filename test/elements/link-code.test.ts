import { aTimeout, expect } from '@open-wc/testing';
import { codes, type Scenario } from '../../mock-server/index.js';
import { PortalError } from '../../src/contract/errors.js';
import { errorsOf } from '../../src/contract/operations.js';
import en from '../../src/locale/en.js';
import { forget, fromAddress } from '../../src/adapter/page-state.js';
import { PortalLoggedOutEvent } from '../../src/elements/events.js';
import '../../src/elements/link-code/portal-link-code.js';
import {
  alertText,
  bodies,
  button,
  control,
  descriptionOf,
  focused,
  goAndComeBack,
  has,
  heard,
  press,
  RETURNS,
  takeOutAndBack,
  type,
  typeBirthdate,
  visit,
  whereTo,
} from './person.js';
import { waitUntil } from '../support/wait-until.js';

const account = { dana: { consents: 'answered', helpSeen: true } } as const;
const withCode = (state: 'pending' | 'expired' | 'locked'): Scenario => ({
  about: 'Dana is logged in and has a code for Milo.',
  codes: { [codes.second]: { person: 'milo', state } },
  accounts: account,
  loggedIn: 'dana',
});

const statusText = (): string =>
  [...document.querySelectorAll('[role="status"]')]
    .map((each) => each.textContent?.trim())
    .join(' ')
    .trim();
const added = (): Promise<void> => waitUntil(() => statusText().includes(en.linkCode.added), 'nothing was added');

describe('portal-link-code', () => {
  afterEach(() => forget('code'));

  it('adds a code by keyboard alone, says so below the form, and lists the people', async () => {
    const { element, calls } = await visit('portal-link-code', 'logged-in');
    const region = element.querySelector('form > [role="status"]')!;
    await type('Activation code', codes.second.toLowerCase());
    await press('Enter');
    await added();
    expect(region.textContent).to.contain('The activation code has been added successfully');
    expect(region.matches('form > :last-child'), 'it stands below the form').to.equal(true);
    expect(element.querySelector('.portal-linked')!.textContent).to.match(
      /Dana Reyes[\s\S]*Milo Reyes[\s\S]*I act for/,
    );
    expect(heard.filter((event) => event.type === 'portal-code-linked')).to.have.length(1);
    expect(await bodies(calls, '/links')).to.deep.equal([{ code: codes.second.replaceAll('-', '') }]);
    expect(control('Activation code').value, 'the code leaves the page').to.equal('');
  });

  for (const [how, act] of [
    ['after Back', goAndComeBack],
    ['on a page that stays after the log-out', () => document.dispatchEvent(new PortalLoggedOutEvent('requested'))],
  ] as const)
    it(`shows nobody else whom the account is linked to: ${how}`, async () => {
      const { element } = await visit('portal-link-code', 'logged-in');
      await type('Activation code', codes.second);
      await press('Enter');
      await added();
      await act(element);
      await element.updateComplete;
      expect(element.textContent).not.to.contain('Milo');
      expect(statusText()).to.equal('');
    });

  it('passes axe empty, refused and when done', async () => {
    const { element } = await visit('portal-link-code', 'logged-in-link-asks');
    await expect(element).to.be.accessible();
    button('Submit').click();
    await alertText();
    await expect(element).to.be.accessible();
    await type('Activation code', codes.second);
    await typeBirthdate('2015-08-14');
    await press('Enter');
    await added();
    await expect(element).to.be.accessible();
  });

  it('shows every error that its operation lists', async () => {
    const { element } = await visit('portal-link-code', 'logged-in');
    await type('Activation code', codes.second);
    for (const code of errorsOf('linkCode')) {
      element.adapter = { ...element.adapter!, linkCode: () => Promise.reject(new PortalError(code)) };
      await element.updateComplete;
      heard.length = 0;
      element.querySelector('form')!.requestSubmit();
      await waitUntil(() => heard.some((event) => event.type === 'portal-error'), code);
      await element.updateComplete;
      await aTimeout(0);
      const text = await alertText();
      expect(text, code).to.contain(en.errors[code].title).and.not.to.contain(code);
      expect(text, code).to.contain('(202) 555-0142');
      expect(focused(), code).to.have.attribute('role', 'alert');
      expect(control('Activation code').value, code).to.equal(codes.second);
    }
  });

  it('tells a typing mistake by itself', async () => {
    const { calls } = await visit('portal-link-code', 'logged-in');
    const mistyped = codes.second.replace(/A/, 'B');
    for (const [typed, says] of [
      ['', 'Enter the activation code'],
      ['K7QM2', 'You entered 5'],
      [mistyped, 'typing mistake'],
    ] as const) {
      await type('Activation code', typed);
      await press('Enter');
      await waitUntil(() => document.querySelector('[role="alert"]')?.textContent?.includes(says), says);
      expect(descriptionOf(control('Activation code'))).to.contain(says);
    }
    expect(calls.filter(({ url }) => url.endsWith('/links'))).to.have.length(0);
  });

  it('takes the code from the address, once', async () => {
    location.hash = `#code=${codes.second}`;
    await aTimeout(50);
    await visit('portal-link-code', 'logged-in');
    expect(control('Activation code').value).to.equal(codes.second);
    button('Submit').click();
    await added();
    expect(fromAddress('code')).to.equal(undefined);
    expect(location.hash + JSON.stringify(history.state)).not.to.contain(codes.second);
  });

  it('takes the code from its attribute', async () => {
    await visit('portal-link-code', 'logged-in', { code: codes.second.replaceAll('-', ' ') });
    expect(control('Activation code').value).to.equal(codes.second);
  });

  for (const [how, comeBack] of RETURNS)
    it(`has the code of the address there again only where nobody else can have come: ${how}`, async () => {
      location.hash = `#code=${codes.second}`;
      await aTimeout(50);
      const { element } = await visit('portal-link-code', 'logged-in');
      await comeBack(element);
      expect(control('Activation code').value).to.equal(comeBack === takeOutAndBack ? codes.second : '');
    });

  it('keeps what was typed when refused, and says what to check', async () => {
    await visit('portal-link-code', withCode('locked'));
    await type('Activation code', codes.second);
    await press('Enter');
    expect(await alertText()).to.match(/No records found.*newest email.*not been used before/);
    expect(control('Activation code').value).to.equal(codes.second);
  });

  it('gives the reason only where the birthdate was asked for and right', async () => {
    const asks = { ...withCode('expired'), config: { link: { verification: 'birthdate' as const } } };
    await visit('portal-link-code', asks);
    await type('Activation code', codes.second);
    await typeBirthdate('2015-08-15');
    await press('Enter');
    expect(await alertText()).to.contain('don’t belong together');
    await typeBirthdate('2015-08-14');
    await press('Enter');
    await waitUntil(() => document.querySelector('[role="alert"]')?.textContent?.includes('This code has expired.'));
    expect(control('Day', 'Birthdate').value).to.equal('14');
  });

  it('asks for a phone number where the portal does', async () => {
    const { calls } = await visit('portal-link-code', {
      ...withCode('pending'),
      config: { link: { verification: 'phone' } },
    });
    expect(has('Phone number')).to.equal(true);
    await type('Activation code', codes.second);
    await press('Enter');
    expect(await alertText()).to.contain('Enter the phone number');
    expect(calls.filter(({ url }) => url.endsWith('/links'))).to.have.length(0);
  });

  it('leads to the log-in with the code when the session has ended', async () => {
    const { element } = await visit('portal-link-code', 'logged-out');
    await type('Activation code', codes.second);
    await press('Enter');
    expect(await alertText()).to.contain('Your session has ended');
    expect(whereTo(element, 'Log in')).to.match(/\/login\?next=.*#code=012311456789ABJ$/);
  });

  it('leads to a consent that is open with the code', async () => {
    const { element } = await visit('portal-link-code', 'consents-pending');
    await type('Activation code', codes.second);
    await press('Enter');
    expect(await alertText()).to.contain('A consent is still open');
    expect(whereTo(element, 'Read and agree')).to.match(/\/consent\?next=.*#code=012311456789ABJ$/);
  });

  it('sends once, however often it is pressed', async () => {
    const { element, calls } = await visit('portal-link-code', { ...withCode('pending'), delayMs: 100 });
    await type('Activation code', codes.second);
    element.querySelector('form')!.requestSubmit();
    element.querySelector('form')!.requestSubmit();
    await press('Enter');
    await added();
    expect(calls.filter(({ url }) => url.endsWith('/links'))).to.have.length(1);
  });

  it('holds no code when it leaves the page', async () => {
    const { element } = await visit('portal-link-code', 'logged-in');
    await type('Activation code', codes.second);
    const field = control('Activation code');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(field.value).to.equal('');
    await type('Activation code', codes.second);
    element.remove();
    await aTimeout(0);
    expect(field.value).to.equal('');
  });
});
