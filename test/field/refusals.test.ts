import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { codes, createMockBackend, MOCK_PASSWORD, people, type Scenario, type ScenarioName } from '../../mock-server/index.js';
import { createHttpAdapter } from '../../src/adapter/http-adapter.js';
import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { PortalError, type PortalErrorCode, type PortalErrorDetails } from '../../src/contract/errors.js';
import { roots } from '../accessibility/in-page/composed.js';
import { alertText, button, control, has, headingOf, heard, press, reach, type, typeBirthdate, visit } from '../elements/person.js';
import { clearAway, FORMS, write } from './forms.js';
import { password, put } from './screens.js';

const { dana } = people;
const GENERAL = 'Something went wrong';
const fresh = { [codes.fresh]: { person: 'dana', state: 'pending' } } as const;
const failing = (kind: PortalErrorCode, details?: PortalErrorDetails): Scenario => ({
  about: 'One operation fails.',
  codes: fresh,
  accounts: { dana: { consents: 'answered' } },
  fault: { kind, operations: ['verifyCode', 'logIn'], ...(details && { details }) },
});

/** A backend that answers one operation in its own way. */
async function odd(name: keyof PortalAdapter, answer: () => Promise<unknown>, scenario: ScenarioName = 'returning') {
  const { adapter } = await createMockBackend(scenario);
  return { adapter: { ...adapter, [name]: answer } };
}

async function enterCode(birthdate: string = dana.birthdate): Promise<void> {
  await type('Activation code', codes.fresh);
  await typeBirthdate(birthdate);
  await press('Enter');
}

/** All words of the page, those in shadow roots too. */
const pageText = (): string =>
  roots()
    .map((root) => (root instanceof Document ? root.body : root).textContent ?? '')
    .join(' ');

