import { expect } from '@open-wc/testing';
import { button, control, descriptionOf, heard, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway, FORMS, send, submitOf, textFields, write } from './forms.js';

const rectOf = (node: Element): DOMRect => node.getBoundingClientRect();

for (const form of FORMS)
  describe(`${form.what}, filled in by a password manager`, () => {
    afterEach(clearAway);

    it('A3 A5: values that were written without an event are sent, and none is called missing', async () => {
      const page = await form.open();
      const sent = await send(page, form, () => submitOf(page.form).click());
      expect(sent).to.have.length(1);
      expect(sent[0]).to.deep.include(form.body);
      expect(page.form.querySelectorAll('[aria-invalid="true"]').length).to.equal(0);
    });

    it('A6: where one field alone tells that it was filled in, the others are sent too', async () => {
      const page = await form.open();
      const sent = await send(page, form, async () => {
        const [name] = Object.keys(form.typed);
        page.form.querySelector(`[name="${name}"]`)!.dispatchEvent(new Event('input', { bubbles: true }));
        await page.element.updateComplete;
        page.form.requestSubmit();
      });
      expect(sent).to.have.length(1);
      expect(sent[0]).to.deep.include(form.body);
    });

    it('A4: a label stands above its field, filled in or not', async () => {
      const { form: drawn } = await form.open();
      const fields = textFields(drawn).filter(({ labels }) => labels?.length);
      const stand = (): void =>
        fields.forEach((field) => expect(rectOf(field.labels![0]!).bottom).to.be.at.most(rectOf(field).top));
      stand();
      write(drawn, form.typed);
      stand();
      expect(fields.map(({ placeholder }) => placeholder).join('')).to.equal('');
    });

    it('A8: the button never waits for the form to be complete; what is missing is told once it is pressed', async () => {
      const { form: drawn } = await form.open();
      const button = submitOf(drawn);
      expect([button.disabled, button.ariaDisabled, drawn.noValidate]).to.deep.equal([false, null, true]);
      for (const field of textFields(drawn)) if (!field.readOnly) field.value = '';
      button.click();
      const said = (): string =>
        [...document.querySelectorAll('[role="alert"], [role="status"]')].map((node) => node.textContent).join('');
      await waitUntil(said, 'nothing was said');
      expect(submitOf(drawn).disabled).to.equal(false);
    });

    it('A22: key events without a key are survived, and send nothing', async () => {
      const page = await form.open();
      write(page.form, form.typed);
      const errors: unknown[] = [];
      const note = (event: ErrorEvent): void => void errors.push(event.message);
      addEventListener('error', note);
      for (const field of page.form.querySelectorAll('input, select, button'))
        for (const type of ['keydown', 'keypress', 'keyup']) {
          field.dispatchEvent(new Event(type, { bubbles: true }));
          field.dispatchEvent(new KeyboardEvent(type, { bubbles: true }));
        }
      await page.element.updateComplete;
      removeEventListener('error', note);
      expect(errors).to.deep.equal([]);
      expect(await form.sent(page)).to.deep.equal([]);
    });

    it('A23: a submit from outside goes the way of every other', async () => {
      const page = await form.open();
      const sent = await send(page, form, () => page.form.requestSubmit());
      expect(sent).to.have.length(1);
      expect(sent[0]).to.deep.include(form.body);
    });
  });

describe('a code, filled in at once', () => {
  afterEach(clearAway);

  for (const form of FORMS.filter(({ typed }) => 'code' in typed))
    it('A15: one field holds all of it, and takes it by a single event', async () => {
      const page = await form.open();
      expect(page.form.querySelectorAll('[autocomplete="one-time-code"]').length, form.what).to.equal(1);
      const field = page.form.querySelector<HTMLInputElement>('[name=code]')!;
      expect(field.maxLength, 'nothing is cut').to.equal(-1);
      const sent = await send(page, form, () => {
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
        page.form.requestSubmit();
      });
      expect(sent[0], form.what).to.deep.include(form.body);
    });
});

describe('two forms on a page', () => {
  afterEach(clearAway);

  it('A19: what was filled into the one isn’t in the other, and each is checked by what it holds', async () => {
    const activation = FORMS.find(({ what }) => what === 'activation, new account')!;
    const { element, form, calls } = await activation.open();
    const login = document.createElement('portal-login');
    Object.assign(login, { adapter: element.adapter });
    element.after(login);
    await waitUntil(() => login.querySelector('form'));
    const [here, there] = [form, login.querySelector('form')!].map((each) =>
      each.querySelector<HTMLInputElement>('[name=username]')!,
    ) as [HTMLInputElement, HTMLInputElement];
    expect(here.id).not.to.equal(there.id);

    write(login.querySelector('form')!, { username: 'ann@example.org' });
    await login.updateComplete;
    expect(here.value).to.equal('');
    write(form, { ...activation.typed, username: 'an old user name' });
    form.requestSubmit();
    await waitUntil(() => here.getAttribute('aria-invalid') === 'true');
    expect(descriptionOf(here)).to.contain('Email is invalid');
    expect(there).to.have.attribute('aria-invalid', 'false');
    expect(calls.filter(({ url }) => url.endsWith('/activation'))).to.have.length(0);
    login.querySelector('form')!.requestSubmit();
    await waitUntil(() => login.querySelector('[type=password]'));
    expect(login.querySelector<HTMLInputElement>('[name=username]')!.value).to.equal('ann@example.org');
    expect(here.value).to.equal('an old user name');
  });
});

describe('a new email in the settings, filled in without an event', () => {
  afterEach(clearAway);

  it('A3 A6: the password that it needs is asked for, and nothing is sent without', async () => {
    const { element, calls } = await visit('portal-settings', 'logged-in', { sections: 'contact' });
    await waitUntil(() => element.querySelector('[name=email]'));
    const form = element.querySelector('form')!;
    write(form, { email: 'new@example.org' });
    form.requestSubmit();
    await waitUntil(() => form.querySelector('[name=currentPassword]'), 'no password is asked for');
    expect(calls.filter(({ method }) => method !== 'GET')).to.have.length(0);
    expect(control('Email').value).to.equal('new@example.org');
    write(form, { currentPassword: 'larkspur7!' });
    button('Save').click();
    await waitUntil(() => heard.some(({ type }) => type === 'portal-settings-saved'));
    const [sent] = calls.filter(({ method }) => method === 'PATCH');
    expect(await sent!.clone().json()).to.deep.equal({ email: 'new@example.org', currentPassword: 'larkspur7!' });
  });
});
