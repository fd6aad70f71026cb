import { aTimeout, expect } from '@open-wc/testing';
import { codes, MOCK_PASSWORD, people, type Scenario } from '../../mock-server/index.js';
import '../../src/elements/activate/portal-activate.js';
import type { PortalActivate } from '../../src/elements/activate/portal-activate.js';
import { forget } from '../../src/adapter/page-state.js';
import { PortalError } from '../../src/contract/portal-error.js';
import { PortalLoggedOutEvent } from '../../src/elements/events.js';
import {
  alertText,
  bodies,
  button,
  control,
  descriptionOf,
  focused,
  goAndComeBack,
  has,
  headingOf,
  heard,
  press,
  reach,
  RETURNS,
  takeOutAndBack,
  type,
  typeBirthdate,
  visit,
  whereTo,
} from './person.js';
import { waitUntil } from '../support/wait-until.js';

const PASSWORD = 'larkspur7!';
const dana = people.dana;

async function toSecondStep(element: PortalActivate, birthdate = dana.birthdate): Promise<void> {
  await type('Activation code', codes.fresh);
  await typeBirthdate(birthdate);
  await press('Enter');
  await reach(element, 'Create your account');
}

describe('portal-activate', () => {
  afterEach(() => forget('code'));

  it('makes an account by keyboard alone, and says so', async () => {
    const { element, calls } = await visit('portal-activate');
    await toSecondStep(element);
    expect(focused()).to.have.text('Create your account');
    expect(control('Myself').checked).to.equal(true);
    await type('Email/Username', dana.email);
    await type('Password', PASSWORD);
    await press('Enter');
    await waitUntil(() => heard.some((event) => event.type === 'portal-activated'));
    expect(await bodies(calls, '/activation/verify')).to.deep.equal([
      { code: 'K7QM2XRT9WBD3FS', birthdate: dana.birthdate },
    ]);
    expect(element.querySelector('form'), 'the form leaves the page').to.equal(null);
    expect(headingOf(element)).to.equal('Your account is ready');
    expect(
      heard.filter(({ type }) => type === 'portal-step').map((event) => (event as never as { step: string }).step),
    ).to.deep.equal(['create-account', 'done']);
  });

  for (const scenario of ['fresh-code', 'choice-of-proof', 'confirm-password'] as const)
    it(`passes axe at both steps (${scenario})`, async () => {
      const { element } = await visit('portal-activate', scenario);
      await expect(element).to.be.accessible();
      button('Next').click();
      await alertText();
      await expect(element).to.be.accessible();
      await toSecondStep(element);
      await expect(element).to.be.accessible();
      button('Next').click();
      await alertText();
      await expect(element).to.be.accessible();
    });

  it('fills in the code of the link, takes it out of the address, and keeps it across a reload', async () => {
    location.hash = `#code=${codes.fresh.replaceAll('-', '')}`;
    const { element } = await visit('portal-activate');
    expect(control('Activation code').value).to.equal(codes.fresh);
    expect(location.href).not.to.contain('K7QM2');
    expect((history.state as { portalCode: string }).portalCode).to.equal('K7QM2XRT9WBD3FS');
    element.remove();
  });

  it('takes the code of a second link in place of the first', async () => {
    await visit('portal-activate', 'fresh-code', { code: codes.second });
    expect(control('Activation code').value).to.equal(codes.second);
    location.hash = `#code=${codes.fresh}`;
    await aTimeout(50);
    expect(location.hash).to.equal('');
  });

  it('shows the code as the email shows it, whichever way it was typed', async () => {
    await visit('portal-activate');
    await type('Activation code', ' k7qm2xrt9w bd3fs');
    await press('Tab');
    expect(control('Activation code').value).to.equal(codes.fresh);
  });

  it('tells a typing mistake by itself, in words of its own', async () => {
    const { calls } = await visit('portal-activate');
    await type('Activation code', 'K7QM2-XRT9W-BD3FH');
    await typeBirthdate(dana.birthdate);
    await press('Enter');
    const said = await alertText();
    expect(said).to.contain('typing mistake');
    expect(said).not.to.contain('No records found');
    expect(calls.filter(({ method }) => method === 'POST')).to.have.length(0);
  });

  it('names what is missing at its field, leads there, and takes it back once it is edited', async () => {
    await visit('portal-activate');
    await type('Activation code', codes.fresh);
    await type('Month', '3');
    await type('Day', '27');
    await press('Enter');
    expect(await alertText()).to.contain('There is a problem');
    expect(focused()).to.have.attribute('role', 'alert');
    const year = control('Year');
    expect(year).to.have.attribute('aria-invalid', 'true');
    expect(descriptionOf(year)).to.contain('Birthdate must include a year');
    button('Birthdate must include a year').click();
    expect(focused()).to.equal(year);
    await type('Year', '1');
    expect(year).to.have.attribute('aria-invalid', 'false');
    expect(document.querySelector('.portal-alert')).to.equal(null);
  });

  it('says No records found for a wrong birthdate, with the ways on, and keeps what was typed', async () => {
    await visit('portal-activate');
    await type('Activation code', codes.fresh);
    await typeBirthdate('1981-01-01');
    await press('Enter');
    const said = await alertText();
    expect(said).to.contain('No records found').and.to.contain('newest email');
    expect(button('Log in instead')).to.have.attribute('href', '/login');
    expect(() => button('Send me a new code')).to.throw();
    expect(control('Year').value).to.equal('1981');
  });

  for (const [scenario, words] of [
    ['used-code', 'used already'],
    ['expired-code-final', 'has expired'],
    ['replaced-code', 'newer code'],
    ['revoked-code', 'withdrawn'],
  ] as const)
    it(`tells the person why: ${scenario}`, async () => {
      await visit('portal-activate', scenario);
      await type('Activation code', codes.fresh);
      await typeBirthdate(dana.birthdate);
      await press('Enter');
      expect(await alertText())
        .to.contain('No records found')
        .and.to.contain(words);
      expect(() => button('Send me a new code')).to.throw();
    });

  it('has a new code sent in place of an expired one', async () => {
    const { backend } = await visit('portal-activate', 'expired-code');
    const before = (await backend.mailbox()).length;
    await type('Activation code', codes.fresh);
    await typeBirthdate(dana.birthdate);
    await press('Enter');
    await alertText();
    button('Send me a new code').click();
    await waitUntil(() => document.querySelector('[role="status"].portal-status'));
    expect((await backend.mailbox()).length).to.equal(before + 1);
  });

  it('says Email is invalid at the field', async () => {
    const { element } = await visit('portal-activate');
    await toSecondStep(element);
    await type('Email/Username', 'dana');
    await type('Password', PASSWORD);
    await press('Enter');
    expect(await alertText()).to.contain('Email is invalid. Enter an email address like name@example.com');
    expect(descriptionOf(control('Email/Username'))).to.contain('Email is invalid');
    expect(control('Password').value, 'the password stays').to.equal(PASSWORD);
  });

  it('says Email has been taken, and takes the code along to the log-in', async () => {
    const { element } = await visit('portal-activate', 'email-taken');
    await toSecondStep(element);
    await type('Email/Username', people.sam.email);
    await type('Password', PASSWORD);
    await press('Enter');
    expect(await alertText())
      .to.contain('Email has been taken')
      .and.to.contain(people.sam.email);
    expect(control('Password').value).to.equal(PASSWORD);
    const link = button('Log in and link this code') as HTMLAnchorElement;
    expect(link).to.have.attribute('href', '/login');
    let followed = '';
    element.addEventListener('click', (event) => {
      event.preventDefault();
      followed = link.href;
    });
    link.click();
    expect(followed).to.match(/\/login#code=K7QM2XRT9WBD3FS$/);
    await aTimeout(10);
    expect(link.href, 'the code doesn’t stay in the page').not.to.contain('#');
  });

  it('offers the invited address with one tap, and never fills it in', async () => {
    const { element } = await visit('portal-activate');
    await toSecondStep(element);
    expect(control('Email/Username').value).to.equal('');
    button(`Use ${dana.email}`).click();
    expect(control('Email/Username').value).to.equal(dana.email);
  });

  it('ticks the rules while the password is typed', async () => {
    const { element } = await visit('portal-activate');
    await toSecondStep(element);
    await type('Password', 'larkspur7');
    const met = [...element.querySelectorAll('.portal-rule-met')].map((rule) => rule.textContent);
    expect(met).to.have.length(3);
    expect(met.join()).to.contain('At least 1 digit');
  });

  it('shows and hides the password, and hides it when it is sent', async () => {
    const { element } = await visit('portal-activate');
    await toSecondStep(element);
    await type('Password', 'x');
    button('Show password').click();
    await element.updateComplete;
    expect(control('Password').type).to.equal('text');
    expect(button('Hide password')).to.exist;
    button('Next').click();
    await element.updateComplete;
    expect(control('Password').type).to.equal('password');
  });

  it('keeps what was typed on the way back, but not the password', async () => {
    const { element } = await visit('portal-activate');
    await toSecondStep(element);
    await type('Email/Username', 'new@example.org');
    await type('Password', PASSWORD);
    control('Someone else').click();
    button('Back').click();
    await reach(element, 'Enter your activation code');
    expect(control('Activation code').value).to.equal(codes.fresh);
    expect(control('Year').value).to.equal('1980');
    button('Next').click();
    await reach(element, 'Create your account');
    expect(control('Email/Username').value).to.equal('new@example.org');
    expect(control('Someone else').checked).to.equal(true);
    expect(control('Password').value).to.equal('');
  });

  for (const [how, comeBack] of RETURNS)
    it(`has all of the second step still there, but the password: ${how}`, async () => {
      const { element } = await visit('portal-activate', 'email-taken');
      await toSecondStep(element);
      control('Someone else').click();
      await type('Email/Username', people.sam.email);
      await type('Password', PASSWORD);
      await press('Enter');
      await alertText();
      await comeBack(element);
      expect(await alertText()).to.contain(`Another account uses ${people.sam.email}`);
      expect(control('Password').value).to.equal('');
      await type('Password', 'x');
      await element.updateComplete;
      expect(control('Email/Username').value).to.equal(people.sam.email);
      expect(control('Someone else').checked).to.equal(true);
    });

  for (const [how, comeBack] of RETURNS)
    it(`has the code of the link there again only where nobody else can have come: ${how}`, async () => {
      const { element } = await visit('portal-activate', 'fresh-code', { code: codes.fresh });
      await typeBirthdate(dana.birthdate);
      await comeBack(element);
      expect(control('Activation code').value).to.equal(comeBack === takeOutAndBack ? codes.fresh : '');
      expect(control('Year').value).to.equal('');
    });

  it('takes the code of the address along to an account that was logged in to before Back', async () => {
    location.hash = `#code=${codes.fresh}`;
    await aTimeout(50);
    const { element, backend } = await visit('portal-activate', {
      about: 'Dana has a code, and Sam an account.',
      codes: { [codes.fresh]: { person: 'dana', state: 'pending' } },
      accounts: { sam: { consents: 'answered' } },
    });
    await backend.adapter.logIn({ username: people.sam.email, password: MOCK_PASSWORD });
    await goAndComeBack(element);
    await reach(element, 'You are logged in already');
    expect(whereTo(element, 'Add this code to my account')).to.match(/\/settings#code=K7QM2XRT9WBD3FS$/);
  });

  it('goes back to the code when too much time has passed, with all of it still there', async () => {
    const { element, backend } = await visit('portal-activate');
    await toSecondStep(element);
    backend.clock.advance(3_600_000);
    await type('Email/Username', dana.email);
    await type('Password', PASSWORD);
    await press('Enter');
    await reach(element, 'Enter your activation code');
    expect(await alertText()).to.contain('Enter the code once more');
    expect(control('Activation code').value).to.equal(codes.fresh);
    expect(control('Year').value).to.equal('1980');
  });

  it('asks for another proof where there are several, and sends that one', async () => {
    const { element, calls } = await visit('portal-activate', 'choice-of-proof');
    await type('Activation code', codes.fresh);
    control('Phone number', 'How do you want to prove who you are?').click();
    await element.updateComplete;
    expect(has('Year')).to.equal(false);
    const field = element.querySelector<HTMLInputElement>('input[name="phone"]')!;
    field.focus();
    field.value = '(202) 555-0117';
    await press('Enter');
    await reach(element, 'Create your account');
    expect(await bodies(calls, '/verify')).to.deep.equal([{ code: 'K7QM2XRT9WBD3FS', phone: '(202) 555-0117' }]);
  });

  it('takes no phone number over to the email, and has it there again on the way back', async () => {
    const { element } = await visit('portal-activate', 'choice-of-proof');
    const methods = 'How do you want to prove who you are?';
    const typed = (): string => element.querySelector<HTMLInputElement>('[name="phone"], [name="email"]')!.value;
    control('Phone number', methods).click();
    await element.updateComplete;
    element.querySelector<HTMLInputElement>('[name="phone"]')!.value = '(202) 555-0117';
    control('Email', methods).click();
    await element.updateComplete;
    expect(typed()).to.equal('');
    control('Phone number', methods).click();
    await element.updateComplete;
    expect(typed()).to.equal('(202) 555-0117');
  });

  it('wants the password twice where the portal does', async () => {
    const { element } = await visit('portal-activate', 'confirm-password');
    await toSecondStep(element);
    await type('Email/Username', dana.email);
    await type('Password', PASSWORD);
    await type('Confirm password', 'larkspur7?');
    await press('Enter');
    expect(await alertText()).to.contain('The two passwords are not the same');
  });

  it('asks somebody who is logged in what to do with the code', async () => {
    const { element } = await visit('portal-activate', 'somebody-logged-in', { code: codes.fresh });
    await reach(element, 'You are logged in already');
    expect(button('Add this code to my account')).to.exist;
    button('Log out and use another account').click();
    await reach(element, 'Enter your activation code');
    expect(control('Activation code').value).to.equal(codes.fresh);
  });

  it('logs out once more where that has failed', async () => {
    const { element, backend } = await visit('portal-activate', 'somebody-logged-in', { code: codes.fresh });
    await reach(element, 'You are logged in already');
    let tries = 0;
    const logOut = () => (++tries === 1 ? Promise.reject(new PortalError('network')) : backend.adapter.logOut());
    element.adapter = { ...element.adapter!, logOut };
    await element.updateComplete;
    button('Log out and use another account').click();
    await alertText();
    button('Try again').click();
    await reach(element, 'Enter your activation code');
    expect(tries).to.equal(2);
  });

  it('asks for a new code once more where that has failed', async () => {
    const { element, calls } = await visit('portal-activate', 'expired-code');
    await type('Activation code', codes.fresh);
    await typeBirthdate(dana.birthdate);
    await press('Enter');
    await alertText();
    let tries = 0;
    const { renewCode } = element.adapter!;
    const failing: typeof renewCode = (...call) =>
      ++tries === 1 ? Promise.reject(new PortalError('network')) : renewCode(...call);
    element.adapter = { ...element.adapter!, renewCode: failing };
    await element.updateComplete;
    button('Send me a new code').click();
    await waitUntil(() => document.querySelector('[role="alert"]')?.textContent?.includes('can’t be reached'));
    button('Try again').click();
    await waitUntil(() => document.querySelector('[role="status"].portal-status'), 'no code was sent');
    expect(calls.filter(({ url }) => url.endsWith('/verify'))).to.have.length(1);
  });

  describe('once the account is there', () => {
    const withoutPages: Scenario = {
      about: 'Nothing leads to another page.',
      config: { pages: { consent: '', landing: '' } },
      codes: { [codes.fresh]: { person: 'dana', state: 'pending' } },
    };
    const activate = async (scenario: Scenario | 'fresh-code' = 'fresh-code'): Promise<PortalActivate> => {
      const { element } = await visit('portal-activate', scenario, { code: codes.fresh });
      await typeBirthdate(dana.birthdate);
      await press('Enter');
      await reach(element, 'Create your account');
      await type('Email/Username', dana.email);
      await type('Password', PASSWORD);
      await press('Enter');
      await reach(element, 'Your account is ready');
      return element;
    };
    const startsOver = async (element: PortalActivate): Promise<void> => {
      await reach(element, 'Enter your activation code');
      expect(control('Activation code').value, 'the code is used up').to.equal('');
    };

    it('leads on by a link where there is somewhere to go', async () => {
      await activate();
      expect((button('Continue') as HTMLAnchorElement).href).to.contain('/consent');
      const element = await activate(withoutPages);
      expect(element.querySelector('.portal-root')!.textContent.trim()).to.equal('');
    });

    for (const [how, comeBack] of RETURNS)
      it(`starts over: ${how}`, async () => {
        const element = await activate();
        await comeBack(element);
        await startsOver(element);
      });

    it('starts over once the session has ended', async () => {
      const element = await activate();
      document.dispatchEvent(new PortalLoggedOutEvent('requested'));
      await startsOver(element);
    });
  });

  for (const [scenario, words] of [
    ['offline', 'The portal can’t be reached'],
    ['broken', 'Something went wrong'],
    ['busy', 'Too many tries'],
  ] as const)
    it(`loses nothing when it goes wrong: ${scenario}`, async () => {
      await visit('portal-activate', scenario);
      await type('Activation code', codes.fresh);
      await typeBirthdate(dana.birthdate);
      await press('Enter');
      expect(await alertText()).to.contain(words);
      expect(control('Year').value).to.equal('1980');
    });

  it('waits as long as it is told to', async () => {
    const { calls } = await visit('portal-activate', 'busy');
    await type('Activation code', codes.fresh);
    await typeBirthdate(dana.birthdate);
    await press('Enter');
    expect(await alertText()).to.match(/You can try again in 0:(30|29)/);
    button('Next').click();
    await aTimeout(50);
    expect(calls.filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  it('sends once, however often it is told to', async () => {
    const { element, calls } = await visit('portal-activate', {
      about: '',
      codes: { [codes.fresh]: { person: 'dana', state: 'pending' } },
      delayMs: 60,
    });
    await type('Activation code', codes.fresh);
    await typeBirthdate(dana.birthdate);
    element.querySelector('form')!.requestSubmit();
    element.querySelector('form')!.requestSubmit();
    button('Next').click();
    await element.updateComplete;
    expect(element.matches(':state(pending)')).to.equal(true);
    expect(button('Next')).to.have.attribute('aria-disabled', 'true');
    expect(control('Year').disabled).to.equal(false);
    await reach(element, 'Create your account');
    expect(calls.filter(({ url }) => url.endsWith('/verify'))).to.have.length(1);
  });

  it('leaves no secret behind when it leaves the page', async () => {
    const { element } = await visit('portal-activate');
    await type('Activation code', codes.fresh);
    await typeBirthdate(dana.birthdate);
    const fields = [...element.querySelectorAll('input')];
    element.remove();
    await aTimeout(0);
    expect(fields.map(({ value }) => value).join('')).to.equal('');
  });

  it('keeps what was typed when it is only moved', async () => {
    const { element } = await visit('portal-activate');
    await typeBirthdate(dana.birthdate);
    const elsewhere = document.createElement('section');
    element.after(elsewhere);
    elsewhere.append(element);
    await aTimeout(0);
    expect(control('Year').value).to.equal('1980');
  });
});