describe('refusals', () => {
  afterEach(clearAway);

  for (const [scenario, reason, next] of [
    ['used-code', 'has been used already', 'log in with the account you created'],
    ['expired-code', 'has expired', 'Send me a new code'],
    ['replaced-code', 'A newer code has replaced this one', 'Use the code from our newest email'],
    ['revoked-code', 'has been withdrawn', 'Need help?'],
  ] as const)
    describe(scenario, () => {
      it('E2: whoever has proved to be the person learns why, and what to do next', async () => {
        await visit('portal-activate', scenario);
        await enterCode('1981-01-01');
        const before = await alertText();
        expect(before).to.contain('No records found').and.not.to.contain(reason);
        await enterCode();
        await waitUntil(async () => (await alertText()).includes(reason), `never said that it ${reason}`);
        const said = await alertText();
        expect(said).to.contain('No records found').and.to.contain(next);
        expect(button('Log in instead')).to.have.attribute('href', '/login');
        expect(said).to.contain('(202) 555-0142');
      });
    });

  for (const [what, answer] of [
    ['an error that nobody knows', () => Promise.reject(Object.assign(new Error('x'), { name: 'PortalError', code: 'code_mouldy' }))],
    ['an error of its own kind', () => Promise.reject(new TypeError('code_mouldy'))],
    ['an answer that is none', () => Promise.resolve({ step: 'code_mouldy' })],
    ['nothing', () => Promise.resolve(undefined)],
  ] as const)
    describe(what, () => {
      it('E3 E7: whatever a backend says about a code, the page has words for it and shows no code', async () => {
        await visit('portal-activate', 'fresh-code', await odd('verifyCode', answer));
        await enterCode();
        expect(await alertText()).to.contain(GENERAL).and.to.contain('(202) 555-0142');
        expect(button('Try again')).to.exist;
        expect(pageText()).not.to.contain('code_mouldy');
        expect(control('Activation code').value).to.equal(codes.fresh);
      });
    });

  it('E3: a reason that nobody knows is told as any refusal is, with what to check', async () => {
    const error = new PortalError('no_records_found', { reason: 'mouldy' as 'used' });
    for (const tag of ['portal-activate', 'portal-link-code'] as const) {
      const name = tag === 'portal-activate' ? 'verifyCode' : 'linkCode';
      const refusing = await odd(name, () => Promise.reject(error), 'logged-in-link-asks');
      const { element } = await visit(tag, 'logged-in-link-asks', refusing);
      await enterCode();
      expect(await alertText(), tag).to.contain('No records found').and.to.contain('newest email');
      expect(pageText(), tag).not.to.contain('mouldy');
      element.remove();
    }
  });

  it('E3: a new code is offered where one has expired and the portal sends new ones, and nowhere else', async () => {
    for (const [scenario, offered] of [
      ['expired-code', true],
      ['expired-code-final', false],
      ['used-code', false],
      ['revoked-code', false],
      ['locked-code', false],
    ] as const) {
      const { element } = await visit('portal-activate', scenario);
      await enterCode();
      expect((await alertText()).includes('Send me a new code'), scenario).to.equal(offered);
      element.remove();
    }
  });

  it('E4: an answer is a next step, not only a yes or no; one that isn’t known is no dead end', async () => {
    for (const [step, ends] of [
      ['consent', 'You are logged in'],
      ['landing', 'You are logged in'],
      ['must_change_password', 'Enter your password'],
    ] as const) {
      // Behind it is a session, as after any log-in.
      const given = await odd('logIn', () => Promise.resolve({ step }), 'logged-in');
      const { element } = await visit('portal-login', 'returning', given);
      await type('Email/Username', dana.email);
      await press('Enter');
      await reach(element, 'Enter your password');
      await type('Password', MOCK_PASSWORD);
      await press('Enter');
      if (ends === 'You are logged in') await reach(element, ends);
      else {
        expect(await alertText()).to.contain(GENERAL);
        expect(button('Try again')).to.exist;
        expect(button('Forgot your password?')).to.have.attribute('href', '/reset-password');
      }
      expect(headingOf(element), step).to.equal(ends);
      expect(heard.some((event) => event.type === 'portal-logged-in'), step).to.equal(ends === 'You are logged in');
      expect(pageText(), step).not.to.contain('must_change_password');
      element.remove();
    }
  });

  it('E6: who has to wait is told so and how long, counting down in silence; until then nothing is sent', async () => {
    const { element, calls, backend } = await visit('portal-activate', failing('too_many_attempts', { retryAfter: 3 }));
    const posts = (): number => calls.filter(({ method }) => method === 'POST').length;
    await enterCode();
    expect(await alertText()).to.match(/Too many tries.*You can try again in 0:0[123]/);
    const region = element.querySelector('[role="alert"]')!;
    const timer = region.querySelector('[role="timer"]')!;
    expect(timer.closest('[aria-live]'), 'the innermost region that holds it is silent').to.have.attribute('aria-live', 'off');
    expect(posts()).to.equal(1);
    put(control('Activation code'), codes.fresh, 'input');
    button('Next').click();
    element.querySelector('form')!.requestSubmit();
    await element.updateComplete;
    expect(posts(), 'nothing is sent before').to.equal(1);
    expect(control('Year').value).to.equal('1980');
    expect(control('Year').readOnly || control('Year').disabled, 'fields stay editable').to.equal(false);

    const shown = timer.textContent;
    const spoken: MutationRecord[] = [];
    const ears = new MutationObserver((changes) => {
      if (timer.isConnected) spoken.push(...changes.filter(({ target }) => !timer.contains(target)));
    });
    ears.observe(region, { childList: true, characterData: true, subtree: true });
    await waitUntil(() => timer.textContent !== shown, 'it doesn’t count down', { timeout: 3_000 });
    ears.disconnect();
    expect(spoken, 'nothing is read out each second').to.deep.equal([]);

    backend.fault = undefined;
    await waitUntil(() => region.textContent?.includes('You can try again now'), 'it is never over', { timeout: 5_000 });
    button('Next').click();
    await reach(element, 'Create your account');
  });

  it('E6: the same at the log-in: too many tries aren’t a wrong password', async () => {
    await password(failing('too_many_attempts', { retryAfter: 30 }));
    await type('Password', MOCK_PASSWORD);
    await press('Enter');
    expect(await alertText())
      .to.match(/Too many tries.*0:(30|29)/)
      .and.not.to.contain('password is wrong');
    expect(control('Email/Username').value).to.equal(dana.email);
  });

  for (const form of FORMS.slice(1))
    describe(form.what, () => {
      it('E7: no form shows the code of an error', async () => {
        const page = await form.open();
        // As from a backend of somebody else, over HTTP: an error that isn't in the catalog.
        const fetch = (): Promise<Response> =>
          Promise.resolve(
            new Response(JSON.stringify({ type: 'about:blank', title: 'X', status: 429, code: 'login_limit_exceeded' }), {
              status: 400,
              headers: { 'content-type': 'application/problem+json' },
            }),
          );
        const broken = createHttpAdapter({ baseUrl: 'https://portal.example/api/portal', fetch });
        const { adapter } = page.element as { adapter?: PortalAdapter };
        const element = page.element as unknown as { adapter: PortalAdapter; updateComplete: Promise<unknown> };
        element.adapter = { ...broken, readConfig: adapter!.readConfig };
        await element.updateComplete;
        await aTimeout(0);
        write(page.form, form.typed);
        page.form.requestSubmit();
        expect(await alertText()).to.contain(GENERAL);
        expect(pageText()).not.to.contain('login_limit_exceeded');
      });
    });

  it('case 91: every step says whose portal it is; a code of another one says no more than any wrong code', async () => {
    const { element } = await visit('portal-activate', 'fresh-code');
    expect(element.shadowRoot!.textContent).to.contain('Larkfield Clinic');
    await type('Activation code', codes.second);
    await typeBirthdate(dana.birthdate);
    await press('Enter');
    const foreign = await alertText();
    await type('Activation code', codes.fresh);
    await typeBirthdate('1981-01-01');
    await press('Enter');
    await waitUntil(() => heard.filter((event) => event.type === 'portal-error').length === 2);
    expect(await alertText(), 'nothing tells where a code belongs').to.equal(foreign);
    await enterCode();
    await reach(element, 'Create your account');
    expect(element.shadowRoot!.textContent).to.contain('Larkfield Clinic');
    element.remove();
    const login = await visit('portal-login', 'returning', { messages: {} });
    expect(login.element.shadowRoot!.textContent).to.contain('Larkfield Clinic');
  });

  it('case 99: the page names the mailbox that a person typed, or none at all', async () => {
    const { element } = await visit('portal-activate', 'expired-code');
    await enterCode();
    await alertText();
    button('Send me a new code').click();
    await waitUntil(() => element.textContent?.includes('A new code is on its way to the address that got the first one.'));
    expect(element.textContent.replaceAll('help@larkfield.example', '')).not.to.contain('@');
    element.remove();
    for (const typed of ['ann@example.org', 'old-user']) {
      const reset = await visit('portal-reset-password', 'returning');
      await type('Email/Username', typed);
      await press('Enter');
      await reach(reset.element, 'Check your email');
      expect(reset.element.shadowRoot!.textContent).to.contain(`If there is an account for ${typed}, a link is on its way`);
      expect(has('Email/Username')).to.equal(false);
      reset.element.remove();
    }
  });
});
