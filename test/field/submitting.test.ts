import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { alertText, focused, press } from '../elements/person.js';
import {
  ASKING,
  BUTTONS,
  clearAway,
  enterAt,
  FORMS,
  holdAnswers,
  isPending,
  send,
  settled,
  submitOf,
  textFields,
  write,
} from './forms.js';
import { waitUntil } from '../support/wait-until.js';

const ALL = [...FORMS, ...BUTTONS];
for (const form of FORMS)
  describe(`${form.what}: Enter`, () => {
    afterEach(clearAway);

    it('B1 case 79: submits once, whichever field it is pressed in, and a phone’s key says so', async () => {
      const page = await form.open();
      const submits: EventTarget[] = [];
      const note = (event: Event): void => {
        submits.push(event.target!);
        event.preventDefault();
        event.stopPropagation();
      };
      document.addEventListener('submit', note, true);
      try {
        for (const field of textFields(page.form).filter(({ tabIndex }) => tabIndex === 0)) {
          submits.length = 0;
          field.focus();
          await press('Enter');
          expect(submits.length, field.name).to.equal(1);
          expect(submits[0] === page.form, field.name).to.equal(true);
          expect(field.getAttribute('enterkeyhint'), field.name).to.be.oneOf(['go', 'next']);
        }
      } finally {
        document.removeEventListener('submit', note, true);
      }
    });

    it('B1 A23: sends the same as a click', async () => {
      const page = await form.open();
      const sent = await send(page, form, async () => {
        enterAt(page).focus();
        await press('Enter');
      });
      expect(sent).to.have.length(1);
      expect(sent[0]).to.deep.include(form.body);
    });
  });

for (const form of ALL)
  describe(`${form.what}: a click`, () => {
    afterEach(clearAway);

    it('B6: sends once', async () => {
      const page = await form.open();
      const sent = await send(page, form, () => submitOf(page.form).click());
      expect(sent[0]).to.deep.include(form.body);
      await settled(page);
      expect(await form.sent(page)).to.have.length(1);
    });
  });

for (const form of ASKING)
  describe(`${form.what}: while a request is under way`, () => {
    afterEach(clearAway);

    it('B2: Enter, click and submit do nothing', async () => {
      const page = await form.open();
      holdAnswers(page);
      await send(page, form, () => page.form.requestSubmit());
      enterAt(page).focus();
      await press('Enter');
      submitOf(page.form).click();
      page.form.requestSubmit();
      await aTimeout(20);
      expect(await form.sent(page)).to.have.length(1);
      expect(isPending(page)).to.equal(true);
    });

    it('B4: two submits at once, and a key that is held down, send once', async () => {
      const page = await form.open();
      const letGo = holdAnswers(page);
      write(page.form, form.typed);
      enterAt(page).focus();
      page.form.requestSubmit();
      page.form.requestSubmit();
      for (let i = 0; i < 3; i++) await sendKeys({ down: 'Enter' });
      await sendKeys({ up: 'Enter' });
      letGo();
      await settled(page);
      expect(await form.sent(page)).to.have.length(1);
    });

    it('B8: the focus stays, nothing is disabled, and nothing can be changed that was sent', async () => {
      const page = await form.open();
      page.backend.fault = { kind: 'broken' };
      const letGo = holdAnswers(page);
      write(page.form, form.typed);
      const at = enterAt(page);
      at.focus();
      const open = textFields(page.form).filter(({ readOnly }) => !readOnly);
      await press('Enter');
      await waitUntil(() => isPending(page));
      expect(focused() === at, 'the focus stays').to.equal(true);
      expect(page.form.querySelectorAll(':disabled').length).to.equal(0);
      expect(submitOf(page.form).ariaDisabled).to.equal('true');
      for (const field of open) expect(field.readOnly, field.name).to.equal(true);
      letGo();
      await alertText();
      expect(submitOf(page.form).ariaDisabled).to.equal(null);
      for (const field of open) expect(field.readOnly, field.name).to.equal(false);
    });

    it('B9: after an error that nobody foresaw the same button sends again', async () => {
      const page = await form.open();
      const { adapter } = page.element;
      const broken = (): never => {
        throw new RangeError('x');
      };
      for (const fails of [broken, () => Promise.reject(new RangeError('x'))]) {
        page.element.adapter = new Proxy(adapter!, {
          get: (target, name) => (name === 'readConfig' ? target.readConfig : fails),
        });
        await page.element.updateComplete;
        write(page.form, form.typed);
        submitOf(page.form).click();
        await page.element.updateComplete;
        await settled(page);
        expect(await alertText()).to.contain('Something went wrong');
        expect([isPending(page), submitOf(page.form).ariaDisabled]).to.deep.equal([false, null]);
      }
      page.element.adapter = adapter;
      await page.element.updateComplete;
      const sent = await send(page, form, () => submitOf(page.form).click());
      expect(sent).to.have.length(1);
      expect(sent[0]).to.deep.include(form.body);
    });
  });
