import { expect } from '@open-wc/testing';
import { codes, MOCK_PASSWORD, people } from '../../mock-server/index.js';
import { alertText, bodies, control, heard, press, reach, type, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { autocompleteOf, clearAway, FORMS, textFields } from './forms.js';
import { insert, toAccount } from './screens.js';

const { dana } = people;
const CODE = codes.fresh.replaceAll('-', '');
const happened = (type: string): Promise<void> =>
  waitUntil(() => heard.some((event) => event.type === type), `never ${type}`);
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe('keyboards', () => {
  afterEach(clearAway);

  for (const [what, change] of [
    ['full-width letters and digits', fullWidth],
    ['Arabic digits', (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))],
    ['Devanagari digits', (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x966 + Number(digit)))],
  ] as const)
    describe(what, () => {
      it('case 8: a code and a birthdate may be typed in digits and letters of other keyboards', async () => {
        const { element, calls } = await visit('portal-activate');
        // Digits of another script stand in a birthdate; a code is made of letters that only have another width.
        insert(control('Activation code'), change === fullWidth ? change(codes.fresh) : codes.fresh);
        const [year, month, day] = dana.birthdate.split('-') as [string, string, string];
        insert(control('Month', 'Birthdate'), change(month));
        insert(control('Day', 'Birthdate'), change(day));
        insert(control('Year', 'Birthdate'), change(year));
        await press('Enter');
        await reach(element, 'Create your account');
        expect(await bodies(calls, '/activation/verify')).to.deep.equal([{ code: CODE, birthdate: dana.birthdate }]);
      });
    });

  it('case 8: a further code may be full-width too, and is known as one at the log-in', async () => {
    const { calls } = await visit('portal-link-code', 'logged-in');
    insert(control('Activation code'), fullWidth(codes.second));
    await press('Enter');
    await happened('portal-code-linked');
    expect(await bodies(calls, '/links')).to.deep.equal([{ code: codes.second.replaceAll('-', '') }]);
    const login = await visit('portal-login', 'returning');
    insert(control('Email/Username'), fullWidth(codes.fresh));
    login.element.querySelector('form')!.requestSubmit();
    expect(await alertText()).to.contain('This is an activation code');
  });

  for (const { what, open } of FORMS)
    describe(what, () => {
      it('case 70: no phone capitalizes or corrects an address, a code or a password', async () => {
        const { form } = await open();
        const written = /username|email|password|one-time-code/;
        for (const input of textFields(form).filter((each) => !each.readOnly && written.test(autocompleteOf(each)))) {
          const isCode = autocompleteOf(input) === 'one-time-code';
          const said = ['autocapitalize', 'autocorrect', 'spellcheck'].map((name) => input.getAttribute(name));
          expect(said, input.name).to.deep.equal([isCode ? 'characters' : 'none', 'off', 'false']);
          if (input.autocomplete === 'email') expect(input.inputMode, input.name).to.equal('email');
        }
      });
    });

  it('case 70: an address that a phone has capitalized logs in all the same', async () => {
    const { element } = await visit('portal-login', 'returning');
    await type('Email/Username', dana.email.replace(/^d/, 'D').replace('example', 'Example'));
    await press('Enter');
    await reach(element, 'Enter your password');
    await type('Password', MOCK_PASSWORD);
    await press('Enter');
    await happened('portal-logged-in');
  });

  it('case 75: a code has one field, which takes all of it at once', async () => {
    for (const [tag, scenario] of [
      ['portal-activate', 'fresh-code'],
      ['portal-link-code', 'logged-in-link-asks'],
    ] as const) {
      const { element } = await visit(tag, scenario);
      const fields = [...element.querySelectorAll<HTMLInputElement>('[autocomplete="one-time-code"]')];
      expect(fields, tag).to.have.length(1);
      const [field] = fields;
      expect(field!.maxLength, 'nothing that is pasted is cut').to.equal(-1);
      insert(field!, `  ${codes.fresh.toLowerCase()}\u00a0`);
      field!.blur();
      expect(field!.value, tag).to.equal(codes.fresh);
      element.remove();
    }
  });

  it('case 75: a code that was pasted whole goes out whole', async () => {
    const { element, calls } = await visit('portal-activate');
    insert(control('Activation code'), CODE);
    await toAccount(element);
    expect(await bodies(calls, '/activation/verify')).to.deep.equal([{ code: CODE, birthdate: dana.birthdate }]);
  });
});
