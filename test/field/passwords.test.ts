import { expect } from '@open-wc/testing';
import { CLASSIC_POLICY, failedRules, NIST_POLICY } from '../../src/contract/fields/password.js';
import type { PortalElement } from '../../src/elements/portal-element.js';
import { alertText, bodies, button, control, descriptionOf, heard, press, type } from '../elements/person.js';
import { people, type Scenario } from '../../mock-server/index.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway, FORMS, textFields } from './forms.js';
import { account, insert, newPassword, password, put, settings } from './screens.js';

const SPECIAL = '!@#$%^&*()_+|~-=\\`{}[]:";\'<>,.';
const SPACES = 'Spaces count, also at the start and the end';
const { email } = people.dana;
const happened = (type: string): Promise<void> =>
  waitUntil(() => heard.some((event) => event.type === type), `never ${type}`);
const rules = (element: PortalElement): string[] =>
  [...element.querySelectorAll('.portal-rule')].map((rule) => rule.textContent.replace(/\s+/g, ' ').trim());
const withRules = (own: Partial<typeof CLASSIC_POLICY>): Scenario => ({
  about: 'A portal with rules of its own.',
  config: { password: own },
  codes: { 'K7QM2-XRT9W-BD3FS': { person: 'dana', state: 'pending' } },
});

/** What the special rule says once this is typed. */
async function special(element: PortalElement, typed: string): Promise<string> {
  put(control('Password'), typed, 'input');
  await element.updateComplete;
  return rules(element).find((rule) => rule.includes('special'))!;
}

async function create(typed: string): Promise<void> {
  await type('Email/Username', email);
  put(control('Password'), typed, 'input');
  await press('Enter');
}

