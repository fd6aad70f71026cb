import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { createMockBackend, type MockBackend } from '../../mock-server/index.js';
import type { ConsentDocument } from '../../src/contract/consent.js';
import { composed } from '../accessibility/in-page/composed.js';
import {
  alertText,
  bodies,
  button,
  control,
  descriptionOf,
  focused,
  headingOf,
  heard,
  press,
  reach,
  visit,
} from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway } from './forms.js';
import { consent } from './screens.js';

const READ = 'I have read and understood this text';
const RESULTS = 'Show me results before a clinician has seen them';

/** A portal whose first document has this many paragraphs. */
async function withParagraphs(count: number): Promise<MockBackend> {
  const backend = await createMockBackend('consents-pending');
  const source = backend.deps.settings.consents[0]!;
  const body = Array.from({ length: count }, (_, at) => ({
    type: 'paragraph' as const,
    content: [`Paragraph ${at}. `.repeat(20)],
  }));
  const document: ConsentDocument = { ...source.inLanguage('en'), body };
  Object.assign(source, { inLanguage: () => document });
  return backend;
}

describe('consents', () => {
  afterEach(async () => {
    clearAway();
    await setViewport({ width: 800, height: 600 });
  });

  for (const [paragraphs, width, zoom] of [
    [1, 800, 1],
    [200, 800, 1],
    [200, 320, 1],
    [40, 800, 1.1],
    [40, 800, 2],
  ] as const)
    describe(`${paragraphs} paragraphs at ${width} px, zoomed ${zoom}`, () => {
      it('case 80: nobody has to scroll to the end', async () => {
        await setViewport({ width, height: 256 });
        const backend = await withParagraphs(paragraphs);
        const { element } = await visit('portal-consent', 'consents-pending', { adapter: backend.adapter });
        document.documentElement.style.setProperty('zoom', String(zoom));
        try {
          await waitUntil(() => element.querySelector('li button'));
          button('Portal Consent').click();
          await reach(element, 'Portal Consent');
          const boxes = composed().filter((node) => /auto|scroll/.test(getComputedStyle(node).overflowY));
          const scrolling = boxes.filter(
            (node) => node !== document.documentElement && node.scrollHeight > node.clientHeight,
          );
          expect(scrolling, 'no box within the page scrolls, which a keyboard would have to').to.deep.equal([]);

          const submit = button('Submit') as HTMLButtonElement;
          expect([submit.disabled, submit.getAttribute('aria-disabled')]).to.deep.equal([false, null]);
          window.scrollTo(0, 0);
          control(READ).checked = true;
          control('No', RESULTS).checked = true;
          control('Your full name').value = 'Dana Reyes';
          submit.click();
          await reach(element, 'Read and agree');
          await waitUntil(() => element.textContent?.includes('Your answer to “Portal Consent” is recorded'));
        } finally {
          document.documentElement.style.removeProperty('zoom');
        }
      });
    });

  it('case 81: an unticked box is told beside it, and the button is never disabled', async () => {
    const { calls } = await consent('Portal Consent');
    const submit = button('Submit') as HTMLButtonElement;
    expect([submit.disabled, submit.getAttribute('aria-disabled')]).to.deep.equal([false, null]);
    submit.click();
    expect(await alertText()).to.contain('Tick the box to agree');
    expect(focused(), 'the summary has the focus').to.have.attribute('role', 'alert');
    const box = control(READ);
    const error = descriptionOf(box.closest('fieldset')!);
    expect(error).to.equal('Error: Tick the box to agree');
    expect(box).to.have.attribute('aria-invalid', 'true');
    const [told, asked] = [box.closest('fieldset')!.querySelector('.portal-error')!, box].map((node) =>
      node.getBoundingClientRect(),
    );
    expect(Math.abs(asked!.top - told!.bottom), 'it stands next to the box').to.be.below(40);
    button('Tick the box to agree').click();
    expect(focused()).to.equal(box);
    await press(' ');
    expect(box.checked).to.equal(true);
    expect(box).to.have.attribute('aria-invalid', 'false');
    expect(calls.filter(({ method }) => method === 'POST')).to.have.length(0);
  });

  it('case 83: text messages are agreed to by themselves, unticked, and a No keeps nobody out', async () => {
    const { element, calls } = await consent('Portal Consent');
    expect(element.textContent).not.to.match(/text message/i);
    control(READ).click();
    control('No', RESULTS).click();
    control('Your full name').value = 'Dana Reyes';
    button('Submit').click();
    await reach(element, 'Read and agree');
    expect(button('Continue'), 'the portal is open already').to.exist;
    expect(descriptionOf(button('Text message agreement'))).to.contain('Optional');

    button('Text message agreement').click();
    await reach(element, 'Text message agreement');
    const box = control('I agree to receive text messages');
    expect([box.type, box.checked]).to.deep.equal(['checkbox', false]);
    const [decline, submit] = [button('Decline'), button('Submit')];
    expect([decline.className, decline.offsetWidth]).to.deep.equal([submit.className, submit.offsetWidth]);
    decline.click();
    await reach(element, 'Read and agree');
    const [answer] = (await bodies(calls, '/consents/text-messages')) as { decision: string }[];
    expect(answer!.decision).to.equal('decline');
    button('Continue').click();
    await waitUntil(() => heard.some(({ type }) => type === 'portal-consents-completed'));
    expect(headingOf(element)).to.equal('Everything required is answered');
  });
});
