import { expect, fixture, html } from '@open-wc/testing';
import { roots } from '../accessibility/in-page/composed.js';
import { visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { autocompleteOf, clearAway, FORMS, isSeen, send, submitOf, textFields } from './forms.js';

/** What each field says that belongs in it, by the name of its control; form by form. */
const TOKENS: Record<string, Record<string, string>> = {
  'log-in, first step': { username: 'username' },
  'log-in, second step': { username: 'username', password: 'current-password' },
  'activation, by birthdate': {
    code: 'one-time-code',
    'birthdate-month': 'bday-month',
    'birthdate-day': 'bday-day',
    'birthdate-year': 'bday-year',
  },
  'activation, by phone': { code: 'one-time-code', phone: 'tel' },
  'activation, by email': { code: 'one-time-code', email: 'email' },
  'activation, by questions': {
    code: 'one-time-code',
    'answer-number': 'off',
    'answer-site': 'off',
    'answer-since-month': 'off',
    'answer-since-day': 'off',
    'answer-since-year': 'off',
  },
  'activation, new account': { username: 'username', password: 'new-password', confirm: 'new-password' },
  'adding a code': { code: 'one-time-code' },
  'adding a code, with birthdate': {
    code: 'one-time-code',
    'birthdate-month': 'bday-month',
    'birthdate-day': 'bday-day',
    'birthdate-year': 'bday-year',
  },
  'recovery, first step': { username: 'username' },
  'recovery, new password': { password: 'new-password', confirm: 'new-password' },
  'settings, contact': { email: 'email', mobilePhone: 'mobile tel', homePhone: 'home tel', workPhone: 'work tel' },
  'settings, password': {
    username: 'username',
    currentPassword: 'current-password',
    newPassword: 'new-password',
    confirm: 'new-password',
  },
  'a consent': { 'answer-contact': 'off', 'answer-remarks': 'off', signature: 'name' },
};

const CREDENTIAL = /username|password|email/;

const ignores = (field: HTMLInputElement): unknown[] =>
  ['data-1p-ignore', 'data-lpignore', 'data-bwignore'].map((name) => field.getAttribute(name));

for (const form of FORMS)
  describe(`the fields: ${form.what}`, () => {
    afterEach(clearAway);

    it('A1 A24 A26 A27 A28: they stand in the page itself, where whoever asks the document finds them', async () => {
      const page = await form.open();
      const secrets = textFields(page.form).filter(({ type }) => type === 'password');
      const found = [...document.querySelectorAll('input[type=password]')];
      expect(found.map(({ id }) => id)).to.deep.equal(secrets.map(({ id }) => id));
      for (const control of page.form.elements) expect(control.getRootNode() === document, control.id).to.equal(true);
      const shadows = roots().filter((root) => root !== document);
      expect(shadows.length).to.be.greaterThan(0);
      for (const shadow of shadows) expect(shadow.querySelectorAll('input, select, textarea, form').length).to.equal(0);
    });

    it('A2: each is there once and is seen, but for the user name of a password; there is no decoy', async () => {
      const page = await form.open();
      const fields = textFields(page.form);
      expect(document.querySelectorAll('input').length).to.equal(page.form.querySelectorAll('input').length);
      expect(new Set(fields.map(({ name }) => name)).size).to.equal(fields.length);
      expect(fields.filter(({ type }) => type === 'hidden').length).to.equal(0);
      for (const field of fields.filter((each) => !isSeen(each)))
        expect([field.autocomplete, field.readOnly, field.tabIndex]).to.deep.equal(['username', true, -1]);
    });

    it('A10 A16 A17 A30: each says exactly what belongs in it, and none that holds a credential says “off”', async () => {
      const page = await form.open();
      const said = textFields(page.form).map((field) => [field.name, autocompleteOf(field)]);
      expect(Object.fromEntries(said)).to.deep.equal(TOKENS[form.what]);
      expect(page.form).not.to.have.attribute('autocomplete');
    });

    it('A32: managers are told to leave alone what is no credential, and nothing else', async () => {
      const page = await form.open();
      for (const field of textFields(page.form))
        expect(ignores(field), field.name).to.deep.equal(
          CREDENTIAL.test(autocompleteOf(field)) ? [null, null, null] : ['', 'true', ''],
        );
    });

    it('A33: each has a name of its own, and nothing outside is touched', async () => {
      const elsewhere = await fixture<HTMLElement>(html`<p><input type="search" name="q" value="flu" /></p>`);
      const search = elsewhere.querySelector('input')!;
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(elsewhere, { subtree: true, childList: true, attributes: true });
      const page = await form.open();
      for (const field of textFields(page.form)) expect(field.name).not.to.equal('');
      await send(page, form, () => page.form.requestSubmit());
      changes.push(...observer.takeRecords());
      observer.disconnect();
      expect(changes).to.have.length(0);
      expect(search.value).to.equal('flu');
      expect(search.form === null, 'no form has taken it in').to.equal(true);
    });

    it('A34: they stand in a form with a button that submits it', async () => {
      const { form: drawn } = await form.open();
      expect(drawn.localName).to.equal('form');
      expect(drawn.method, 'never in an address').to.equal('post');
      const button = submitOf(drawn);
      expect([button.localName, button.type]).to.deep.equal(['button', 'submit']);
      expect(button.form === drawn).to.equal(true);
      for (const field of textFields(drawn)) expect(field.form === drawn, field.name).to.equal(true);
    });
  });

describe('a code and a user name', () => {
  afterEach(clearAway);

  it('A14 A16: can’t be taken for each other', async () => {
    const code = ['name', 'id', 'autocomplete', 'inputmode'];
    const told = new Map<string, string[]>();
    for (const form of FORMS) {
      const page = await form.open();
      for (const field of page.form.querySelectorAll('[autocomplete~="username"], [autocomplete="one-time-code"]'))
        told.set(
          `${form.what} ${field.id}`,
          code.map((name) => field.getAttribute(name) ?? ''),
        );
      clearAway();
    }
    const codes = [...told.values()].filter(([, , token]) => token === 'one-time-code');
    const names = [...told.values()].filter(([, , token]) => token === 'username');
    expect(codes).to.have.length(6);
    for (const [name, id, , keyboard] of codes) {
      expect([name, keyboard]).to.deep.equal(['code', 'text']);
      expect(id).to.match(/code$/);
    }
    for (const [name, id] of names) {
      expect(name).to.equal('username');
      expect(id).not.to.match(/-code$|otp/);
    }
  });

  it('A14: nor share an id, where log-in, activation and settings stand on one page', async () => {
    const { element } = await visit('portal-settings', 'logged-in');
    const others = (['portal-login', 'portal-activate', 'portal-reset-password'] as const).map((tag) =>
      Object.assign(document.createElement(tag), { adapter: element.adapter }),
    );
    element.after(...others);
    await waitUntil(() => document.querySelectorAll('form').length > 5);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