describe('passwords', () => {
  afterEach(clearAway);

  it('case 43: the underscore counts as special, and so does every character of the list', async () => {
    const { element } = await account();
    for (const character of SPECIAL)
      expect(await special(element, `Blue${character}river7`), character).to.match(/, met$/);
    await create('Blue_river7');
    await happened('portal-activated');
  });

  it('case 44: what doesn’t count as special is allowed, and the refusal names all that does', async () => {
    const { element } = await account();
    for (const character of ['?', '/', ' ', '£', 'é', '字'])
      expect(await special(element, `Wherenow7${character}`), character).to.match(/not met yet$/);
    for (const character of ['.', '\\'])
      expect(await special(element, `Wherenow7${character}`), character).to.match(/, met$/);
    await create('Wherenow7?');
    expect(await alertText()).to.contain('There is a problem');
    for (const character of SPECIAL) expect(descriptionOf(control('Password'))).to.contain(` ${character}`);
    await create('Wherenow7?.');
    await happened('portal-activated');
  });

  it('case 44: the portal chooses which characters count', async () => {
    const { element } = await account(withRules({ special: '?/' }));
    expect(rules(element).join()).to.contain('such as ? or /');
    expect(await special(element, 'Wherenow7.')).to.match(/not met yet$/);
    await create('Wherenow7?');
    await happened('portal-activated');
  });

  it('case 45: all rules are there before typing, are ticked while typing, and all unmet ones are told at once', async () => {
    const { element } = await account();
    await type('Email/Username', email);
    const all = [
      'At least 8 characters, at most 256',
      'At least 1 digit',
      'At least 1 special character, such as ! # or %',
      'Not the same as your email',
    ];
    expect(rules(element)).to.deep.equal(all.map((rule) => `${rule}, not met yet`));
    expect(descriptionOf(control('Password')), 'they describe the field').to.contain(all[0]);
    const status = element.querySelector('.portal-rules ~ [role="status"]')!;
    expect(status.textContent).to.equal('');
    await type('Password', 'Blue');
    expect(status.textContent).to.equal('1 of 4 rules met');
    await press('Enter');
    const said = await alertText();
    for (const rule of ['8 characters', '1 digit', '1 special character']) expect(said).to.contain(`at least ${rule}`);
    await type('Password', 'Bluewater7-');
    expect(rules(element)).to.deep.equal(all.map((rule) => `${rule}, met`));
    expect(element.querySelector('.portal-rules ~ [role="status"]')).to.equal(status);
    expect(status.textContent).to.equal('4 of 4 rules met');
  });

  it('case 49: spaces of a password are sent as they are, and the page says that they count', async () => {
    const typed = ' river stone 7! ';
    const activation = await account();
    expect(activation.element.textContent).not.to.contain(SPACES);
    await type('Password', ' river');
    expect(activation.element.textContent).to.contain(SPACES);
    await create(typed);
    await happened('portal-activated');
    const [created] = (await bodies(activation.calls, '/activation')) as { password: string }[];
    expect(created!.password).to.equal(typed);
    activation.element.remove();

    const login = await password();
    await type('Password', typed);
    expect(login.element.textContent).to.contain(SPACES);
    await press('Enter');
    await alertText();
    expect(await bodies(login.calls, '/session')).to.deep.equal([{ username: email, password: typed }]);
    login.element.remove();

    const reset = await newPassword();
    await type('New password', typed);
    await press('Enter');
    await alertText();
    expect(await bodies(reset.calls, '/password-reset')).to.deep.equal([{ token: 'from-a-mail', password: typed }]);
    reset.element.remove();

    const here = await settings();
    await type('Current password', typed);
    await type('New password', typed);
    await press('Enter');
    await alertText();
    const [changed] = await bodies(here.calls, '/account/password');
    expect(changed).to.deep.equal({ currentPassword: typed, newPassword: typed });
  });

  for (const { what, open } of FORMS)
    describe(what, () => {
      it('case 50: nothing keeps anybody from pasting or dropping', async () => {
        const { form } = await open();
        for (const input of textFields(form).filter(({ readOnly }) => !readOnly)) {
          for (const event of ['paste', 'drop', 'dragover', 'copy', 'cut', 'contextmenu']) {
            const allowed = input.dispatchEvent(new Event(event, { bubbles: true, composed: true, cancelable: true }));
            expect(allowed, `${input.name}: ${event}`).to.equal(true);
          }
          insert(input, 'pasted');
          expect(input.value, input.name).to.equal('pasted');
        }
      });
    });

  it('case 51: what Safari makes up is taken, and managers are told what would be', async () => {
    const { element } = await account();
    const field = control('Password');
    expect(field).to.have.attribute('autocomplete', 'new-password');
    expect(field).to.have.attribute('minlength', '8');
    expect(field).to.have.attribute(
      'passwordrules',
      'minlength: 8; maxlength: 256; allowed: lower; allowed: upper; required: digit; ' +
        'required: [-!@#$%^&*()_+|~=\\`{}[:";\'<>,.]]',
    );
    await type('Email/Username', email);
    insert(field, 'kuPvyz-9mexfa-wonZyb');
    await element.updateComplete;
    button('Next').click();
    await happened('portal-activated');
  });

  it('case 51: what is made up by the published rules meets those that are checked', async () => {
    for (const policy of [CLASSIC_POLICY, NIST_POLICY, { ...CLASSIC_POLICY, digit: false, special: ']-' }]) {
      const { element } = await account(withRules(policy));
      const published = control('Password').getAttribute('passwordrules')!;
      const least = Number(/minlength: (\d+)/.exec(published)![1]);
      const sets = { lower: 'abc', upper: 'XYZ', digit: '789' } as Record<string, string>;
      const required = [...published.matchAll(/required: (\w+|\[.+\])(?:;|$)/g)].map(
        ([, name]) => sets[name!] ?? name!.slice(1, -1),
      );
      for (let turn = 0; turn < 30; turn++) {
        const made = required
          .map((set) => set[turn % set.length])
          .join('')
          .padEnd(least, 'abc');
        expect(failedRules(made, policy, email), `${made} by ${published}`).to.deep.equal([]);
      }
      element.remove();
    }
  });

  it('case 53: the most is shown, is high, and nothing is cut', async () => {
    const { element } = await account();
    const field = control('Password');
    expect(rules(element)[0]).to.contain('at most 256');
    expect(field.maxLength).to.equal(-1);
    insert(field, `${'a7!'.repeat(100)}`);
    expect(field.value).to.have.length(300);
    await create(field.value);
    expect(await alertText()).to.contain('no more than 256 characters');
    expect(control('Password').value).to.have.length(300);
    await create('correct horse battery 7!');
    await happened('portal-activated');
  });
});
