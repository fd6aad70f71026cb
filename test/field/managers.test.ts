import { expect } from '@open-wc/testing';
import { codes, MOCK_PASSWORD, people } from '../../mock-server/index.js';
import { roots } from '../accessibility/in-page/composed.js';
import { alertText, bodies, button, control, heard, press, reach, type, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { autocompleteOf, clearAway, FORMS, submitOf, textFields } from './forms.js';
import { account, newPassword, password, put, settings } from './screens.js';

const { dana } = people;
const [year, month, day] = dana.birthdate.split('-') as [string, string, string];
const happened = (type: string): Promise<void> =>
  waitUntil(() => heard.some((event) => event.type === type), `never ${type}`);
const tokens = (element: HTMLElement): string[] =>
  [...element.querySelectorAll('input')].filter(({ type }) => type !== 'radio').map(autocompleteOf);

describe('password managers and autofill', () => {
  afterEach(clearAway);

  it('case 71: a password stands beside its user name alone, and every field says what belongs there', async () => {
    const { element } = await account();
    expect(tokens(element)).to.deep.equal(['username', 'new-password']);
    button('Back').click();
    await reach(element, 'Enter your activation code');
    expect(element.querySelector('[type="password"]'), 'code and birthdate are on a step of their own').to.equal(null);
    expect(tokens(element)).to.deep.equal(['one-time-code', 'bday-month', 'bday-day', 'bday-year']);
  });

  it('case 71: beside a new email the current password stands right below it: no phone gets in between', async () => {
    const login = await password();
    expect(tokens(login.element)).to.deep.equal(['username', 'current-password']);
    login.element.remove();
    const here = await settings();
    await type('Email', 'dana@example.org');
    await here.element.updateComplete;
    const secrets = here.element.querySelectorAll<HTMLInputElement>('[autocomplete="current-password"]');
    expect(secrets).to.have.length(2);
    for (const secret of secrets) {
      const before = [...secret.form!.querySelectorAll('input')];
      expect(before[before.indexOf(secret) - 1]!.autocomplete).to.match(/^(email|username)$/);
    }
  });

  for (const { what, open } of FORMS)
    describe(what, () => {
      it('case 73: all fields of a form share the page’s own root with its button', async () => {
        const { form } = await open();
        const controls = [...textFields(form), submitOf(form)];
        for (const each of controls) {
          expect(each.getRootNode(), each.name).to.equal(document);
          expect(each.form, each.name).to.equal(form);
        }
        for (const root of roots().filter((each) => each !== document))
          expect(root.querySelector('input, select, textarea, form')).to.equal(null);
      });
    });

  it('case 74: what was filled in without an event is sent: code, birthdate, account', async () => {
    const { element, calls } = await visit('portal-activate');
    put(control('Activation code'), codes.fresh);
    put(control('Month', 'Birthdate'), month);
    put(control('Day', 'Birthdate'), day);
    put(control('Year', 'Birthdate'), year);
    button('Next').click();
    await reach(element, 'Create your account');
    put(control('Email/Username'), dana.email);
    put(control('Password'), 'larkspur7!');
    button('Next').click();
    await happened('portal-activated');
    const [{ username, password: sent }] = (await bodies(calls, '/activation')) as [Record<string, string>];
    expect([username, sent]).to.deep.equal([dana.email, 'larkspur7!']);
  });

  it('case 74: what was filled in without an event is sent: reset, new password, settings', async () => {
    const { element, calls } = await visit('portal-reset-password', 'returning');
    put(control('Email/Username'), dana.email);
    button('Send link').click();
    await reach(element, 'Check your email');
    expect(await bodies(calls, '/password-reset')).to.deep.equal([{ username: dana.email }]);
    element.remove();

    const reset = await newPassword();
    put(control('New password'), 'Greenfield8+');
    button('Save').click();
    await alertText();
    expect(await bodies(reset.calls, '/password-reset')).to.deep.equal([
      { token: 'from-a-mail', password: 'Greenfield8+' },
    ]);
    reset.element.remove();

    const here = await settings();
    put(control('Current password'), MOCK_PASSWORD);
    put(control('New password'), 'Greenfield8+');
    control('New password').form!.requestSubmit();
    await happened('portal-settings-saved');
    expect(await bodies(here.calls, '/account/password')).to.deep.equal([
      { currentPassword: MOCK_PASSWORD, newPassword: 'Greenfield8+' },
    ]);
  });

  it('case 74: a `change` is heard too, and takes back nothing that was said', async () => {
    const { element } = await account();
    put(control('Password'), 'larkspur7!', 'change');
    await element.updateComplete;
    expect(element.querySelectorAll('.portal-rule-met'), 'the rules are ticked').to.have.length(4);
    await type('Email/Username', 'nobody');
    await press('Enter');
    await alertText();
    control('Email/Username').dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    expect(control('Email/Username')).to.have.attribute('aria-invalid', 'true');
    element.remove();

    const here = await settings();
    put(control('Email'), 'dana@example.org', 'change');
    await here.element.updateComplete;
    const form = control('Email').form!;
    expect(form.querySelector('[autocomplete="current-password"]'), 'the password is asked for').to.exist;
  });

  it('case 97: nothing is filled in beforehand; a refused password goes, the name stays, and Caps Lock is told', async () => {
    const { element } = await visit('portal-login', 'returning', { username: dana.email });
    button('Next').click();
    await reach(element, 'Enter your password');
    expect(control('Password').value).to.equal('');
    await type('Password', 'stale-Password1-');
    control('Password').dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, modifierCapsLock: true }));
    await element.updateComplete;
    expect(element.textContent).to.contain('Caps Lock is on');
    await press('Enter');
    await alertText();
    expect(control('Password').value).to.equal('');
    expect(control('Email/Username').value).to.equal(dana.email);
  });

  for (const { what, open } of FORMS)
    describe(what, () => {
      it('case 97: no secret is filled in beforehand', async () => {
        const { form } = await open();
        for (const input of textFields(form).filter(({ dataset }) => 'secret' in dataset))
          expect(input.value, input.name).to.equal('');
      });
    });
});
