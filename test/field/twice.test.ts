import { aTimeout, expect } from '@open-wc/testing';
import { people } from '../../mock-server/index.js';
import { button, headingOf, heard, reach } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { ASKING, clearAway, FORMS, holdAnswers, send, settled, submitOf, write } from './forms.js';

/** What the mock refuses in any case: it knows no answers and none of these tokens. */
const REFUSED = /by questions|recovery, new password|confirming an email/;

const alerts = (): string => [...document.querySelectorAll('[role="alert"]')].map((node) => node.textContent).join('');

for (const form of ASKING)
  describe(`${form.what}: a double click on a slow line`, () => {
    afterEach(clearAway);

    it('B5: sends once, and what the one request brought is what shows', async () => {
      const page = await form.open();
      const letGo = holdAnswers(page);
      await send(page, form, () => {
        submitOf(page.form).click();
        submitOf(page.form).click();
      });
      letGo();
      await settled(page);
      expect(await form.sent(page)).to.have.length(1);
      expect(alerts() !== '').to.equal(REFUSED.test(form.what));
    });
  });

describe('an answer that comes late', () => {
  afterEach(clearAway);

  it('B5: is dropped, once the person has gone back and sent something else', async () => {
    const login = FORMS.find(({ what }) => what === 'log-in, second step')!;
    const page = await login.open();
    const answer = page.backend.handler.bind(page.backend);
    let letGo!: () => void;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let tries = 0;
    page.backend.handler = async (request) => {
      if (request.method === 'POST' && ++tries === 1) await gate;
      return answer(request);
    };
    write(page.form, { password: 'the wrong one' });
    page.form.requestSubmit();
    await waitUntil(() => tries === 1);
    button('Change Email/Username').click();
    await reach(page.element, 'Log in');
    write(page.element.querySelector('form')!, { username: people.dana.email });
    page.element.querySelector('form')!.requestSubmit();
    await reach(page.element, 'Enter your password');
    write(page.element.querySelector('form')!, login.typed);
    page.element.querySelector('form')!.requestSubmit();
    await waitUntil(() => heard.some(({ type }) => type === 'portal-logged-in'));
    const there = headingOf(page.element);
    letGo();
    await aTimeout(30);
    expect(headingOf(page.element)).to.equal(there);
    expect(alerts()).to.equal('');
    expect(heard.filter(({ type }) => type === 'portal-error')).to.have.length(0);
    expect(heard.filter(({ type }) => type === 'portal-logged-in')).to.have.length(1);
  });
});
