import { expect } from '@open-wc/testing';
import { clearAway, FORMS, send, submitOf, textFields } from './forms.js';

const HINT = 'Caps Lock is on';
const key = (type: 'keydown' | 'keyup', modifierCapsLock: boolean): KeyboardEvent =>
  new KeyboardEvent(type, { bubbles: true, key: 'a', modifierCapsLock });

/** The hints that can be seen. */
const hints = (form: HTMLFormElement): HTMLElement[] =>
  [...form.querySelectorAll<HTMLElement>('[role="status"]')].filter(
    (node) => node.textContent.includes(HINT) && node.checkVisibility({ visibilityProperty: true }),
  );

const passwords = (form: HTMLFormElement): HTMLInputElement[] =>
  textFields(form).filter(({ type }) => type === 'password');

for (const form of FORMS.filter(({ typed }) => Object.keys(typed).some((name) => /password/i.test(name))))
  describe(`Caps Lock: ${form.what}`, () => {
    afterEach(clearAway);

    it('G7: is hinted at while it is on, whichever of the key’s two events tells', async () => {
      const { element, form: drawn } = await form.open();
      for (const field of passwords(drawn)) {
        field.focus();
        for (const [event, shown] of [
          [key('keydown', true), 1],
          [key('keyup', false), 0],
          [key('keyup', true), 1],
          [new Event('keydown', { bubbles: true }), 0],
        ] as const) {
          field.dispatchEvent(event);
          await element.updateComplete;
          expect(hints(drawn).length, field.name).to.equal(shown);
        }
      }
    });

    it('G7 G9: the hint goes with the focus, and takes no button away from under the pointer', async () => {
      const { element, form: drawn } = await form.open();
      const button = submitOf(drawn);
      // Within the form: the page itself may scroll.
      const place = (): number => button.getBoundingClientRect().top - drawn.getBoundingClientRect().top;
      for (const field of passwords(drawn)) {
        field.focus();
        field.dispatchEvent(key('keydown', true));
        await element.updateComplete;
        const before = place();
        button.focus();
        await element.updateComplete;
        expect(hints(drawn).length, field.name).to.equal(0);
        expect(place(), field.name).to.equal(before);
        field.focus();
        await element.updateComplete;
        expect(hints(drawn).length, 'nothing old comes back').to.equal(0);
      }
    });

    it('G7: the hint is polite, and keeps nobody from going on', async () => {
      const page = await form.open();
      const sent = await send(page, form, async () => {
        for (const field of passwords(page.form)) {
          field.focus();
          const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, modifierCapsLock: true });
          expect(field.dispatchEvent(event), 'the key arrives').to.equal(true);
        }
        await page.element.updateComplete;
        expect(hints(page.form).map((node) => node.getAttribute('role'))).to.deep.equal(['status']);
        submitOf(page.form).click();
      });
      expect(sent).to.have.length(1);
      expect(sent[0]).to.deep.include(form.body);
    });
  });
