import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { portalStyles } from '../../src/styles/portal-styles.js';
import { autocompleteOf, clearAway, FORMS, isSeen, textFields } from './forms.js';

const rectOf = (node: Element): DOMRect => node.getBoundingClientRect();

const overlap = (a: Element, b: Element): boolean => {
  const [one, other] = [rectOf(a), rectOf(b)] as const;
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
};

/** The buttons that show a password, each by its field. */
const toggles = (form: HTMLFormElement): [HTMLInputElement, HTMLButtonElement][] =>
  textFields(form)
    .filter(({ type }) => type === 'password')
    .map((field) => [field, form.querySelector<HTMLButtonElement>(`[aria-controls="${field.id}"]`)!]);

for (const form of FORMS)
  describe(`how it looks: ${form.what}`, () => {
    afterEach(async () => {
      clearAway();
      const { style } = document.documentElement;
      style.fontSize = '';
      document.documentElement.lang = 'en';
      document.documentElement.dir = '';
      await setViewport({ width: 800, height: 600 });
    });

    it('G1: what is typed into has 16 pixels on a phone, whatever the page’s own size, and zooming stays allowed', async () => {
      const viewport = document.querySelector<HTMLMetaElement>('meta[name=viewport]')!;
      const before = viewport.content;
      await setViewport({ width: 375, height: 667 });
      const { form: drawn } = await form.open();
      for (const size of ['', '62.5%']) {
        document.documentElement.style.fontSize = size;
        for (const field of drawn.querySelectorAll('input, select'))
          if (!['radio', 'checkbox'].includes((field as HTMLInputElement).type))
            expect(parseFloat(getComputedStyle(field).fontSize), (field as HTMLInputElement).name).to.be.at.least(16);
      }
      expect(document.querySelectorAll('meta[name=viewport]').length).to.equal(1);
      expect(viewport.content).to.equal(before);
    });

    it('G4: from right to left, credentials run from left to right but begin where the page does, and no button lies over them', async () => {
      document.documentElement.lang = 'ar';
      document.documentElement.dir = 'rtl';
      const { element, form: drawn } = await form.open();
      expect(getComputedStyle(drawn).direction).to.equal('rtl');
      for (const field of textFields(drawn).filter(isSeen)) {
        if (/^(off|bday.*|name)$/.test(autocompleteOf(field))) continue;
        const { direction, textAlign } = getComputedStyle(field);
        expect([direction, textAlign], field.name).to.deep.equal(['ltr', 'end']);
      }
      for (const [field, toggle] of toggles(drawn))
        for (let i = 0; i < 2; i++) {
          expect(overlap(field, toggle), field.name).to.equal(false);
          expect(rectOf(toggle).right, 'at the end of its row').to.be.at.most(rectOf(field).left);
          toggle.click();
          await element.updateComplete;
        }
      await setViewport({ width: 320, height: 480 });
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth, 'nothing hangs out').to.be.at.most(clientWidth);
    });

    it('G5 G6: each password has a button of ours beside it, which stays where it is', async () => {
      const { element, form: drawn } = await form.open();
      for (const [field, toggle] of toggles(drawn)) {
        expect([isSeen(toggle), overlap(field, toggle)], field.name).to.deep.equal([true, false]);
        field.value = 'x';
        for (const type of ['text', 'password']) {
          toggle.click();
          await element.updateComplete;
          field.focus();
          field.blur();
          field.focus();
          await element.updateComplete;
          expect([field.type, isSeen(toggle), toggle.isConnected], field.name).to.deep.equal([type, true, true]);
        }
      }
    });

    it('G9: leaving a field moves nothing, whatever is in it', async () => {
      const { element, form: drawn } = await form.open();
      const places = (): string =>
        [...drawn.querySelectorAll('button, input')]
          .map((node) => Object.values(rectOf(node).toJSON() as object))
          .join();
      for (const field of textFields(drawn).filter(({ readOnly }) => !readOnly)) {
        field.focus();
        field.value = '\u00a0?';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await element.updateComplete;
        const before = places();
        field.dispatchEvent(new Event('change', { bubbles: true }));
        field.blur();
        await element.updateComplete;
        expect(places(), field.name).to.equal(before);
        expect(drawn.querySelectorAll('[aria-invalid="true"]').length, field.name).to.equal(0);
      }
    });
  });

describe('what the browser draws by itself', () => {
  it('G5: Edge’s own button to show a password is switched off', () => {
    // Only Edge knows it, so only the words can be looked at.
    expect(portalStyles()).to.match(/\.portal-input::-ms-reveal\s*\{\s*display:\s*none;\s*\}/);
  });
});

describe('the direction', () => {
  afterEach(() => {
    clearAway();
    document.body.dir = '';
    document.documentElement.lang = 'en';
  });

  it('G4: is that of the words, and else that of what the form stands in', async () => {
    const [login] = FORMS as [(typeof FORMS)[number]];
    const direction = async (): Promise<string> => {
      const { form } = await login.open();
      const { direction } = getComputedStyle(form);
      clearAway();
      return direction;
    };
    document.documentElement.lang = 'ar';
    expect(await direction(), 'Arabic in a page that says nothing').to.equal('rtl');
    document.documentElement.lang = 'en';
    expect(await direction()).to.equal('ltr');
    document.body.dir = 'rtl';
    expect(await direction(), 'inherited').to.equal('rtl');
  });
});
