import { aTimeout, expect } from '@open-wc/testing';
import { codes, createMockBackend, MOCK_PASSWORD, people, type Scenario } from '../../mock-server/index.js';
import { forget } from '../../src/adapter/page-state.js';
import { PortalError, type PortalErrorCode } from '../../src/contract/errors.js';
import { errorsOf, type OperationName } from '../../src/contract/operations.js';
import {
  PortalCodeLinkedEvent,
  PortalLoggedInEvent,
  PortalLoggedOutEvent,
  type PortalSettingsSavedEvent,
} from '../../src/elements/events.js';
import { deviceName, timeAgo } from '../../src/elements/settings/device.js';
import '../../src/elements/link-code/portal-link-code.js';
import '../../src/elements/settings/portal-settings.js';
import type { PortalSettings } from '../../src/elements/settings/portal-settings.js';
import en from '../../src/locale/en.js';
import { waitUntil } from '../support/wait-until.js';
import { alertText, descriptionOf, focused, goAndComeBack, heard, visit as visitPage } from './person.js';
import { sendKeys } from '@web/test-runner-commands';

const NEW_PASSWORD = 'Greenfield8+';
const text = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The section with this heading. */
function section(heading: string): HTMLElement {
  const found = [...document.querySelectorAll('section')].find(
    (each) => text(each.querySelector('.portal-subheading')) === heading,
  );
  if (!found) throw new Error(`There is no section “${heading}”.`);
  return found;
}

const headings = (): string[] => [...document.querySelectorAll('.portal-subheading')].map(text);

function button(name: string, heading: string): HTMLElement {
  const found = [...section(heading).querySelectorAll<HTMLElement>('button, a')].find((each) => text(each) === name);
  if (!found) throw new Error(`There is no “${name}” in “${heading}”.`);
  return found;
}

function field(label: string, heading: string): HTMLInputElement {
  const found = [...section(heading).querySelectorAll('label')].find((each) => text(each) === label)?.control;
  if (!found) throw new Error(`There is no “${label}” in “${heading}”.`);
  return found as HTMLInputElement;
}

async function type(label: string, heading: string, typed: string): Promise<void> {
  const input = field(label, heading);
  input.focus();
  input.select();
  await sendKeys(typed ? { type: typed } : { press: 'Backspace' });
}

const press = (key: string): Promise<void> => sendKeys({ press: key });
const says = (heading: string, words: string): Promise<void> =>
  waitUntil(
    () => text(section(heading).querySelector('form > .portal-actions [role="status"]')).includes(words),
    `${heading}: ${words}`,
  );
const savedSections = (): string[] =>
  heard.flatMap((event) =>
    event.type === 'portal-settings-saved' ? [(event as PortalSettingsSavedEvent).section] : [],
  );
const bodiesOf = (calls: Request[], method: string): Promise<unknown[]> =>
  Promise.all(calls.filter((call) => call.method === method).map((request) => request.clone().json()));

async function visit(
  scenario: Parameters<typeof visitPage>[1] = 'logged-in',
  properties: Partial<PortalSettings> = {},
) {
  const here = await visitPage('portal-settings', scenario, properties);
  await waitUntil(() => headings().length > 0 && !here.element.matches(':state(pending)'), 'nothing was loaded');
  return here;
}

/** Dana at home, with three consents and whatever the portal's config says beside. */
const portal = (config: Scenario['config']): Scenario => ({
  about: 'Dana is logged in.',
  ...(config && { config }),
  accounts: { dana: { consents: 'answered', helpSeen: true } },
  loggedIn: 'dana',
});

