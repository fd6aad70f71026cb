import { aTimeout, expect } from '@open-wc/testing';
import { MOCK_PASSWORD, people } from '../../mock-server/index.js';
import { forget } from '../../src/adapter/page-state.js';
import '../../src/elements/reset-password/portal-reset-password.js';
import { waitUntil } from '../support/wait-until.js';
import { alertText, button, control, has, heard, press, reach, type, visit } from './person.js';

async function carry(token: string): Promise<void> {
  location.hash = `#reset=${token}`;
  await aTimeout(50);
}

describe('portal-reset-password', () => {
  afterEach(() => forget('reset'));

  it('mails a link and sets the new password with it', async () => {
    const { element, backend } = await visit('portal-reset-password', 'returning');
    await type('Email/Username', people.dana.email);
    await press('Enter');
    await reach(element, 'Check your email');
    const mail = (await backend.mailbox()).at(-1)!;
    const token = /#reset=([\w-]+)/.exec(mail.text)![1]!;

    await carry(token);
    await reach(element, 'Choose a new password');
    expect(location.hash).to.equal('');
    await type('New password', 'Greenfield8+');
    await press('Enter');
    await waitUntil(() => heard.some((event) => event.type === 'portal-password-reset'));
    expect(element.querySelector('form')).to.equal(null);
    await backend.adapter.logIn({ username: people.dana.email, password: 'Greenfield8+' });
  });

  it('answers alike for an address that nobody has', async () => {
    const { element, backend } = await visit('portal-reset-password', 'returning');
    await type('Email/Username', 'nobody@example.org');
    await press('Enter');
    await reach(element, 'Check your email');
    expect((await backend.mailbox()).filter(({ to }) => to.includes('nobody'))).to.have.length(0);
  });

  it('says that a link no longer works, and has another one sent', async () => {
    await carry('spent');
    const { element } = await visit('portal-reset-password', 'returning');
    await type('New password', MOCK_PASSWORD);
    await press('Enter');
    expect(await alertText()).to.contain('The link no longer works');
    button('Send a new link').click();
    await reach(element, 'Forgot your password?');
    expect(has('Email/Username')).to.equal(true);
  });

  it('shows the rules before typing, and says which aren’t met', async () => {
    await carry('spent');
    const { element } = await visit('portal-reset-password', 'returning');
    expect(element.querySelectorAll('.portal-rule')).to.have.length(3);
    await type('New password', 'short');
    await press('Enter');
    expect(await alertText()).to.contain('at least 8 characters, at most 256; at least 1 digit');
    expect(control('New password')).to.have.attribute('autocomplete', 'new-password');
  });

  it('passes axe in each state', async () => {
    const { element } = await visit('portal-reset-password', 'returning');
    await expect(element).to.be.accessible();
    await type('Email/Username', 'a@example.org');
    await press('Enter');
    await reach(element, 'Check your email');
    await expect(element).to.be.accessible();
    await carry('x');
    await reach(element, 'Choose a new password');
    await expect(element).to.be.accessible();
  });
});
