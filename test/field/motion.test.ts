import { expect } from '@open-wc/testing';
import { waitUntil } from '../support/wait-until.js';
import { emulate } from './emulate.js';
import { ASKING, clearAway, FORMS, holdAnswers, isPending, send, settled, submitOf } from './forms.js';

const REDUCED = { 'prefers-reduced-motion': 'reduce' };
const isEmulated = await emulate(REDUCED);
await emulate();
const test = isEmulated ? it : it.skip;

describe('without motion', () => {
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; }');
  const { addEventListener } = EventTarget.prototype;
  const listened = new Set<string>();

  beforeEach(() => {
    document.adoptedStyleSheets.push(still);
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      ...args: Parameters<typeof addEventListener>
    ) {
      listened.add(args[0]);
      return addEventListener.apply(this, args);
    };
  });
  afterEach(() => {
    EventTarget.prototype.addEventListener = addEventListener;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
    clearAway();
  });

  it('G10: every step is taken, and none waits for the end of a transition', async () => {
    for (const form of FORMS) {
      const page = await form.open();
      const sent = await send(page, form, () => submitOf(page.form).click());
      expect(sent[0], form.what).to.deep.include(form.body);
      await settled(page);
      clearAway();
    }
    expect([...listened]).to.include('submit');
    expect([...listened].filter((type) => /^(transition|animation)/.test(type))).to.deep.equal([]);
  });
});

for (const form of ASKING)
  describe(`for somebody who wants less motion: ${form.what}`, () => {
    beforeEach(() => emulate(REDUCED));
    afterEach(async () => {
      clearAway();
      await emulate();
    });

    test('G10: nothing moves, not even while a request is under way (needs emulated reduced motion)', async () => {
      const page = await form.open();
      holdAnswers(page);
      await send(page, form, () => page.form.requestSubmit());
      await waitUntil(() => isPending(page) && page.form.querySelector('.portal-spinner'));
      expect(document.getAnimations()).to.have.length(0);
    });
  });
