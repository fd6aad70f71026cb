import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { codes, createMockBackend, MOCK_PASSWORD, people, type Scenario } from '../../mock-server/index.js';
import { createClock } from '../elements/idle-clock.js';
import {
  alertText,
  bodies,
  button,
  control,
  has,
  heard,
  press,
  reach,
  type,
  typeBirthdate,
  visit,
} from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway } from './forms.js';
import { account, consent, password, toAccount } from './screens.js';

const { dana, sam } = people;
const NEW_PASSWORD = 'larkspur7!';
const happened = (name: string): number => heard.filter((event) => event.type === name).length;
const slow: Scenario = {
  about: 'Dana has a code, and every answer takes a while.',
  codes: { [codes.fresh]: { person: 'dana', state: 'pending' } },
  delayMs: 60,
};

describe('steps and sessions', () => {
  afterEach(clearAway);

  it('case 64: a double click creates one account, with one request a step', async () => {
    const { element, calls } = await visit('portal-activate', slow);
    await type('Activation code', codes.fresh);
    await typeBirthdate(dana.birthdate);
    button('Next').click();
    button('Next').click();
    await reach(element, 'Create your account');
    await type('Email/Username', dana.email);
    await type('Password', NEW_PASSWORD);
    button('Next').click();
    button('Next').click();
    await element.updateComplete;
    await press('Enter');
    // The answer may have come by now, and the form be gone.
    element.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await waitUntil(() => happened('portal-activated') > 0, 'never activated');
    await aTimeout(100);
    expect(happened('portal-activated')).to.equal(1);
    expect(happened('portal-error')).to.equal(0);
    expect(await bodies(calls, '/activation/verify')).to.have.length(1);
    expect(await bodies(calls, '/activation')).to.have.length(1);
    expect(element.querySelector('[role="alert"]')?.textContent ?? '').to.equal('');
  });

  it('case 65: the way back keeps what was entered, but for secrets', async () => {
    const { element } = await account();
    await type('Email/Username', 'dana@example.org');
    await type('Password', NEW_PASSWORD);
    control('Someone else').click();
    button('Back').click();
    await reach(element, 'Enter your activation code');
    expect(control('Activation code').value).to.equal(codes.fresh);
    expect(['Month', 'Day', 'Year'].map((part) => control(part, 'Birthdate').value)).to.deep.equal([
      '03',
      '27',
      '1980',
    ]);
    button('Next').click();
    await reach(element, 'Create your account');
    expect(control('Email/Username').value).to.equal('dana@example.org');
    expect(control('Someone else').checked).to.equal(true);
    expect(control('Password').value).to.equal('');
    element.remove();

    const login = await password();
    await type('Password', MOCK_PASSWORD);
    button('Change Email/Username').click();
    await reach(login.element, 'Log in');
    expect(control('Email/Username').value).to.equal(dana.email);
    button('Next').click();
    await reach(login.element, 'Enter your password');
    expect(control('Password').value).to.equal('');
    login.element.remove();

    const here = await consent('Portal Consent');
    await type('Your full name', 'Dana Reyes');
    button('Back to the list').click();
    await reach(here.element, 'Read and agree');
    button('Portal Consent').click();
    await waitUntil(() => has('Your full name') && control('Your full name').value === 'Dana Reyes', 'it was not kept');
  });

  it('case 67: a minute before the end the session can be extended, as often as one likes', async () => {
    const { adapter } = await createMockBackend('consents-pending');
    const element = document.createElement('portal-session');
    element.adapter = adapter;
    const time = createClock();
    element.idle.clock = time.clock;
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => element.querySelector('dialog'));
    const { idleSeconds } = await adapter.readSession({});
    for (let turn = 1; turn <= 12; turn++) {
      time.pass(idleSeconds - 60);
      time.pass(0.25);
      await element.updateComplete;
      const dialog = element.querySelector('dialog')!;
      expect(dialog.open, `warning ${turn}`).to.equal(true);
      expect(Number(element.idle.left), 'time enough to react').to.be.at.least(59);
      button('Stay logged in').click();
      await waitUntil(() => !dialog.open, `extension ${turn}`);
    }
    expect(happened('portal-logged-out')).to.equal(0);
  });

  it('case 67: what was answered before the session ended is there again after the next log-in', async () => {
    const { element, backend } = await consent('Portal Consent');
    const { adapter } = element;
    control('I have read and understood this text').click();
    control('No', 'Show me results before a clinician has seen them').click();
    await type('Your full name', 'Dana Reyes');
    backend.clock.advance(24 * 3_600_000);
    button('Submit').click();
    expect(await alertText()).to.contain('Your session has ended');
    expect(control('Your full name').value).to.equal('Dana Reyes');
    element.remove();

    await adapter!.logIn({ username: dana.email, password: MOCK_PASSWORD });
    const again = document.createElement('portal-consent');
    again.adapter = adapter;
    await fixture(html`<main>${again}</main>`);
    await waitUntil(() => again.querySelector('li button'));
    button('Portal Consent').click();
    await waitUntil(() => has('Your full name') && control('Your full name').value === 'Dana Reyes', 'it was not kept');
    expect(control('I have read and understood this text').checked).to.equal(true);
  });

  it('case 69: a code that is opened in somebody’s session is asked about, and never becomes theirs unasked', async () => {
    const { element, backend, calls } = await visit('portal-activate', 'somebody-logged-in', { code: codes.fresh });
    await reach(element, 'You are logged in already');
    expect(element.shadowRoot!.textContent).to.contain(sam.email);
    expect(
      calls.filter(({ method }) => method !== 'GET'),
      'nothing was done yet',
    ).to.have.length(0);
    button('Log out and use another account').click();
    await reach(element, 'Enter your activation code');
    await toAccount(element);
    await type('Email/Username', dana.email);
    await type('Password', NEW_PASSWORD);
    await press('Enter');
    await waitUntil(() => happened('portal-activated') === 1);
    expect((await backend.adapter.readSession({})).account.username).to.equal(dana.email);
    await backend.adapter.logIn({ username: sam.email, password: MOCK_PASSWORD });
    expect((await backend.adapter.readSession({})).account.username).to.equal(sam.email);
  });
});