describe('portal-settings', () => {
  afterEach(() => {
    forget('code');
    sessionStorage.clear();
  });

  it('passes axe as a whole, with a record open, asked about a withdrawal, and refused', async () => {
    const { element } = await visit();
    await expect(element).to.be.accessible();
    button('Read Portal Consent', 'Consents').click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
    button('Withdraw Telehealth consent', 'Consents').click();
    await element.updateComplete;
    await expect(element).to.be.accessible();
    await type('Email', 'Contact information', 'nobody');
    button('Save', 'Contact information').click();
    button('Save', 'Password').click();
    await alertText();
    await expect(element).to.be.accessible();
  });

  it('changes the password by keyboard alone', async () => {
    const { calls, element } = await visit();
    field('Current password', 'Password').focus();
    await sendKeys({ type: MOCK_PASSWORD });
    await press('Tab');
    await press('Tab');
    expect(focused()).to.equal(field('New password', 'Password'));
    await sendKeys({ type: NEW_PASSWORD });
    expect(text(section('Password').querySelector('.portal-rules'))).not.to.contain('not met yet');
    await press('Enter');
    await says('Password', 'Password changed');
    expect(await bodiesOf(calls, 'PUT')).to.deep.equal([{ currentPassword: MOCK_PASSWORD, newPassword: NEW_PASSWORD }]);
    expect(savedSections()).to.deep.equal(['password']);
    const secrets = [...element.querySelectorAll<HTMLInputElement>('input[data-secret]')];
    expect(secrets.map(({ value }) => value).join('')).to.equal('');
  });

  it('shows the sections that the page asks for, in its order', async () => {
    await visit('logged-in', { sections: 'people  password nonsense' });
    expect(headings()).to.deep.equal(['People', 'Password']);
  });

  it('shows nothing that the portal has switched off, and asks for nothing of it', async () => {
    const { calls } = await visit('few-settings');
    expect(headings()).to.deep.equal(['Activation code', 'Password', 'People']);
    expect(calls.map(({ url }) => new URL(url).pathname.replace('/api/portal', ''))).to.deep.equal([
      '/config',
      '/account',
    ]);
  });

  it('shows what this account may not change as text', async () => {
    const { adapter } = await createMockBackend('logged-in');
    const readAccount = async () => ({ ...(await adapter.readAccount()), editable: ['email'] });
    await visit('logged-in', { adapter: { ...adapter, readAccount } });
    expect(text(section('Contact information'))).to.match(/Mobile phone \+12025550119/);
    expect(section('Contact information').querySelectorAll('input')).to.have.length(1);
  });

  const refusals: Partial<
    Record<
      OperationName,
      { heading: string; act: () => Promise<unknown>; atFields: Partial<Record<PortalErrorCode, string>> }
    >
  > = {
    updateContact: {
      heading: 'Contact information',
      act: async () => {
        await type('Email', 'Contact information', 'new@example.com');
        await type('Current password', 'Contact information', MOCK_PASSWORD);
      },
      atFields: {
        email_invalid: en.username.invalid,
        email_taken: en.username.taken,
        invalid_credentials: en.password.wrong,
      },
    },
    changePassword: {
      heading: 'Password',
      act: async () => {
        await type('Current password', 'Password', MOCK_PASSWORD);
        await type('New password', 'Password', NEW_PASSWORD);
      },
      atFields: {
        invalid_credentials: en.password.wrong,
      },
    },
    withdrawConsent: {
      heading: 'Consents',
      act: async () => {
        button('Withdraw Telehealth consent', 'Consents').click();
        await waitUntil(() => section('Consents').querySelector('.portal-question'));
      },
      atFields: {},
    },
  };
  for (const [name, { heading, act, atFields }] of Object.entries(refusals)) {
    it(`shows every error that ${name} lists, where the act was`, async () => {
      const { element } = await visit();
      await act();
      const alert = section(heading).querySelector('[role="alert"]');
      // What is forbidden can't be tried a second time, so it comes last.
      const codes = [...errorsOf(name as OperationName), 'network'] as PortalErrorCode[];
      for (const code of codes.sort((a, b) => Number(a === 'not_allowed') - Number(b === 'not_allowed'))) {
        element.adapter = { ...element.adapter!, [name]: () => Promise.reject(new PortalError(code)) };
        await element.updateComplete;
        heard.length = 0;
        section(heading).querySelector('form')!.requestSubmit();
        await waitUntil(() => heard.some((event) => event.type === 'portal-error'), code);
        await element.updateComplete;
        await aTimeout(0);
        expect(text(alert), code).to.contain(atFields[code] ?? en.errors[code].title);
        expect(focused(), code).to.equal(alert);
      }
    });
  }

  it('says so when the account can’t be read, and tries again', async () => {
    const { element } = await visitPage('portal-settings', 'logged-out');
    expect(await alertText()).to.contain('Your session has ended');
    expect(headings()).to.deep.equal([]);
    const { adapter } = await createMockBackend('logged-in');
    let tries = 0;
    element.adapter = {
      ...adapter,
      readAccount: () => (++tries === 1 ? Promise.reject(new PortalError('network')) : adapter.readAccount()),
    };
    await element.updateComplete;
    element.querySelector('form')!.requestSubmit();
    await waitUntil(() => [...element.querySelectorAll('button')].some((each) => text(each) === 'Try again'));
    [...element.querySelectorAll('button')].find((each) => text(each) === 'Try again')!.click();
    await waitUntil(() => headings().length === 6);
  });

  it('takes the code of a mail along to a consent that is open', async () => {
    location.hash = `#code=${codes.second}`;
    await aTimeout(50);
    const { element } = await visitPage('portal-settings', 'consents-pending');
    expect(await alertText()).to.contain('A consent is still open');
    const link = element.querySelector<HTMLAnchorElement>('[role="alert"] a')!;
    let followed = '';
    element.addEventListener('click', (event) => {
      event.preventDefault();
      followed = link.href;
    });
    link.click();
    expect(followed).to.match(new RegExp(`/consent\\?next=.*#code=${codes.second}$`));
  });

  it('reads what a section lists when the page asks for it later', async () => {
    const { element } = await visit('logged-in', { sections: 'contact' });
    element.sections = 'consents sessions';
    await waitUntil(() => headings().join() === 'Consents,Sessions');
    await waitUntil(() => text(section('Consents')).includes('Telehealth consent'), 'no consents');
    await waitUntil(() => text(section('Sessions')).includes('This device'), 'no sessions');
  });

  describe('when somebody logs in on the same page', () => {
    const CONTACT = 'Contact information';
    const MOBILE = 'Mobile phone (optional)';
    const both: Scenario = {
      ...portal({}),
      accounts: { dana: { consents: 'answered' }, sam: { consents: 'answered' } },
    };
    const logIn = async (adapter: PortalSettings['adapter'], who: 'dana' | 'sam'): Promise<void> => {
      await adapter!.logIn({ username: people[who].email, password: MOCK_PASSWORD });
      document.dispatchEvent(new PortalLoggedInEvent());
    };
    const alerts = (): string => [...document.querySelectorAll('[role="alert"]')].map(text).join('');

    it('is there again, with what was typed before', async () => {
      const { backend } = await visit();
      await type(MOBILE, CONTACT, '202 555 0188');
      document.dispatchEvent(new PortalLoggedOutEvent('idle'));
      expect(await alertText()).to.contain('Your session has ended');
      await logIn(backend.adapter, 'dana');
      await waitUntil(() => headings().length === 6, 'it never came back');
      expect(field(MOBILE, CONTACT).value).to.equal('202 555 0188');
      expect(alerts()).to.equal('');
    });

    it('takes back what it had said, and leaves alone what was typed', async () => {
      const { backend, calls } = await visit();
      await type('Activation code', 'Activation code', codes.second);
      await type('Current password', 'Password', MOCK_PASSWORD);
      await type(MOBILE, CONTACT, '202 555 0188');
      await backend.adapter.logOut();
      await press('Enter');
      expect(await alertText()).to.contain('Your session has ended');
      const read = calls.filter(({ url }) => url.endsWith('/account')).length;
      await logIn(backend.adapter, 'dana');
      await waitUntil(() => alerts() === '');
      await waitUntil(() => calls.filter(({ url }) => url.endsWith('/account')).length > read);
      await aTimeout(50);
      expect(field(MOBILE, CONTACT).value).to.equal('202 555 0188');
      expect(field('Current password', 'Password').value).to.equal(MOCK_PASSWORD);
      expect(field('Activation code', 'Activation code').value).to.equal(codes.second);
    });

    it('leaves nothing of one person for another', async () => {
      const { element, backend } = await visit(both);
      await type('Home phone (optional)', CONTACT, '12');
      await press('Enter');
      await alertText();
      await type(MOBILE, CONTACT, '202 555 0188');
      await backend.adapter.logOut();
      await logIn(backend.adapter, 'sam');
      await waitUntil(() => field('Email', CONTACT).value === people.sam.email);
      expect(field(MOBILE, CONTACT).value).to.equal(people.sam.mobilePhone);
      expect(element.textContent).not.to.contain('Dana');
      expect(alerts()).to.equal('');
    });

    it('puts nothing of one person in the place of another’s when an answer comes late', async () => {
      const { element, backend } = await visit(both);
      const { account } = element;
      let answer!: (late: typeof account) => void;
      const updateContact = () => new Promise<typeof account>((resolve) => (answer = resolve));
      element.adapter = { ...element.adapter!, updateContact };
      await element.updateComplete;
      await type(MOBILE, CONTACT, '202 555 0188');
      await press('Enter');
      await logIn(backend.adapter, 'sam');
      await waitUntil(() => field('Email', CONTACT).value === people.sam.email);
      answer(account);
      await aTimeout(50);
      expect(element.account.username).to.equal(people.sam.email);
      expect(element.textContent).not.to.contain('Dana');
    });

    it('shows nothing of a person whose account is still being read after they have added a code and logged out', async () => {
      const { element } = await visit();
      const { account } = element;
      let answer!: (late: typeof account) => void;
      const readAccount = () => new Promise<typeof account>((resolve) => (answer = resolve));
      element.adapter = { ...element.adapter!, readAccount };
      await element.updateComplete;
      element.dispatchEvent(new PortalCodeLinkedEvent());
      await waitUntil(() => answer);
      document.dispatchEvent(new PortalLoggedOutEvent('requested'));
      answer(account);
      await aTimeout(50);
      expect(element.textContent).not.to.contain('Dana');
      expect(headings()).to.deep.equal([]);
    });

    it('holds nothing of a person any longer once they have logged out', async () => {
      const { element } = await visit();
      const flows = [...element.flows];
      const held = (): string => JSON.stringify(flows.map(({ state }) => state));
      expect(held()).to.contain('Dana Reyes');
      document.dispatchEvent(new PortalLoggedOutEvent('requested'));
      expect(held()).not.to.contain('Dana');
    });

    it('leaves nothing of one person where the next one’s account can’t be read, and the page says so itself', async () => {
      const { element, backend } = await visit(both);
      element.adapter = { ...element.adapter!, readAccount: () => Promise.reject(new PortalError('network')) };
      await element.updateComplete;
      element.addEventListener('portal-error', (event) => event.preventDefault());
      await logIn(backend.adapter, 'sam');
      await waitUntil(() => heard.some((event) => event.type === 'portal-error'));
      await element.updateComplete;
      expect(alerts()).to.equal('');
      expect(element.textContent).not.to.contain('Dana');
      expect(element.querySelectorAll('input')).to.have.length(0);
    });
  });

  describe('activation code', () => {
    it('adds a code and shows the person among the others', async () => {
      const { element } = await visit();
      await type('Activation code', 'Activation code', codes.second);
      await press('Enter');
      await waitUntil(() => text(section('People')).includes('Milo Reyes'));
      expect(text(section('Activation code'))).to.contain('The activation code has been added successfully');
      expect(element.querySelectorAll('.portal-subheading')).to.have.length(6);
      const linkCode = element.querySelector('portal-link-code')!;
      expect(linkCode.shadowRoot!.querySelector('.portal-heading'), 'one heading is enough').to.equal(null);
      expect(linkCode.shadowRoot!.querySelector('[part="footer"]')).to.have.attribute('hidden');
    });

    it('stands in no frame of its own', async () => {
      const { element } = await visit();
      for (const [token, value] of [
        ['padding', '3rem'],
        ['border', '2px solid red'],
        ['surface', 'red'],
        ['shadow', '0 0 1px red'],
      ])
        element.style.setProperty(`--portal-${token}`, value!);
      const base = element.querySelector('portal-link-code')!.shadowRoot!.querySelector('[part="base"]')!;
      const { padding, borderTopWidth, backgroundColor, boxShadow } = getComputedStyle(base);
      expect([padding, borderTopWidth, backgroundColor, boxShadow]).to.deep.equal([
        '0px',
        '0px',
        'rgba(0, 0, 0, 0)',
        'none',
      ]);
    });
  });

  describe('contact information', () => {
    const CONTACT = 'Contact information';

    it('sends what was changed and nothing else', async () => {
      const { calls } = await visit();
      await type('Mobile phone (optional)', CONTACT, '(202) 555-0199');
      await type('Work phone (optional)', CONTACT, '');
      await press('Enter');
      await says(CONTACT, 'Contact information saved');
      expect(await bodiesOf(calls, 'PATCH')).to.deep.equal([{ mobilePhone: '(202) 555-0199', workPhone: null }]);
      expect(field('Mobile phone (optional)', CONTACT).value).to.equal('+12025550199');
      expect(savedSections()).to.deep.equal(['contact']);
    });

    it('asks for the current password once the email is another one', async () => {
      const { calls } = await visit();
      const asked = (): boolean =>
        [...section(CONTACT).querySelectorAll('label')].some((each) => text(each) === 'Current password');
      expect(asked()).to.equal(false);
      await type('Email', CONTACT, 'dana@example.org');
      expect(asked()).to.equal(true);
      await press('Enter');
      expect(await alertText()).to.contain('Enter your current password');
      await type('Current password', CONTACT, 'wrong');
      await press('Enter');
      await waitUntil(() =>
        descriptionOf(field('Current password', CONTACT)).includes('The current password is wrong'),
      );
      await type('Current password', CONTACT, MOCK_PASSWORD);
      await press('Enter');
      await says(CONTACT, 'Contact information saved');
      expect((await bodiesOf(calls, 'PATCH')).at(-1)).to.deep.equal({
        email: 'dana@example.org',
        currentPassword: MOCK_PASSWORD,
      });
      expect(asked()).to.equal(false);
      expect(section('Password').querySelector<HTMLInputElement>('input[autocomplete="username"]')!.value).to.equal(
        'dana@example.org',
      );
    });

    it('refuses what is no address by itself, and one that is taken by the backend', async () => {
      const both = { dana: { consents: 'answered' }, sam: { consents: 'answered' } } as const;
      const { calls } = await visit({ ...portal({}), accounts: both });
      await type('Email', CONTACT, 'nobody');
      await press('Enter');
      expect(await alertText()).to.contain('Email is invalid');
      expect(calls.some(({ method }) => method === 'PATCH')).to.equal(false);
      await type('Email', CONTACT, people.sam.email);
      await type('Current password', CONTACT, MOCK_PASSWORD);
      await press('Enter');
      await waitUntil(() => descriptionOf(field('Email', CONTACT)).includes('Email has been taken'));
      expect(field('Email', CONTACT)).to.have.attribute('aria-invalid', 'true');
    });

    it('says which phone number can’t be one', async () => {
      await visit();
      await type('Home phone (optional)', CONTACT, '12');
      await press('Enter');
      expect(await alertText()).to.contain('Enter a phone number with its area code');
      expect(descriptionOf(field('Home phone (optional)', CONTACT))).to.contain(
        'Enter a phone number with its area code',
      );
      expect(field('Mobile phone (optional)', CONTACT)).to.have.attribute('aria-invalid', 'false');
    });

    it('keeps the old address until the new one is confirmed, where the portal wants that', async () => {
      await visit(portal({ confirmNewEmail: true }));
      await type('Email', CONTACT, 'dana@example.org');
      await type('Current password', CONTACT, MOCK_PASSWORD);
      await press('Enter');
      await says(CONTACT, 'once you open the link');
      expect(field('Email', CONTACT).value).to.equal(people.dana.email);
    });

    it('saves the language', async () => {
      const { calls } = await visit();
      const select = field('Language', CONTACT) as unknown as HTMLSelectElement;
      expect([...select.options].map(({ text: name }) => name)).to.deep.equal(['English', 'Español', 'العربية']);
      select.value = 'es';
      button('Save', CONTACT).click();
      await says(CONTACT, 'saved');
      expect(await bodiesOf(calls, 'PATCH')).to.deep.equal([{ language: 'es' }]);
      expect(select.value).to.equal('es');
    });

    it('keeps what was typed when the session ends, for the same person alone, and no secret', async () => {
      const { element, backend } = await visit();
      await type('Email', CONTACT, 'dana@example.org');
      await type('Current password', CONTACT, MOCK_PASSWORD);
      await type('Mobile phone (optional)', CONTACT, '202 555 0188');
      expect(sessionStorage.length, 'nothing is kept while the session lasts').to.equal(0);
      await backend.adapter.logOut();
      await press('Enter');
      await alertText();
      expect(JSON.stringify(sessionStorage)).to.contain('202 555 0188').and.not.to.contain(MOCK_PASSWORD);
      element.remove();

      const sam = await visit({ ...portal({}), accounts: { sam: { consents: 'answered' } }, loggedIn: 'sam' });
      expect(field('Mobile phone (optional)', CONTACT).value).to.equal(people.sam.mobilePhone);
      expect(sessionStorage.length).to.equal(0);
      sam.element.remove();
    });

    it('brings back what was typed, and forgets it once it is saved', async () => {
      const before = await visit();
      await type('Email', CONTACT, 'dana@example.org');
      await type('Mobile phone (optional)', CONTACT, '202 555 0188');
      document.dispatchEvent(new PortalLoggedOutEvent('idle'));
      before.element.remove();
      await visit();
      await waitUntil(() => field('Mobile phone (optional)', CONTACT).value === '202 555 0188');
      expect(field('Email', CONTACT).value).to.equal('dana@example.org');
      await type('Current password', CONTACT, MOCK_PASSWORD);
      await press('Enter');
      await says(CONTACT, 'saved');
      expect(sessionStorage.length).to.equal(0);
      expect(field('Mobile phone (optional)', CONTACT).value).to.equal('+12025550188');
    });

    it('has what was typed there again after Back, also where the account couldn’t be read at first', async () => {
      const { element } = await visit();
      await type('Mobile phone (optional)', CONTACT, '202 555 0188');
      const adapter = element.adapter!;
      element.adapter = { ...adapter, readAccount: () => Promise.reject(new PortalError('network')) };
      await element.updateComplete;
      await goAndComeBack(element);
      expect(await alertText()).to.contain(en.errors.network.title);
      expect(headings(), 'it may be somebody else').to.deep.equal([]);
      element.adapter = adapter;
      await element.updateComplete;
      [...element.querySelectorAll('button')].find((each) => text(each) === 'Try again')!.click();
      await waitUntil(() => headings().length === 6);
      expect(field('Mobile phone (optional)', CONTACT).value).to.equal('202 555 0188');
    });

    for (const [how, giveUp] of [
      ['saved so', async () => (await press('Enter'), await says(CONTACT, 'saved'))],
      ['left so when the session ends', () => document.dispatchEvent(new PortalLoggedOutEvent('idle'))],
    ] as const)
      it(`forgets what was typed before, once it is as it was: ${how}`, async () => {
        const before = await visit();
        await type('Mobile phone (optional)', CONTACT, '202 555 0188');
        document.dispatchEvent(new PortalLoggedOutEvent('idle'));
        before.element.remove();
        await visit();
        expect(field('Mobile phone (optional)', CONTACT).value).to.equal('202 555 0188');
        await type('Mobile phone (optional)', CONTACT, people.dana.mobilePhone);
        await giveUp();
        expect(sessionStorage.length).to.equal(0);
      });

    it('keeps what was typed on another page, where this one doesn’t ask for it', async () => {
      const before = await visit();
      await type('Mobile phone (optional)', CONTACT, '202 555 0188');
      document.dispatchEvent(new PortalLoggedOutEvent('idle'));
      before.element.remove();
      await visit('logged-in', { sections: 'people' });
      document.dispatchEvent(new PortalLoggedOutEvent('idle'));
      expect(JSON.stringify(sessionStorage)).to.contain('202 555 0188');
    });

    it('keeps nothing for somebody who logs out', async () => {
      await visit();
      await type('Mobile phone (optional)', CONTACT, '202 555 0188');
      document.dispatchEvent(new PortalLoggedOutEvent('requested'));
      expect(sessionStorage.length).to.equal(0);
    });

    it('leaves nothing of the account on a page that stays after the log-out', async () => {
      const { element } = await visit();
      document.dispatchEvent(new PortalLoggedOutEvent('idle'));
      expect(await alertText()).to.contain('Your session has ended');
      expect(element.textContent).not.to.contain('Dana');
      expect(element.querySelectorAll('input')).to.have.length(0);
      await expect(element).to.be.accessible();
    });
  });

  describe('password', () => {
    it('has a user name that managers can read and nobody trips over', async () => {
      await visit();
      const username = section('Password').querySelector<HTMLInputElement>('form input[autocomplete="username"]')!;
      expect([username.type, username.value, username.readOnly, username.tabIndex]).to.deep.equal([
        'text',
        people.dana.email,
        true,
        -1,
      ]);
      expect(field('Current password', 'Password').autocomplete).to.equal('current-password');
      expect(field('New password', 'Password').autocomplete).to.equal('new-password');
    });

    it('says that the current one is wrong at its field, and shows the rules that aren’t met', async () => {
      await visit();
      await type('Current password', 'Password', 'wrong');
      await type('New password', 'Password', 'short');
      await press('Enter');
      expect(await alertText()).to.contain('Password does not meet every rule yet');
      await type('New password', 'Password', NEW_PASSWORD);
      await press('Enter');
      await waitUntil(() =>
        descriptionOf(field('Current password', 'Password')).includes('The current password is wrong'),
      );
    });

    it('has the new one typed twice where the portal wants that', async () => {
      const { calls } = await visit(portal({ confirmPassword: true }));
      await type('Current password', 'Password', MOCK_PASSWORD);
      await type('New password', 'Password', NEW_PASSWORD);
      await type('Confirm password', 'Password', 'Greenfield9+');
      await press('Enter');
      expect(await alertText()).to.contain('The two passwords are not the same');
      expect(calls.some(({ method }) => method === 'PUT')).to.equal(false);
    });
  });

  describe('consents', () => {
    it('shows a record again, with its answers', async () => {
      await visit();
      button('Read Telehealth consent', 'Consents').click();
      await waitUntil(() => section('Consents').querySelector('.portal-record'));
      expect(text(section('Consents'))).to.match(
        /A video visit has limits.*I understand these limits Yes.*Where will you take video visits\? At home/,
      );
      button('Close Telehealth consent', 'Consents').click();
      await waitUntil(() => !section('Consents').querySelector('.portal-record'));
    });

    it('hands out a record as a file', async () => {
      await visit();
      button('Read Portal Consent', 'Consents').click();
      await waitUntil(() => section('Consents').querySelector('.portal-record'));
      const { createObjectURL } = URL;
      let file: Blob | undefined;
      let name = '';
      URL.createObjectURL = (blob: Blob) => ((file = blob), 'blob:nothing');
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function () {
        name = this.download;
      };
      button('Download', 'Consents').click();
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
      expect(name).to.equal('portal-consent-2026-01.txt');
      expect(await file!.text()).to.match(
        /Portal Consent[\s\S]*- Write to your care team\.[\s\S]*Yes[\s\S]*Dana Reyes/,
      );
    });

    it('are read once more, and none is withdrawn again, where they couldn’t be read after that', async () => {
      const { adapter } = await createMockBackend('logged-in');
      let asked = 0;
      let withdrawn = 0;
      const listConsents = () => (++asked === 2 ? Promise.reject(new PortalError('network')) : adapter.listConsents());
      const withdrawConsent: typeof adapter.withdrawConsent = (input) => (withdrawn++, adapter.withdrawConsent(input));
      await visit('logged-in', { adapter: { ...adapter, listConsents, withdrawConsent } });
      button('Withdraw Telehealth consent', 'Consents').click();
      await waitUntil(() => section('Consents').querySelector('.portal-question'));
      section('Consents').querySelector('form')!.requestSubmit();
      await alertText();
      expect(savedSections(), 'it is withdrawn all the same').to.deep.equal(['consents']);
      button('Try again', 'Consents').click();
      await waitUntil(() => asked === 3 && !section('Consents').querySelector('.portal-question'));
      expect(withdrawn).to.equal(1);
    });

    it('withdraws an optional one by keyboard, once that is confirmed', async () => {
      const { calls, element } = await visit();
      button('Withdraw Telehealth consent', 'Consents').focus();
      await press('Enter');
      await element.updateComplete;
      await aTimeout(0);
      expect(text(focused())).to.equal('Withdraw your answer to “Telehealth consent”?');
      await press('Tab');
      await press('Tab');
      expect(text(focused())).to.equal('Cancel');
      await press('Enter');
      await aTimeout(50);
      expect(focused()).to.equal(button('Withdraw Telehealth consent', 'Consents'));
      await press('Enter');
      await aTimeout(50);
      await press('Tab');
      await press('Enter');
      await says('Consents', 'Your answer to “Telehealth consent” is withdrawn');
      await waitUntil(() => focused() === button('Read Telehealth consent', 'Consents'));
      expect(text(section('Consents'))).to.contain('Withdrawn on');
      expect(calls.filter(({ method }) => method === 'DELETE')).to.have.length(1);
      expect(savedSections()).to.deep.equal(['consents']);
    });

    it('offers no way to withdraw a required one', async () => {
      await visit();
      expect(text(section('Consents'))).to.match(/Portal Consent Agreed on [^,]+, \d{4}, required/);
      expect(() => button('Withdraw Portal Consent', 'Consents')).to.throw();
    });

    it('learns that one is required from a backend that says so late', async () => {
      const { adapter } = await createMockBackend('logged-in');
      const listConsents = async () => {
        const { pending, records } = await adapter.listConsents();
        return { pending, records: records.map(({ required: _, ...record }) => (void _, record)) };
      };
      await visit('logged-in', { adapter: { ...adapter, listConsents } });
      button('Withdraw Portal Consent', 'Consents').click();
      await waitUntil(() => section('Consents').querySelector('.portal-question'));
      section('Consents').querySelector('form')!.requestSubmit();
      expect(await alertText()).to.contain('The portal can’t be used without it');
      expect(text(section('Consents'))).to.match(/Portal Consent Agreed on [^,]+, \d{4}, required/);
      expect(() => button('Withdraw Portal Consent', 'Consents')).to.throw();
    });

    it('leads to another answer where one was declined or withdrawn', async () => {
      await visit();
      expect(() => button('Answer Telehealth consent', 'Consents')).to.throw();
      button('Withdraw Telehealth consent', 'Consents').click();
      await waitUntil(() => section('Consents').querySelector('.portal-question'));
      section('Consents').querySelector('form')!.requestSubmit();
      await says('Consents', 'is withdrawn');
      const link = button('Answer Telehealth consent', 'Consents') as HTMLAnchorElement;
      expect(new URL(link.href).searchParams.get('consent')).to.equal('telehealth');
      expect(() => button('Answer Portal Consent', 'Consents')).to.throw();
    });

    it('leads to those that are still open, and back', async () => {
      await visit('optional-consents-pending');
      const link = button('Answer Telehealth consent', 'Consents') as HTMLAnchorElement;
      expect(new URL(link.href).pathname).to.equal('/consent');
      expect(new URL(link.href).searchParams.get('next')).to.equal(location.pathname + location.search);
    });
  });

  describe('sessions', () => {
    const chrome =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

    it('lists this device first, and ends all others', async () => {
      const { adapter } = await createMockBackend('logged-in');
      const seen = new Date(Date.now() - 7_200_000).toISOString();
      let ended = 0;
      const listSessions = async () => {
        const { sessions } = await adapter.listSessions();
        return {
          sessions: [{ id: 'x', current: false, startedAt: seen, lastSeenAt: seen, userAgent: firefox }, ...sessions],
        };
      };
      const endOtherSessions = () => (ended++, adapter.endOtherSessions());
      await visit('logged-in', { adapter: { ...adapter, listSessions, endOtherSessions } });
      await waitUntil(() => text(section('Sessions')).includes('Firefox on Linux'));
      expect(text(section('Sessions').querySelector('ul'))).to.match(
        /^This device.*Firefox on Linux Last active 2 hours ago/,
      );
      button('Log out everywhere else', 'Sessions').click();
      await says('Sessions', 'You are logged out everywhere else');
      expect(text(section('Sessions'))).not.to.contain('Firefox on Linux');
      expect(ended).to.equal(1);
      expect(savedSections()).to.deep.equal(['sessions']);
      await waitUntil(() => text(focused()) === 'Sessions');
    });

    it('are read once more, and none is ended, where they couldn’t be read after a new password', async () => {
      const { adapter } = await createMockBackend({ ...portal({}), otherDevices: 1 });
      let asked = 0;
      let ended = 0;
      const listSessions = () => (++asked === 2 ? Promise.reject(new PortalError('network')) : adapter.listSessions());
      const endOtherSessions = () => (ended++, adapter.endOtherSessions());
      await visit('logged-in', { adapter: { ...adapter, listSessions, endOtherSessions } });
      await waitUntil(() => text(section('Sessions')).includes('Log out everywhere else'));
      await type('Current password', 'Password', MOCK_PASSWORD);
      await type('New password', 'Password', NEW_PASSWORD);
      await press('Enter');
      await alertText();
      button('Try again', 'Sessions').click();
      await waitUntil(() => asked === 3, 'they weren’t read');
      await aTimeout(20);
      expect(ended).to.equal(0);
      expect(section('Sessions').querySelector('.portal-alert')).to.equal(null);
    });

    it('names devices in a few words', () => {
      const name = (userAgent: string): string | undefined => deviceName(userAgent, en.settings.sessions);
      expect(name(chrome)).to.equal('Chrome on Windows');
      expect(name(`${chrome} Edg/140.0.0.0`)).to.equal('Edge on Windows');
      expect(
        name(
          'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
        ),
      ).to.equal('Safari on iPhone');
      expect(name(firefox)).to.equal('Firefox on Linux');
      expect(name('curl/8')).to.equal(undefined);
    });

    it('tells time in the words of the language', () => {
      const now = Date.parse('2026-03-04T12:00:00Z');
      expect(timeAgo('2026-03-03T11:00:00Z', now, 'en')).to.equal('yesterday');
      expect(timeAgo('2026-03-04T11:55:10Z', now, 'es')).to.equal('hace 4 minutos');
      expect(timeAgo('2026-03-04T12:05:00Z', now, 'en')).to.equal('now');
    });
  });

  it('stands in two columns where there is room', async () => {
    const { element } = await visit();
    element.parentElement!.style.inlineSize = '60rem';
    element.style.setProperty('--portal-max-inline-size', '52rem');
    const columns = (): number => getComputedStyle(section('People')).gridTemplateColumns.split(' ').length;
    expect(columns()).to.equal(2);
    element.style.removeProperty('--portal-max-inline-size');
    expect(columns()).to.equal(1);
  });
});
