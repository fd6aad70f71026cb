import { expect } from '@open-wc/testing';
import { codes, MOCK_PASSWORD, people, type Scenario } from '../../mock-server/index.js';
import { alertText, button, control, press, reach, type, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway } from './forms.js';
import { enterCode, password, put } from './screens.js';

const tooMany = (retryAfter: number): Scenario => ({
  about: 'Whoever tries has to wait.',
  codes: { [codes.fresh]: { person: 'dana', state: 'pending' } },
  accounts: { dana: { consents: 'answered' } },
  fault: { kind: 'too_many_attempts', operations: ['verifyCode', 'logIn'], details: { retryAfter } },
});

describe('too many tries', () => {
  afterEach(clearAway);

  it('E6: who has to wait is told so and how long, counting down in silence; until then nothing is sent', async () => {
    const { element, calls, backend } = await visit('portal-activate', tooMany(3));
    const posts = (): number => calls.filter(({ method }) => method === 'POST').length;
    await enterCode();
    expect(await alertText()).to.match(/Too many tries.*You can try again in 0:0[123]/);
    const region = element.querySelector('[role="alert"]')!;
    const timer = region.querySelector('[role="timer"]')!;
    expect(timer.closest('[aria-live]'), 'the innermost region that holds it is silent').to.have.attribute(
      'aria-live',
      'off',
    );
    expect(posts()).to.equal(1);
    put(control('Activation code'), codes.fresh, 'input');
    button('Next').click();
    element.querySelector('form')!.requestSubmit();
    await element.updateComplete;
    expect(posts(), 'nothing is sent before').to.equal(1);
    expect(control('Year').value).to.equal('1980');
    expect(control('Year').readOnly || control('Year').disabled, 'fields stay editable').to.equal(false);

    const shown = timer.textContent;
    const spoken: MutationRecord[] = [];
    const ears = new MutationObserver((changes) => {
      if (timer.isConnected) spoken.push(...changes.filter(({ target }) => !timer.contains(target)));
    });
    ears.observe(region, { childList: true, characterData: true, subtree: true });
    await waitUntil(() => timer.textContent !== shown, 'it doesn’t count down', { timeout: 3_000 });
    ears.disconnect();
    expect(spoken, 'nothing is read out each second').to.deep.equal([]);

    backend.fault = undefined;
    await waitUntil(() => region.textContent?.includes('You can try again now'), 'it is never over', {
      timeout: 5_000,
    });
    button('Next').click();
    await reach(element, 'Create your account');
  });

  it('E6: the same at the log-in: too many tries aren’t a wrong password', async () => {
    await password(tooMany(30));
    await type('Password', MOCK_PASSWORD);
    await press('Enter');
    expect(await alertText())
      .to.match(/Too many tries.*0:(30|29)/)
      .and.not.to.contain('password is wrong');
    expect(control('Email/Username').value).to.equal(people.dana.email);
  });
});
