import { aTimeout, expect } from '@open-wc/testing';
import { codes, people } from '../../mock-server/index.js';
import {
  alertText,
  button,
  control,
  descriptionOf,
  focused,
  headingOf,
  press,
  reach,
  type,
  typeBirthdate,
  visit,
} from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { autocompleteOf, clearAway, FORMS } from './forms.js';
import { account, password, put, settings } from './screens.js';

const { dana } = people;
const inputs = (element: HTMLElement): HTMLInputElement[] => [...element.querySelectorAll<HTMLInputElement>('input')];

describe('errors', () => {
  afterEach(clearAway);

  for (const form of FORMS)
    it(`C2 C3: nothing is called wrong before anybody has typed, and the region that errors are read from is there (${form.what})`, async () => {
      const { element } = await form.open();
      for (const input of inputs(element))
        expect(input.getAttribute('aria-invalid') ?? 'false', input.name).to.equal('false');
      const regions = element.querySelectorAll('[role="alert"]');
      expect(regions.length).to.be.at.least(1);
      for (const region of regions) expect(region.textContent).to.equal('');
    });

  it('C1 C2: a refused log-in is read out from a region that was there before, and the focus goes to it', async () => {
    const { element } = await password();
    const region = element.querySelector('[role="alert"]')!;
    expect(region.textContent).to.equal('');
    await type('Password', 'wrong');
    await press('Enter');
    await alertText();
    expect(element.querySelector('[role="alert"]')).to.equal(region);
    expect(region.textContent).to.contain('The username or the password is wrong');
    await waitUntil(() => region.contains(focused()), 'the focus is elsewhere');
  });

  it('C4 C14: every id that describes a field is in its own root, and the error is among them', async () => {
    const { element } = await account();
    button('Next').click();
    await alertText();
    for (const label of ['Email/Username', 'Password']) {
      const field = control(label);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(descriptionOf(field)).to.contain('Error:');
    }
    for (const described of element.querySelectorAll('[aria-describedby]'))
      for (const id of described.getAttribute('aria-describedby')!.split(' ').filter(Boolean))
        expect((described.getRootNode() as Document).getElementById(id), id).to.exist;
  });

  for (const form of FORMS)
    it(`C7 C21: every field has a label that can be seen and stays, and says what belongs in it (${form.what})`, async () => {
      const { element } = await form.open();
      for (const input of inputs(element).filter(({ type }) => !['radio', 'checkbox', 'hidden'].includes(type))) {
        // The user name that stands beside a new password for managers alone.
        if (input.tabIndex === -1) continue;
        expect(input.placeholder).to.equal('');
        const label = input.labels?.[0];
        expect(label, input.name).to.exist;
        const { width, height } = label!.getBoundingClientRect();
        if (!input.closest('.portal-visually-hidden')) expect(width * height, input.name).to.be.greaterThan(10);
        expect(autocompleteOf(input), input.name).not.to.equal('');
      }
    });

  it('C8: an error goes as soon as its field is edited, and the alert with it', async () => {
    await visit('portal-activate', 'fresh-code');
    button('Next').click();
    expect(await alertText()).to.contain('There is a problem');
    await type('Activation code', codes.fresh);
    await waitUntil(() => control('Activation code').getAttribute('aria-invalid') !== 'true', 'the error stayed');
    expect(descriptionOf(control('Activation code'))).not.to.contain('Error:');
    await typeBirthdate(dana.birthdate);
    await waitUntil(() => document.querySelector('[role="alert"]')!.textContent === '', 'the alert stayed');
  });

  it('C9: an error stays behind when another step is shown', async () => {
    const { element } = await password();
    await type('Password', 'wrong');
    await press('Enter');
    await alertText();
    button('Change Email/Username').click();
    await reach(element, 'Log in');
    expect([...document.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent).join('')).to.equal(
      '',
    );
    expect(control('Email/Username').getAttribute('aria-invalid') ?? 'false').to.equal('false');
  });

  it('C10: what was typed is kept when it is refused; of a wrong password the password alone goes', async () => {
    await visit('portal-activate', 'fresh-code');
    await type('Activation code', codes.fresh);
    await typeBirthdate('1981-01-01');
    await press('Enter');
    await alertText();
    expect(control('Activation code').value).to.equal(codes.fresh);
    expect(control('Year', 'Birthdate').value).to.equal('1981');
    document.querySelector('portal-activate')!.remove();
    await password();
    await type('Password', 'wrong');
    await press('Enter');
    await alertText();
    expect(control('Password').value).to.equal('');
    expect(control('Email/Username').value).to.equal(dana.email);
  });

  it('C12: an error is in the words of the page, and no bubble of the browser’s comes in another language', async () => {
    const { element } = await visit('portal-login', 'returning', { lang: 'es' });
    await waitUntil(() => headingOf(element) !== '' && element.querySelector('form'), 'no form');
    expect(element.querySelector('form')!.noValidate).to.equal(true);
    element.querySelector<HTMLButtonElement>('[type="submit"]')!.click();
    expect(await alertText()).to.match(/Hay un problema/);
  });

  it('C13: an empty field is told here, and nothing is sent', async () => {
    for (const tag of ['portal-login', 'portal-activate', 'portal-reset-password'] as const) {
      const { element, calls } = await visit(tag, 'returning');
      const before = calls.length;
      element.querySelector<HTMLButtonElement>('[type="submit"]')!.click();
      expect(await alertText(), tag).to.contain('There is a problem');
      await aTimeout(20);
      expect(calls.length, tag).to.equal(before);
      element.remove();
    }
  });

  it('C14: the next step is where the focus goes, once it is there', async () => {
    const { element } = await visit('portal-activate', 'fresh-code');
    await type('Activation code', codes.fresh);
    await typeBirthdate(dana.birthdate);
    await press('Enter');
    await reach(element, 'Create your account');
    await waitUntil(() => focused()?.textContent?.includes('Create your account'), 'the heading has no focus');
  });

  it('C17 C18 C19: the button that shows a password has a name that says what it does, and is reached by Tab', async () => {
    await password();
    control('Password').focus();
    await press('Tab');
    const toggle = focused() as HTMLButtonElement;
    expect(toggle.localName).to.equal('button');
    expect(toggle.type).to.equal('button');
    const name = toggle.textContent.trim();
    expect(name).to.match(/^Show/);
    await press('Enter');
    await waitUntil(() => control('Password').type === 'text', 'nothing is shown');
    expect(toggle.textContent.trim()).to.match(/^Hide/);
    expect(toggle.hasAttribute('aria-pressed')).to.equal(false);
  });

  it('C17 C18: every control of every form has a name', async () => {
    for (const form of FORMS) {
      const { element } = await form.open();
      for (const control of element.querySelectorAll<HTMLElement>('button, a, input, select, textarea')) {
        const name =
          control.getAttribute('aria-label') ??
          (control as HTMLInputElement).labels?.[0]?.textContent ??
          control.textContent;
        expect(name?.trim(), `${form.what}: ${control.outerHTML}`).not.to.equal('');
      }
      element.remove();
    }
  });

  it('C20: the button that shows a password stands beside the field, not over it', async () => {
    await password();
    const field = control('Password');
    const toggle = [...document.querySelectorAll('button')].find(({ textContent }) =>
      /^\s*Show/.test(textContent ?? ''),
    )!;
    const [one, other] = [field.getBoundingClientRect(), toggle.getBoundingClientRect()];
    const apart =
      one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
    expect(apart, JSON.stringify([one, other])).to.equal(true);
  });
});

