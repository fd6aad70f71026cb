import { expect } from '@open-wc/testing';
import { people } from '../../mock-server/index.js';
import { button, control, reach } from '../elements/person.js';
import { clearAway, FORMS, isSeen, write } from './forms.js';

const { dana } = people;

/** A user name that a manager can read: in the same form, before the passwords, and neither hidden nor switched off. */
function expectOwner(form: HTMLFormElement, username: string): HTMLInputElement {
  const owners = form.querySelectorAll<HTMLInputElement>('[autocomplete~="username"]');
  expect(owners.length).to.equal(1);
  const [owner] = owners as unknown as [HTMLInputElement];
  expect([owner.type, owner.value, owner.readOnly]).to.deep.equal(['text', username, true]);
  expect(owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })).to.equal(true);
  expect(owner.matches(':is([aria-hidden], [hidden], [inert]), :is([aria-hidden], [hidden], [inert]) *')).to.equal(
    false,
  );
  for (const password of form.querySelectorAll('[data-secret]'))
    expect(owner.compareDocumentPosition(password) & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0);
  return owner;
}

describe('whose password it is', () => {
  afterEach(clearAway);
  const opened = (what: string) => FORMS.find((form) => form.what === what)!.open();

  it('A12 A13: the log-in shows it beside the password, to be read and to be changed', async () => {
    const { element, form } = await opened('log-in, second step');
    const owner = expectOwner(form, dana.email);
    expect(isSeen(owner)).to.equal(true);
    expect(owner.tabIndex).to.equal(0);
    button('Change Email/Username').click();
    await reach(element, 'Log in');
    expect(control('Email/Username').readOnly).to.equal(false);
  });

  it('A12 A13: a change of password has it where managers read', async () => {
    const { form } = await opened('settings, password');
    expect(expectOwner(form, dana.email).tabIndex).to.equal(-1);
  });

  it('A12 A13: so has a new email, as soon as it asks for the password', async () => {
    const { element, form } = await opened('settings, contact');
    expect(form.querySelectorAll('[autocomplete~="username"]').length).to.equal(0);
    write(form, { email: 'new@example.org' });
    form.querySelector('[name=email]')!.dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
    expect(form.querySelectorAll('[autocomplete="current-password"]').length).to.equal(1);
    expect(expectOwner(form, dana.email).tabIndex).to.equal(-1);
  });

  it('A12 A13: so has a new password, where the page has heard whose it is', async () => {
    const { element, form } = await opened('recovery, first step');
    write(form, { username: dana.email });
    form.requestSubmit();
    await reach(element, 'Check your email');
    location.hash = '#reset=from-a-mail';
    await reach(element, 'Choose a new password');
    const now = element.querySelector('form')!;
    expect(expectOwner(now, dana.email).tabIndex).to.equal(-1);
    expect(now.querySelectorAll('[autocomplete="new-password"]').length).to.equal(1);
  });

  it('A12: a new account has it as a field of its own', async () => {
    const { form } = await opened('activation, new account');
    const field = form.querySelector<HTMLInputElement>('[autocomplete="username"]')!;
    expect([field.type, field.readOnly, isSeen(field)]).to.deep.equal(['text', false, true]);
  });
});
