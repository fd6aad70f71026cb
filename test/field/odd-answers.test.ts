import { aTimeout, expect } from '@open-wc/testing';
import { codes, MOCK_PASSWORD, people } from '../../mock-server/index.js';
import { createHttpAdapter } from '../../src/adapter/http-adapter.js';
import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { roots } from '../accessibility/in-page/composed.js';
import { alertText, button, control, headingOf, heard, press, reach, type, visit } from '../elements/person.js';
import { clearAway, FORMS, write } from './forms.js';
import { answering, enterCode } from './screens.js';

const GENERAL = 'Something went wrong';

/** All words of the page, those in shadow roots too. */
const pageText = (): string =>
  roots()
    .map((root) => (root instanceof Document ? root.body : root).textContent ?? '')
    .join(' ');

describe('odd answers', () => {
  afterEach(clearAway);

  for (const [what, answer] of [
    [
      'an error that nobody knows',
      () => Promise.reject(Object.assign(new Error('x'), { name: 'PortalError', code: 'code_mouldy' })),
    ],
    ['an error of its own kind', () => Promise.reject(new TypeError('code_mouldy'))],
    ['an answer that is none', () => Promise.resolve({ step: 'code_mouldy' })],
    ['nothing', () => Promise.resolve(undefined)],
  ] as const)
    describe(what, () => {
      it('E3 E7: whatever a backend says about a code, the page has words for it and shows no code', async () => {
        await visit('portal-activate', 'fresh-code', await answering('verifyCode', answer));
        await enterCode();
        expect(await alertText())
          .to.contain(GENERAL)
          .and.to.contain('(202) 555-0142');
        expect(button('Try again')).to.exist;
        expect(pageText()).not.to.contain('code_mouldy');
        expect(control('Activation code').value).to.equal(codes.fresh);
      });
    });

  it('E4: an answer is a next step, not only a yes or no; one that isn’t known is no dead end', async () => {
    for (const [step, ends] of [
      ['consent', 'You are logged in'],
      ['landing', 'You are logged in'],
      ['must_change_password', 'Enter your password'],
    ] as const) {
      // Behind it is a session, as after any log-in.
      const given = await answering('logIn', () => Promise.resolve({ step }), 'logged-in');
      const { element } = await visit('portal-login', 'returning', given);
      await type('Email/Username', people.dana.email);
      await press('Enter');
      await reach(element, 'Enter your password');
      await type('Password', MOCK_PASSWORD);
      await press('Enter');
      if (ends === 'You are logged in') await reach(element, ends);
      else {
        expect(await alertText()).to.contain(GENERAL);
        expect(button('Try again')).to.exist;
        expect(button('Forgot your password?')).to.have.attribute('href', '/reset-password');
      }
      expect(headingOf(element), step).to.equal(ends);
      expect(
        heard.some((event) => event.type === 'portal-logged-in'),
        step,
      ).to.equal(ends === 'You are logged in');
      expect(pageText(), step).not.to.contain('must_change_password');
      element.remove();
    }
  });

  // The first step of the log-in asks nobody.
  for (const form of FORMS.filter(({ what }) => what !== 'log-in, first step'))
    describe(form.what, () => {
      it('E7: no form shows the code of an error', async () => {
        const page = await form.open();
        // As from a backend of somebody else, over HTTP: an error that isn't in the catalog.
        const fetch = (): Promise<Response> =>
          Promise.resolve(
            new Response(
              JSON.stringify({ type: 'about:blank', title: 'X', status: 429, code: 'login_limit_exceeded' }),
              {
                status: 400,
                headers: { 'content-type': 'application/problem+json' },
              },
            ),
          );
        const broken = createHttpAdapter({ baseUrl: 'https://portal.example/api/portal', fetch });
        const { adapter } = page.element as { adapter?: PortalAdapter };
        const element = page.element as unknown as { adapter: PortalAdapter; updateComplete: Promise<unknown> };
        element.adapter = { ...broken, readConfig: adapter!.readConfig };
        await element.updateComplete;
        await aTimeout(0);
        write(page.form, form.typed);
        page.form.requestSubmit();
        expect(await alertText()).to.contain(GENERAL);
        expect(pageText()).not.to.contain('login_limit_exceeded');
      });
    });
});
