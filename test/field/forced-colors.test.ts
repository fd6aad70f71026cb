import { expect } from '@open-wc/testing';
import en from '../../src/locale/en.js';
import { roots } from '../accessibility/in-page/composed.js';
import { press, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { emulate } from './emulate.js';
import { BUTTONS, clearAway, FORMS, isSeen, submitOf, textFields, write } from './forms.js';

const isEmulated = await emulate({ 'forced-colors': 'active' });
await emulate();
const test = isEmulated ? it : it.skip;

const focusable = (): HTMLElement[] =>
  roots()
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>('input, select, button, a[href]')])
    .filter((node) => node.closest('main') !== null || node.getRootNode() !== document)
    .filter((node) => node.tabIndex >= 0 && isSeen(node));

/** The ring around what has the focus, whichever box it is drawn around. */
const ringOf = (node: Element): string =>
  [undefined, '::after']
    .map((pseudo) => getComputedStyle(node, pseudo))
    .map(({ outlineStyle, outlineWidth }) => `${outlineStyle} ${outlineWidth}`)
    .find((ring) => !ring.startsWith('none')) ?? 'none';

const sides = ['Top', 'Bottom'] as const;
const hasBorder = (node: Element): boolean => {
  const style = getComputedStyle(node);
  return sides.every((side) => style[`border${side}Style`] === 'solid' && parseFloat(style[`border${side}Width`]) >= 1);
};

async function expectRings(): Promise<void> {
  // From here on the browser takes the focus for one that the keyboard moved.
  await press('Tab');
  const all = focusable();
  expect(all.length).to.be.greaterThan(0);
  for (const node of all) {
    node.focus();
    expect(ringOf(node), node.outerHTML).to.match(/^solid [3-9]px$/);
  }
}

for (const form of [...FORMS, ...BUTTONS])
  describe(`with forced colors: ${form.what}`, () => {
    beforeEach(() => emulate({ 'forced-colors': 'active' }));
    afterEach(async () => {
      clearAway();
      await emulate();
    });

    test('G2: focus is an outline, fields and buttons have real borders (needs emulated forced colors)', async () => {
      const page = await form.open();
      await expectRings();
      for (const node of page.form.querySelectorAll('input:not([type=radio]):not([type=checkbox]), select, button'))
        if (isSeen(node as HTMLElement)) expect(hasBorder(node), node.outerHTML).to.equal(true);
    });

    test('G2: what is wrong, chosen or met is told by more than a color (needs emulated forced colors)', async () => {
      const page = await form.open();
      for (const radio of page.form.querySelectorAll<HTMLInputElement>('[type=radio], [type=checkbox]'))
        expect(getComputedStyle(radio).appearance, 'the browser draws what is chosen').to.equal('auto');
      const passwords = textFields(page.form).filter(({ autocomplete }) => autocomplete === 'new-password');
      if (passwords.length > 0) {
        write(page.form, { [passwords[0]!.name]: 'larkspur' });
        passwords[0]!.dispatchEvent(new Event('input', { bubbles: true }));
        await page.element.updateComplete;
        const marks = [...page.form.querySelectorAll('.portal-rule')].map((rule) => [
          rule.classList.contains('portal-rule-met'),
          rule.querySelector('svg')!.childElementCount,
          rule.textContent.includes(en.password.met),
        ]);
        expect(new Set(marks.map(([met]) => met)).size, 'some are met').to.equal(2);
        for (const [met, shapes, says] of marks) expect([shapes, says]).to.deep.equal(met ? [2, true] : [1, false]);
      }
      for (const field of textFields(page.form)) if (!field.readOnly) field.value = '';
      submitOf(page.form).click();
      await page.element.updateComplete;
      for (const field of page.form.querySelectorAll('[aria-invalid="true"]')) {
        const error = field.closest('.portal-field')!.querySelector<HTMLElement>('.portal-error')!;
        expect(error.textContent).not.to.equal('');
        expect(error.querySelector('svg')!.getBoundingClientRect().width).to.be.at.least(16);
        expect(getComputedStyle(field.closest('.portal-field')!).borderInlineStartStyle).to.equal('solid');
      }
    });
  });

describe('with forced colors: a list of consents', () => {
  beforeEach(() => emulate({ 'forced-colors': 'active' }));
  afterEach(async () => {
    clearAway();
    await emulate();
  });

  test('G2: focus is an outline there too (needs emulated forced colors)', async () => {
    const { element } = await visit('portal-consent', 'consents-pending');
    await waitUntil(() => element.querySelector('.portal-document-button'));
    await expectRings();
  });
});
