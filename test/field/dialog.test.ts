import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createMockBackend } from '../../mock-server/index.js';
import '../../src/elements/index.js';
import { createClock } from '../elements/idle-clock.js';
import { button, comeBack, focused, heard, press } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway } from './forms.js';

const IDLE_SECONDS = 1_800;

/** A page with something before and behind an element that opens a dialog. */
async function page<Tag extends 'portal-help' | 'portal-session'>(tag: Tag): Promise<HTMLElementTagNameMap[Tag]> {
  heard.length = 0;
  const { adapter } = await createMockBackend('logged-in');
  const element = document.createElement(tag);
  element.adapter = adapter;
  await fixture(html`<main><a href="#before">Before</a>${element}<a href="#behind">Behind</a></main>`);
  return element;
}

/** Walks on by Tab, there and back, and tells where the focus was. */
async function walk(): Promise<(Element | null)[]> {
  const at: (Element | null)[] = [];
  for (const back of [false, false, false, false, true, true, true, true]) {
    if (back) await sendKeys({ down: 'Shift' });
    await press('Tab');
    if (back) await sendKeys({ up: 'Shift' });
    at.push(focused());
  }
  await comeBack();
  return at;
}

describe('dialogs', () => {
  afterEach(clearAway);

  it('case 78: the help keeps the focus, closes by Escape and by its X, and gives the focus back', async () => {
    const element = await page('portal-help');
    const dialog = (): HTMLDialogElement | null => element.shadowRoot!.querySelector('dialog');
    await waitUntil(dialog);
    for (const close of [() => press('Escape'), () => press('Enter'), async () => button('Close').click()]) {
      button('Help').focus();
      await press('Enter');
      await waitUntil(() => dialog()!.matches(':modal'));
      expect(focused(), 'it begins at its X').to.equal(button('Close'));
      for (const place of await walk())
        expect(dialog()!.contains(place) || place === document.body, `the focus is at ${place?.outerHTML}`).to.equal(
          true,
        );
      button('Close').focus();
      await close();
      await waitUntil(() => !dialog()!.open);
      await waitUntil(() => focused() === button('Help'), 'the focus is lost');
    }
  });

  it('case 78: so does the warning before a session ends; Escape there is a sign of life', async () => {
    const element = await page('portal-session');
    const time = createClock();
    element.idle.clock = time.clock;
    const dialog = (): HTMLDialogElement | null => element.querySelector('dialog');
    await waitUntil(dialog);
    for (const answer of [() => press('Escape'), async () => button('Stay logged in').click()]) {
      button('Log out').focus();
      element.idle.start(IDLE_SECONDS);
      time.pass(IDLE_SECONDS - 60);
      time.pass(0.25);
      await element.updateComplete;
      expect(dialog()!.matches(':modal')).to.equal(true);
      for (const place of await walk())
        expect(dialog()!.contains(place) || place === document.body, `the focus is at ${place?.outerHTML}`).to.equal(
          true,
        );
      await answer();
      await waitUntil(() => !dialog()!.open);
      await waitUntil(() => focused() === button('Log out'), 'the focus is lost');
      expect(heard.some(({ type }) => type === 'portal-logged-out')).to.equal(false);
    }
  });
});
