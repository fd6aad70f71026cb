import { expect } from '@open-wc/testing';
import { contrast, rgb } from '../accessibility/in-page/pixels.js';
import { press } from '../elements/person.js';
import { emulate, markAutofilled } from './emulate.js';
import { clearAway, FORMS, isSeen, textFields } from './forms.js';

const isEmulated = await emulate({ 'prefers-color-scheme': 'dark' });
await emulate();
const test = isEmulated ? it : it.skip;

/** The color that lies over the browser's own, which no page can change; nothing where there is none. */
function coverOf({ boxShadow }: CSSStyleDeclaration): string | undefined {
  const cover = boxShadow.split(/,(?![^(]*\))/).find((shadow) => /\b\d{3,}px inset/.test(shadow));
  return cover && /rgba?\([^)]*\)|color\([^)]*\)/.exec(cover)?.[0];
}

/** Dark colors of a client, in a page that knows of no dark mode. */
const OWN = { '--portal-text': '#f4f4f4', '--portal-quiet': '#202020', '--portal-field': '#101010' };

for (const form of FORMS)
  describe(`filled in by the browser itself: ${form.what}`, () => {
    afterEach(async () => {
      clearAway();
      document.documentElement.removeAttribute('style');
      await emulate();
    });

    test('G3: what stands in a field can be read, light or dark, focused or not (needs emulated autofill)', async () => {
      const { form: drawn } = await form.open();
      const { style } = document.documentElement;
      await press('Tab');
      for (const [what, set] of Object.entries({
        light: () => style.setProperty('color-scheme', 'light'),
        dark: () => style.setProperty('color-scheme', 'dark'),
        'a client’s own colors': () => {
          style.setProperty('color-scheme', 'light');
          for (const [name, value] of Object.entries(OWN)) style.setProperty(name, value);
        },
      })) {
        set();
        for (const field of textFields(drawn).filter(isSeen)) {
          expect(await markAutofilled(`#${field.id}`), field.name).to.equal(true);
          for (const act of ['blur', 'focus'] as const) {
            field[act]();
            const computed = getComputedStyle(field);
            const cover = coverOf(computed);
            expect(cover, `${field.name}, ${what}, ${act}`).not.to.equal(undefined);
            expect(
              contrast(rgb(computed.webkitTextFillColor), rgb(cover!)),
              `${field.name}, ${what}, ${act}`,
            ).to.be.at.least(4.5);
          }
        }
      }
    });
  });
