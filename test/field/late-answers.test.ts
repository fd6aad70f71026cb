import { aTimeout, expect } from '@open-wc/testing';
import { codes, createMockBackend, MOCK_PASSWORD, people, type Scenario } from '../../mock-server/index.js';
import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { button, control, headingOf, heard, press, reach, type, typeBirthdate, visit } from '../elements/person.js';
import { waitUntil } from '../support/wait-until.js';
import { clearAway } from './forms.js';

const { dana, sam } = people;
const twoCodes: Scenario = {
  about: 'Dana and Sam have a code each.',
  codes: {
    [codes.fresh]: { person: 'dana', state: 'pending' },
    [codes.second]: { person: 'sam', state: 'pending' },
  },
};

/** A call that waits for its answer until a test lets it through. */
interface HeldCall {
  input: Record<string, unknown>;
  signal: AbortSignal;
  answer(): Promise<void>;
}

/** An adapter one operation of which is answered when a test says so, in whatever order. */
function hold(adapter: PortalAdapter, name: keyof PortalAdapter): { adapter: PortalAdapter; held: HeldCall[] } {
  const held: HeldCall[] = [];
  const ask = adapter[name] as (input: object, options?: object) => Promise<unknown>;
  const later = (input: Record<string, unknown>, { signal }: { signal: AbortSignal }): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const answer = async (): Promise<void> => {
        // As by a backend that has done it already: to give up doesn't undo anything.
        await ask(input).then(resolve, reject);
      };
      held.push({ input, signal, answer });
    });
  return { adapter: { ...adapter, [name]: later }, held };
}

describe('late answers', () => {
  afterEach(clearAway);

  it('E12: a late answer about an earlier code doesn’t take the place of a newer one', async () => {
    const backend = await createMockBackend(twoCodes);
    const { adapter, held } = hold(backend.adapter, 'verifyCode');
    const { element, calls } = await visit('portal-activate', twoCodes, { adapter });
    await type('Activation code', codes.fresh);
    await typeBirthdate(dana.birthdate);
    await press('Enter');
    await waitUntil(() => held.length === 1);
    location.hash = `#code=${codes.second}`;
    await waitUntil(() => control('Activation code').value === codes.second, 'the second link was not taken up');
    expect(held[0]!.signal.aborted, 'nobody waits for the first any longer').to.equal(true);

    await typeBirthdate(sam.birthdate);
    await press('Enter');
    await waitUntil(() => held.length === 2);
    await held[1]!.answer();
    await reach(element, 'Create your account');
    await held[0]!.answer();
    await aTimeout(20);
    expect(button(`Use ${sam.email}`)).to.exist;
    expect(() => button(`Use ${dana.email}`)).to.throw();
    expect(calls, 'all went by the adapter that was given').to.have.length(0);
  });

  it('E12: a log-in that was left behind moves nothing, whenever it is answered', async () => {
    const backend = await createMockBackend('returning');
    const { adapter, held } = hold(backend.adapter, 'logIn');
    const { element } = await visit('portal-login', 'returning', { adapter });
    await type('Email/Username', dana.email);
    await press('Enter');
    await reach(element, 'Enter your password');
    await type('Password', MOCK_PASSWORD);
    await press('Enter');
    await waitUntil(() => held.length === 1);
    button('Change Email/Username').click();
    await reach(element, 'Log in');
    await held[0]!.answer();
    await aTimeout(20);
    expect(headingOf(element)).to.equal('Log in');
    expect(heard.filter(({ type: name }) => name === 'portal-logged-in').length).to.equal(0);
    expect(element.matches(':state(pending)'), 'the next try isn’t kept waiting').to.equal(false);
  });

  it('E12: an element that leaves the page gives up what it asked, and says nothing more', async () => {
    const backend = await createMockBackend('returning');
    const { adapter, held } = hold(backend.adapter, 'requestPasswordReset');
    const { element } = await visit('portal-reset-password', 'returning', { adapter });
    await type('Email/Username', dana.email);
    await press('Enter');
    await waitUntil(() => held.length === 1);
    heard.length = 0;
    element.remove();
    await aTimeout(0);
    expect(held[0]!.signal.aborted).to.equal(true);
    await held[0]!.answer();
    await aTimeout(20);
    expect(heard).to.deep.equal([]);
  });
});
