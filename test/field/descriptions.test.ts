import { aTimeout, expect } from '@open-wc/testing';
import {
  alertText,
  button,
  control,
  descriptionOf,
  focused,
  has,
  press,
  type,
  typeBirthdate,
  visit,
} from '../elements/person.js';
import { codes } from '../../mock-server/index.js';
import { roots } from '../accessibility/in-page/composed.js';
import { clearAway, FORMS, submitOf } from './forms.js';

const POINTING = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-errormessage', 'aria-owns'];

/** That whatever points somewhere by an id finds it in its own root, in every root of the page. */
function demandTargets(): void {
  for (const root of roots())
    for (const name of POINTING)
      for (const node of root.querySelectorAll(`[${name}]`))
        for (const id of node.getAttribute(name)!.split(/\s+/))
          expect(root.getElementById(id), `${node.localName}[${name}] → #${id}`).to.exist;
}

describe('labels, hints and errors', () => {
  afterEach(clearAway);

  for (const { what, open } of FORMS)
    describe(what, () => {
      it('case 76: are in the same root as their control, before and after a refusal', async () => {
        const { element, form } = await open();
        const named = (): HTMLInputElement[] => [...form.querySelectorAll('input')];
        for (const input of named())
          expect(input.labels!.length > 0 || input.hasAttribute('aria-label'), input.name).to.equal(true);
        demandTargets();
        for (const input of named()) {
          if (input.readOnly) continue;
          input.checked = false;
          input.value = input.type === 'radio' || input.type === 'checkbox' ? input.value : '';
        }
        submitOf(form).click();
        await element.updateComplete;
        await aTimeout(0);
        demandTargets();
        for (const wrong of form.querySelectorAll<HTMLInputElement>('[aria-invalid="true"]')) {
          const described = wrong.hasAttribute('aria-describedby') ? wrong : wrong.closest('fieldset')!;
          expect(descriptionOf(described), wrong.name).to.contain('Error: ');
        }
      });
    });

  for (const [part, says, typed] of [
    ['Month', 'Birthdate must include a month', ['', '27', '1980']],
    ['Day', 'Birthdate must include a day', ['3', '', '1980']],
    ['Year', 'Birthdate must include a year', ['3', '27', '']],
    ['Year', 'Birthdate must include a year with 4 digits', ['3', '27', '80']],
    ['Day', 'Birthdate must be a real date', ['2', '30', '1980']],
    ['Month', 'Birthdate must be a real date', ['13', '1', '1980']],
    ['Year', 'Birthdate must be in 1900 or later', ['1', '1', '1899']],
    ['Month', 'Enter the birthdate', ['', '', '']],
  ] as const)
    describe(typed.join('/'), () => {
      it('case 26: in a birthdate the part at fault is marked and described, and no other', async () => {
        await visit('portal-activate');
        await type('Activation code', codes.fresh);
        await typeBirthdate(`${typed[2]}-${typed[0]}-${typed[1]}`);
        await press('Enter');
        expect(await alertText()).to.contain(says);
        expect(focused(), 'the focus comes once the message is there').to.have.attribute('role', 'alert');
        expect(focused()!.textContent).to.contain(says);
        for (const each of ['Month', 'Day', 'Year']) {
          const field = control(each, 'Birthdate');
          expect(field, each).to.have.attribute('aria-invalid', String(each === part));
          expect(descriptionOf(field), each).to.equal(each === part ? `Error: ${says}` : '');
        }
        const group = control('Day', 'Birthdate').closest('fieldset')!;
        expect(group.querySelector('legend')!.textContent.trim(), 'read with each part, so it is short').to.equal(
          'Birthdate',
        );
        expect(descriptionOf(group)).to.contain('Birthdate of the person the code is for, for example 3 27 1980');
        button(says).click();
        expect(focused()).to.equal(control(part, 'Birthdate'));
        expect(has('Activation code')).to.equal(true);
      });
    });
});
