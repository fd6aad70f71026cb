import { expect } from '@open-wc/testing';
import { codes, people } from '../../mock-server/index.js';
import { PortalError } from '../../src/contract/errors.js';
import { alertText, button, has, heard, press, reach, type, typeBirthdate, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway } from './forms.js';
import { answering, enterCode } from './screens.js';

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

  it('E3: a reason that nobody knows is told as any refusal is, with what to check', async () => {
    const error = new PortalError('no_records_found', { reason: 'mouldy' as 'used' });
    for (const tag of ['portal-activate', 'portal-link-code'] as const) {
      const name = tag === 'portal-activate' ? 'verifyCode' : 'linkCode';
      const refusing = await answering(name, () => Promise.reject(error), 'logged-in-link-asks');
      const { element } = await visit(tag, 'logged-in-link-asks', refusing);
      await enterCode();
      expect(await alertText(), tag)
        .to.contain('No records found')
        .and.to.contain('newest email');
      expect(element.textContent, tag).not.to.contain('mouldy');
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

  it('case 91: every step says whose portal it is; a code of another one says no more than any wrong code', async () => {
    const { element } = await visit('portal-activate', 'fresh-code');
    expect(element.shadowRoot!.textContent).to.contain('Larkfield Clinic');
    await type('Activation code', codes.second);
    await typeBirthdate(people.dana.birthdate);
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
    await waitUntil(() =>
      element.textContent?.includes('A new code is on its way to the address that got the first one.'),
    );
    expect(element.textContent.replaceAll('help@larkfield.example', '')).not.to.contain('@');
    element.remove();
    for (const typed of ['ann@example.org', 'old-user']) {
      const reset = await visit('portal-reset-password', 'returning');
      await type('Email/Username', typed);
      await press('Enter');
      await reach(reset.element, 'Check your email');
      expect(reset.element.shadowRoot!.textContent).to.contain(
        `If there is an account for ${typed}, a link is on its way`,
      );
      expect(has('Email/Username')).to.equal(false);
      reset.element.remove();
    }
  });
});