describe('values', () => {
  afterEach(clearAway);

  it('D1 case 36: blanks around an address, seen or not, are never sent', async () => {
    for (const typed of [`${dana.email} `, `\u00a0${dana.email}`, `\u200b${dana.email}\ufeff`]) {
      const { element, calls } = await visit('portal-reset-password', 'returning');
      put(control('Email/Username'), typed, 'input');
      element.querySelector<HTMLButtonElement>('[type="submit"]')!.click();
      await waitUntil(() => calls.some(({ url }) => url.endsWith('/password-reset')), 'nothing was sent');
      const sent = (await calls
        .find(({ url }) => url.endsWith('/password-reset'))!
        .clone()
        .json()) as { username: string };
      expect(sent.username).to.equal(dana.email);
      element.remove();
    }
  });

  it('D4: what is no address is told at its field, with how one looks', async () => {
    for (const typed of ['a@b', 'a@@b.c', 'a b@c.d', '@c.d']) {
      const { element, calls } = await account();
      await type('Email/Username', typed);
      await type('Password', 'Bluewater7-');
      button('Next').click();
      expect(await alertText(), typed)
        .to.contain('Email is invalid')
        .and.to.contain('@');
      expect(control('Email/Username').value).to.equal(typed);
      expect(calls.some(({ url }) => url.endsWith('/activation'))).to.equal(false);
      element.remove();
    }
  });

  it('D8: no password is cut while it is typed or pasted; one that is too long is told', async () => {
    const { element } = await account();
    expect(control('Password').maxLength).to.equal(-1);
    put(control('Password'), `7-${'a'.repeat(300)}`, 'input');
    await type('Email/Username', dana.email);
    button('Next').click();
    expect(await alertText()).to.match(/256|too long/i);
    expect(control('Password').value.length).to.equal(302);
    element.remove();
    await settings();
    for (const label of ['Current password', 'New password']) expect(control(label).maxLength).to.equal(-1);
  });

  it('D9: the rules of a password are there before anybody types, and are ticked while it is typed', async () => {
    const { element } = await account('long-passwords');
    const rules = (): string => element.querySelector('.portal-rules')?.textContent ?? element.textContent ?? '';
    expect(rules()).to.contain('15');
    await type('Password', 'correct horse battery staple');
    await type('Email/Username', dana.email);
    button('Next').click();
    await waitUntil(() => headingOf(element) !== 'Create your account', 'the pass-phrase was refused');
  });

  it('D13: what is shown of a code is what is sent', async () => {
    const { calls } = await visit('portal-activate', 'fresh-code');
    await type('Activation code', codes.fresh.toLowerCase());
    await typeBirthdate(dana.birthdate);
    expect(control('Activation code').value).to.equal(codes.fresh);
    expect(getComputedStyle(control('Activation code')).textTransform).to.equal('none');
    await press('Enter');
    await waitUntil(() => calls.some(({ url }) => url.endsWith('/verify')), 'nothing was sent');
    const sent = (await calls
      .find(({ url }) => url.endsWith('/verify'))!
      .clone()
      .json()) as { code: string };
    expect(sent.code).to.equal(codes.fresh.replaceAll('-', ''));
  });

  for (const [what, [month, day, year], says] of [
    ['D15 case 15', ['', '', '111970'], /month|day/i],
    ['D17', ['1', '1', String(new Date().getFullYear() + 1)], /past/i],
    ['case 18', ['2', '30', '2014'], /real/i],
    ['case 20', ['5', '5', '22'], /year/i],
  ] as const)
    it(`${what}: is told, and nothing is guessed or sent`, async () => {
      const { calls } = await visit('portal-activate', 'fresh-code');
      await type('Activation code', codes.fresh);
      for (const [label, text] of [
        ['Month', month],
        ['Day', day],
        ['Year', year],
      ] as const)
        await type(label, text, 'Birthdate');
      await press('Enter');
      expect(await alertText()).to.match(says);
      expect(control('Year', 'Birthdate').value).to.equal(year);
      expect(calls.some(({ url }) => url.endsWith('/verify'))).to.equal(false);
    });

  it('D17: a birthdate in the future is told, and nothing is sent', async () => {
    const { calls } = await visit('portal-activate', 'fresh-code');
    await type('Activation code', codes.fresh);
    await typeBirthdate(`${new Date().getFullYear() + 1}-01-01`);
    await press('Enter');
    expect(await alertText()).to.match(/in the past/);
    expect(calls.some(({ url }) => url.endsWith('/verify'))).to.equal(false);
  });

  it('D18: the settings read the account anew each time they are opened', async () => {
    const { element, calls, backend } = await settings();
    await backend.adapter.updateContact({ mobilePhone: '(202) 555-0166' });
    const read = () => calls.filter(({ url, method }) => method === 'GET' && url.endsWith('/account')).length;
    const before = read();
    const again = Object.assign(document.createElement('portal-settings'), {
      adapter: element.adapter,
      headingLevel: 1,
    });
    element.replaceWith(again);
    await waitUntil(() => read() > before, 'the account was not read again');
    await waitUntil(
      () => again.querySelector<HTMLInputElement>('[name=mobilePhone]')?.value.endsWith('0166'),
      'an old number is shown',
    );
  });

  it('case 9: a code in place of the user name is known as one, with the way to use it', async () => {
    const { element } = await visit('portal-login', 'returning-with-code');
    await type('Email/Username', codes.second.toLowerCase());
    await press('Enter');
    await alertText();
    const way = [...element.querySelectorAll('a')].find(({ href }) => href.includes('/activate'));
    expect(way, 'no way to create an account').to.exist;
  });

  it('case 23: the question says whose birthdate it is, and the page whose portal', async () => {
    const { element } = await visit('portal-activate', 'fresh-code');
    const group = [...element.querySelectorAll('fieldset')].find(({ textContent }) =>
      textContent?.includes('Birthdate'),
    )!;
    expect(group.textContent).to.match(/person/i);
    expect(element.shadowRoot!.textContent).to.contain('Larkfield');
  });

  it('case 41: an address that is taken leads on to log-in, with the code at hand', async () => {
    const { element } = await account('email-taken');
    await type('Email/Username', people.sam.email);
    await type('Password', 'Bluewater7-');
    button('Next').click();
    expect(await alertText()).to.contain('Email has been taken');
    const way = [...element.querySelectorAll('a')].find(({ textContent }) => /Log in/.test(textContent ?? ''))!;
    way.addEventListener('click', (event) => event.preventDefault());
    way.click();
    expect(way.href).to.contain('/login#code=');
  });

  it('case 37 case 100: an address is typed once; a likely typing mistake is asked about, and holds nobody up', async () => {
    const { element } = await account();
    expect(element.querySelectorAll('input[name="username"]').length).to.equal(1);
    expect(
      [...element.querySelectorAll('label')].filter(({ textContent }) => /email/i.test(textContent ?? '')).length,
    ).to.equal(1);
    await type('Email/Username', 'dana.reyes@gmial.com');
    await type('Password', 'Bluewater7-');
    await waitUntil(() => element.textContent.includes('gmail.com'), 'no suggestion');
    button('Next').click();
    await waitUntil(() => headingOf(element) !== 'Create your account', 'it held somebody up');
  });
});
