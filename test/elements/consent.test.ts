import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  codes,
  createMockBackend,
  MOCK_PASSWORD,
  people,
  type MockBackend,
  type Scenario,
} from '../../mock-server/index.js';
import { forget } from '../../src/adapter/page-state.js';
import type { ConsentDocument } from '../../src/contract/consent.js';
import { PortalError } from '../../src/contract/errors.js';
import '../../src/elements/consent/portal-consent.js';
import type { PortalConsent } from '../../src/elements/consent/portal-consent.js';
import { PortalLoggedInEvent, PortalLoggedOutEvent, type PortalStepEvent } from '../../src/elements/events.js';
import { loadMessages } from '../../src/locale/load-messages.js';
import {
  alertText,
  bodies,
  button,
  control,
  descriptionOf,
  focused,
  goAndComeBack,
  has,
  headingOf,
  heard,
  press,
  reach,
  type,
  visit,
} from './person.js';
import { waitUntil } from '../support/wait-until.js';

const LIST = 'Read and agree';
const RESULTS = 'Show me results before a clinician has seen them';
const READ = 'I have read and understood this text';

const pending = (fault: Scenario['fault']): Scenario => ({
  about: 'Dana has three consents to answer, and one operation fails.',
  accounts: { dana: { consents: 'open' } },
  loggedIn: 'dana',
  fault,
});

const steps = (): string[] =>
  heard.filter(({ type }) => type === 'portal-step').map((event) => (event as PortalStepEvent).step);
const happened = (type: string): boolean => heard.some((event) => event.type === type);
const listed = (element: PortalConsent): string[] =>
  [...element.querySelectorAll('li button')].map((each) => each.textContent.trim());
const status = (element: PortalConsent): string => element.querySelector('[role="status"]')?.textContent?.trim() ?? '';
const isOpen = (element: PortalConsent): Promise<void> => waitUntil(() => listed(element).length > 0, 'no list');

async function at(title: string, scenario: Parameters<typeof visit>[1] = 'consents-pending') {
  const visited = await visit('portal-consent', scenario);
  await isOpen(visited.element);
  button(title).click();
  await reach(visited.element, title);
  return visited;
}

async function fillIn(): Promise<void> {
  control(READ).click();
  control('No', RESULTS).click();
  await type('Your full name', 'Dana Reyes');
}

/** Puts a new version of a document in the place of the one that is shown. */
function replaceDocument({ deps }: MockBackend, change: (document: ConsentDocument) => ConsentDocument): void {
  const source = deps.settings.consents[0]!;
  const changed = change(source.inLanguage('en'));
  Object.assign(source, { inLanguage: () => changed });
}

/** Gives the first document a Spanish text beside the English one. */
function translateDocument({ deps }: MockBackend): void {
  const source = deps.settings.consents[0]!;
  const english = source.inLanguage('en');
  const spanish = { ...english, language: 'es', title: 'Consentimiento' };
  Object.assign(source, { inLanguage: (language: string) => (language === 'es' ? spanish : english) });
}

describe('portal-consent', () => {
  const stay = (event: Event): void => event.preventDefault();

  beforeEach(() => sessionStorage.clear());
  afterEach(async () => {
    document.removeEventListener('portal-error', stay);
    forget('code');
    await setViewport({ width: 800, height: 600 });
  });

  it('passes axe in every state', async () => {
    const { element } = await visit('portal-consent', 'consents-pending');
    await isOpen(element);
    await expect(element).to.be.accessible();
    button('Portal Consent').click();
    await reach(element, 'Portal Consent');
    await expect(element).to.be.accessible();
    button('Submit').click();
    await alertText();
    await expect(element).to.be.accessible();
    await fillIn();
    button('Submit').click();
    await waitUntil(() => status(element).includes('recorded'));
    await expect(element).to.be.accessible();
    button('Telehealth consent').click();
    await reach(element, 'Telehealth consent');
    await expect(element).to.be.accessible();
    button('Back to the list').click();
    await reach(element, LIST);
    button('Continue').click();
    await reach(element, 'Everything required is answered');
    await expect(element).to.be.accessible();
  });

  it('works by keyboard alone, from the first document to the last', async () => {
    const { element, calls } = await visit('portal-consent', 'consents-pending');
    await isOpen(element);
    await press('Tab');
    expect(focused()).to.equal(button('Portal Consent'));
    await press('Enter');
    await reach(element, 'Portal Consent');
    await waitUntil(() => focused()?.textContent === 'Portal Consent', 'the heading has the focus');
    for (const expected of ['Print', 'privacy notice']) {
      await press('Tab');
      expect(focused()).to.equal(button(expected));
    }
    await press('Tab');
    expect(focused()).to.equal(control(READ));
    await press(' ');
    await press('Tab');
    await press('ArrowDown');
    expect(control('No', RESULTS).checked).to.equal(true);
    await press('Tab');
    expect(focused()).to.equal(control('Your full name'));
    await type('Your full name', ' Dana Reyes ');
    await press('Enter');
    await reach(element, LIST);
    await waitUntil(() => focused()?.textContent === LIST, 'the heading has the focus');
    expect(status(element)).to.equal('Your answer to “Portal Consent” is recorded');
    expect(listed(element)).to.deep.equal(['Text message agreement', 'Telehealth consent']);

    button('Text message agreement').click();
    await reach(element, 'Text message agreement');
    button('Decline').click();
    await reach(element, LIST);
    button('Telehealth consent').click();
    await reach(element, 'Telehealth consent');
    control('Yes', 'I understand these limits').click();
    control('At home').click();
    await press('Enter');
    button('Submit').click();
    await waitUntil(() => happened('portal-consents-completed'));
    expect(headingOf(element)).to.equal('Everything is answered');
    await waitUntil(() => steps().at(-1) === 'done');
    expect(steps()).to.deep.equal(['document', 'list', 'document', 'list', 'document', 'done']);
    expect(await bodies(calls, '/consents/portal-consent')).to.deep.equal([
      { version: '2026-01', decision: 'accept', answers: { read: true, results: 'no' }, signature: 'Dana Reyes' },
    ]);
    expect(await bodies(calls, '/consents/text-messages')).to.deep.equal([
      { version: '2026-01', decision: 'decline', answers: {} },
    ]);
    expect(await bodies(calls, '/consents/telehealth')).to.deep.equal([
      { version: '2026-01', decision: 'accept', answers: { understood: 'yes', where: 'home' } },
    ]);
  });

  it('lists every document by its name, and says whether it is required', async () => {
    const { element } = await visit('portal-consent', 'consents-pending');
    await isOpen(element);
    expect(listed(element)).to.deep.equal(['Portal Consent', 'Text message agreement', 'Telehealth consent']);
    expect(descriptionOf(button('Portal Consent'))).to.equal('Required, about 1 minute');
    expect(descriptionOf(button('Telehealth consent'))).to.equal('Optional, about 1 minute');
    expect(() => button('Continue')).to.throw();
    const row = button('Portal Consent').closest('li')!.getBoundingClientRect();
    expect(document.elementFromPoint(row.right - 8, row.bottom - 8)).to.equal(button('Portal Consent'));
  });

  it('chooses nothing beforehand, and asks for nothing that was not asked', async () => {
    const { element } = await at('Portal Consent');
    expect([...element.querySelectorAll('input')].filter(({ checked }) => checked)).to.have.length(0);
    expect(() => button('Decline')).to.throw();
    button('Back to the list').click();
    await reach(element, LIST);
    button('Telehealth consent').click();
    await reach(element, 'Telehealth consent');
    expect([...element.querySelectorAll('input')].filter(({ checked }) => checked)).to.have.length(0);
    const [decline, submit] = [button('Decline'), button('Submit')];
    expect(decline.className).to.equal(submit.className);
    expect(decline.offsetWidth).to.equal(submit.offsetWidth);
    expect(decline.offsetTop).to.equal(submit.offsetTop);
    expect(has('Your full name')).to.equal(false);
  });

  it('names each unanswered question at its place, leads there, and takes it back once it is answered', async () => {
    const { calls } = await at('Portal Consent');
    button('Submit').click();
    expect(await alertText()).to.contain('There is a problem');
    expect(focused()).to.have.attribute('role', 'alert');
    expect(calls.filter(({ method }) => method === 'POST')).to.have.length(0);
    expect(descriptionOf(control('Your full name'))).to.equal(
      'Typing your name stands for your signature Error: Enter your full name',
    );
    expect(descriptionOf(control(READ).closest('fieldset')!)).to.equal('Error: Tick the box to agree');
    button('Answer with Yes or No').click();
    expect(focused()).to.equal(control('Yes', RESULTS));
    await press(' ');
    expect(control('Yes', RESULTS)).to.have.attribute('aria-invalid', 'false');
    expect(() => button('Answer with Yes or No')).to.throw();
    expect(control(READ)).to.have.attribute('aria-invalid', 'true');
  });

  it('tells apart several questions that miss the same', async () => {
    const { element, backend, calls } = await visit('portal-consent', 'consents-pending');
    await isOpen(element);
    replaceDocument(backend, (document) => ({
      ...document,
      questions: [...document.questions, { id: 'share', label: 'Share it?', type: 'yes-no', required: true }],
    }));
    element.remove();
    await aTimeout(0);
    await fixture(html`<main>${element}</main>`);
    await waitUntil(() => calls.filter(({ url }) => url.endsWith('/consents')).length === 2);
    await waitUntil(() => !element.querySelector('form')!.ariaBusy);
    button('Portal Consent').click();
    await reach(element, 'Portal Consent');
    button('Submit').click();
    expect(await alertText()).to.contain('Answer with Yes or No: “Share it?”');
  });

  it('says what a refused answer means and whom to call, and loses nothing', async () => {
    const { element } = await at('Telehealth consent');
    control('No', 'I understand these limits').click();
    control('At work').click();
    button('Submit').click();
    expect(await alertText())
      .to.contain('can’t be agreed to with this answer')
      .and.to.contain('(202) 555-0142');
    expect(descriptionOf(control('No', 'I understand these limits').closest('fieldset')!)).to.contain(
      'only go on with Yes',
    );
    expect(control('At work').checked).to.equal(true);
    button('You can only go on with Yes').click();
    expect(focused()).to.equal(control('Yes', 'I understand these limits'));
    await press(' ');
    button('Submit').click();
    await reach(element, LIST);
  });

  it('shows the new text when it has changed meanwhile, and keeps the answers', async () => {
    const { element, backend, calls } = await at('Portal Consent');
    await fillIn();
    replaceDocument(backend, (document) => ({
      ...document,
      version: '2026-02',
      body: [{ type: 'paragraph', content: ['A new sentence.'] }],
      questions: [
        document.questions[1]!,
        { id: 'more', label: 'More?', type: 'text', required: false },
        document.questions[0]!,
      ],
    }));
    button('Submit').click();
    expect(await alertText()).to.contain('The text has changed');
    await waitUntil(() => focused()?.getAttribute('role') === 'alert', 'the notice has the focus');
    expect(element.textContent).to.contain('A new sentence.').and.to.contain('Version 2026-02');
    expect(control('No', RESULTS).checked).to.equal(true);
    expect(control('Your full name').value).to.equal('Dana Reyes');
    expect(control('More? (optional)').value).to.equal('');
    expect(control(READ).checked, 'the new text wasn’t read yet').to.equal(false);
    await expect(element).to.be.accessible();
    control(READ).click();
    button('Submit').click();
    await reach(element, LIST);
    const sent = (await bodies(calls, '/consents/portal-consent')) as { version: string }[];
    expect(sent.map(({ version }) => version)).to.deep.equal(['2026-01', '2026-02']);
  });

  it('shows the new text also where the page says by itself what has failed', async () => {
    const { element, backend } = await at('Portal Consent');
    await fillIn();
    replaceDocument(backend, (document) => ({
      ...document,
      version: '2026-02',
      body: [{ type: 'paragraph', content: ['A new sentence.'] }],
    }));
    document.addEventListener('portal-error', stay);
    button('Submit').click();
    await waitUntil(() => element.textContent.includes('A new sentence.'), 'the old text is still there');
    expect(control('Your full name').value).to.equal('Dana Reyes');
    control(READ).click();
    button('Submit').click();
    await reach(element, LIST);
  });

  it('leads to the answer that the server finds wrong', async () => {
    const { element } = await at('Text message agreement', {
      about: 'Milo has no mobile phone on file.',
      accounts: { milo: { consents: 'open' } },
      loggedIn: 'milo',
    });
    control('I agree to receive text messages').click();
    await type('Mobile phone (optional)', 'none');
    await press('Enter');
    expect(await alertText()).to.contain('There is a problem');
    expect(descriptionOf(control('Mobile phone (optional)'))).to.equal(
      'Error: Enter a phone number with its area code',
    );
    expect(control('Mobile phone (optional)')).to.have.attribute('autocomplete', 'tel');
    await type('Mobile phone (optional)', '(202) 555-0199');
    await press('Enter');
    await reach(element, LIST);
  });

  it('keeps what was filled in when the session ends, and brings it back after the next log-in', async () => {
    const { element } = await at('Portal Consent');
    const { adapter } = element;
    await fillIn();
    await adapter!.logOut();
    button('Submit').click();
    expect(await alertText())
      .to.contain('Your session has ended')
      .and.to.contain('is kept');
    expect(button('Log in again').getAttribute('href')).to.match(/^\/login\?next=/);
    await expect(element).to.be.accessible();
    expect(control('Your full name').value).to.equal('Dana Reyes');
    element.remove();

    await adapter!.logIn({ username: people.dana.email, password: MOCK_PASSWORD });
    const again = document.createElement('portal-consent');
    again.adapter = adapter;
    await fixture(html`<main>${again}</main>`);
    await isOpen(again);
    button('Portal Consent').click();
    await waitUntil(() => has('Your full name') && control('Your full name').value === 'Dana Reyes', 'it was not kept');
    expect(control(READ).checked).to.equal(true);
    button('Submit').click();
    await reach(again, LIST);
    await waitUntil(() => status(again).includes('recorded'));
    expect(sessionStorage).to.have.length(0);
  });

  it('shows nobody what somebody else had filled in', async () => {
    const both: Scenario = {
      about: 'Two accounts with open consents.',
      accounts: { dana: { consents: 'open' }, sam: { consents: 'open' } },
      loggedIn: 'dana',
    };
    const { element } = await at('Portal Consent', both);
    await fillIn();
    await waitUntil(() => sessionStorage.length === 1);
    expect(JSON.stringify(sessionStorage)).not.to.contain(people.dana.email);
    const { adapter } = element;
    element.remove();
    await adapter!.logIn({ username: people.sam.email, password: MOCK_PASSWORD });
    const other = document.createElement('portal-consent');
    other.adapter = adapter;
    await fixture(html`<main>${other}</main>`);
    await isOpen(other);
    button('Portal Consent').click();
    await reach(other, 'Portal Consent');
    await aTimeout(100);
    expect(control('Your full name').value).to.equal('');
    expect(control(READ).checked).to.equal(false);
  });

  it('keeps nothing where nobody can tell whose it is', async () => {
    const { adapter } = await createMockBackend('consents-pending');
    const readSession = () => Promise.reject(new PortalError('network'));
    const { element } = await visit('portal-consent', 'logged-out', { adapter: { ...adapter, readSession } });
    await isOpen(element);
    button('Portal Consent').click();
    await reach(element, 'Portal Consent');
    await fillIn();
    await aTimeout(50);
    expect(sessionStorage).to.have.length(0);
    button('Back to the list').click();
    await reach(element, LIST);
    button('Portal Consent').click();
    await reach(element, 'Portal Consent');
    await aTimeout(50);
    expect(control('Your full name').value).to.equal('');
  });

  it('lists the documents once somebody has logged in on the same page', async () => {
    const { element, backend } = await visit('portal-consent', {
      about: 'Nobody is logged in, and the portal has no page to do so.',
      accounts: { dana: { consents: 'open' }, sam: { consents: 'open' } },
      config: { pages: { login: '' } },
    });
    expect(await alertText()).to.contain('Your session has ended');
    await backend.adapter.logIn({ username: people.dana.email, password: MOCK_PASSWORD });
    document.dispatchEvent(new PortalLoggedInEvent());
    await isOpen(element);
    expect(element.querySelector('[role="alert"]')).to.have.text('');

    button('Portal Consent').click();
    await reach(element, 'Portal Consent');
    await fillIn();
    await backend.adapter.logIn({ username: people.sam.email, password: MOCK_PASSWORD });
    document.dispatchEvent(new PortalLoggedInEvent());
    await reach(element, LIST);
    await isOpen(element);
    button('Portal Consent').click();
    await reach(element, 'Portal Consent');
    await aTimeout(50);
    expect(control('Your full name').value, 'it was somebody else who wrote it').to.equal('');
  });

  for (const reason of ['requested', 'idle'] as const)
    it(`leaves nothing of a person on a page that stays after the log-out: ${reason}`, async () => {
      const { element } = await at('Portal Consent');
      await fillIn();
      document.dispatchEvent(new PortalLoggedOutEvent(reason));
      await reach(element, LIST);
      expect(await alertText()).to.contain('Your session has ended');
      expect(button('Log in').getAttribute('href')).to.match(/^\/login\?next=/);
      expect(has('Your full name')).to.equal(false);
      expect(listed(element)).to.have.length(0);
      await expect(element).to.be.accessible();
    });

  it('leaves in sight what was filled in when the server has ended the session', async () => {
    await at('Portal Consent');
    await fillIn();
    document.dispatchEvent(new PortalLoggedOutEvent('ended'));
    await aTimeout(20);
    expect(control('Your full name').value).to.equal('Dana Reyes');
  });

  it('shows nobody after Back what somebody else had filled in, and has it there again for themselves', async () => {
    const { element, backend } = await at('Portal Consent', {
      about: 'Two accounts with open consents.',
      accounts: { dana: { consents: 'open' }, sam: { consents: 'open' } },
      loggedIn: 'dana',
    });
    await fillIn();
    for (const [who, name] of [
      ['dana', 'Dana Reyes'],
      ['sam', ''],
    ] as const) {
      await backend.adapter.logIn({ username: people[who].email, password: MOCK_PASSWORD });
      await goAndComeBack(element);
      expect(has('Your full name'), who).to.equal(false);
      await reach(element, LIST);
      await isOpen(element);
      button('Portal Consent').click();
      await reach(element, 'Portal Consent');
      await aTimeout(50);
      expect(control('Your full name').value, who).to.equal(name);
    }
  });

  it('keeps what was filled in on the way back to the list', async () => {
    const { element } = await at('Portal Consent');
    await fillIn();
    button('Back to the list').click();
    await reach(element, LIST);
    button('Portal Consent').click();
    await waitUntil(() => has('Your full name') && control('Your full name').value === 'Dana Reyes');
  });

  it('offers to go on once only optional ones are left', async () => {
    const { element } = await visit('portal-consent', 'optional-consents-pending');
    await isOpen(element);
    expect(listed(element)).to.deep.equal(['Text message agreement', 'Telehealth consent']);
    button('Continue').click();
    await waitUntil(() => happened('portal-consents-completed'));
    expect(headingOf(element)).to.equal('Everything required is answered');
    expect(button('Continue')).to.have.attribute('href', '/');
  });

  for (const [about, config] of [
    ['switched off', { settings: { consents: false } }],
    ['nowhere', { pages: { settings: '' } }],
  ] as const)
    it(`promises no way back to the optional ones where the settings are ${about}`, async () => {
      const { element } = await visit('portal-consent', {
        about: 'Dana has only optional consents left.',
        accounts: { dana: { consents: 'required-answered' } },
        loggedIn: 'dana',
        config,
      });
      await isOpen(element);
      expect(element.textContent).not.to.contain('Settings');
      button('Continue').click();
      await reach(element, 'Everything required is answered');
      expect(element.shadowRoot!.textContent).to.contain('You can go on now.').and.not.to.contain('Settings');
    });

  it('says so when nothing is to be answered, and leads nobody anywhere', async () => {
    const { element } = await visit('portal-consent', 'first-visit', { next: '/forms' });
    await reach(element, 'Everything is answered');
    await expect(element).to.be.accessible();
    expect(happened('portal-consents-completed')).to.equal(false);
    expect(focused()).to.equal(document.body);
    expect(button('Continue')).to.have.attribute('href', '/forms');
    button('Continue').click();
    expect(happened('portal-consents-completed')).to.equal(true);
  });

  it('doesn’t lead back to itself after a log-in in between', async () => {
    const before = location.href;
    const now = new URL(before);
    now.searchParams.set('next', `${now.pathname}?${new URLSearchParams([...now.searchParams, ['next', '/forms']])}`);
    history.replaceState(history.state, '', now);
    const { element } = await visit('portal-consent', 'first-visit');
    await reach(element, 'Everything is answered');
    expect(button('Continue')).to.have.attribute('href', '/forms');
    history.replaceState(history.state, '', before);
  });

  it('leads to the log-in page without a session, unless the page objects', async () => {
    document.addEventListener('portal-error', stay);
    const { element } = await visit('portal-consent', 'logged-out');
    await waitUntil(() => happened('portal-error'));
    expect(heard.find(({ type }) => type === 'portal-error')).to.include({
      code: 'session_required',
      operation: 'listConsents',
    });
    await element.updateComplete;
    expect(listed(element)).to.have.length(0);
  });

  it('stands in nobody’s way back who has to log in first', async () => {
    const before = location.href;
    const login = new URL(before);
    // With a code the log-in leads on to the settings: so its page is this one, but for the fragment.
    login.searchParams.set('next', '/settings');
    history.replaceState(history.state, '', login);
    const fragment = (): Promise<unknown> =>
      new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    const arriving = fragment();
    location.hash = `#code=${codes.second}`;
    await arriving;
    const { length } = history;
    const leaving = fragment();
    await visit('portal-consent', {
      about: 'Nobody is logged in.',
      config: { pages: { login: login.pathname + login.search } },
    });
    await leaving;
    expect(history.length).to.equal(length);
    history.replaceState(history.state, '', before);
  });

  for (const [kind, words] of [
    ['broken', 'Something went wrong'],
    ['offline', 'can’t be reached'],
    ['busy', 'Too many tries'],
  ] as const) {
    it(`says why the list can’t be had: ${kind}`, async () => {
      const { element } = await visit('portal-consent', pending({ kind, operations: ['listConsents'] }));
      expect(await alertText()).to.contain(words);
      await expect(element).to.be.accessible();
    });

    it(`says why an answer can’t be taken, and keeps it: ${kind}`, async () => {
      const { element } = await at('Portal Consent', pending({ kind, operations: ['answerConsent'] }));
      await fillIn();
      button('Submit').click();
      expect(await alertText()).to.contain(words);
      expect(control('Your full name').value).to.equal('Dana Reyes');
      expect(control(READ).checked).to.equal(true);
      await expect(element).to.be.accessible();
    });
  }

  it('tries again what has failed: declining stays declining', async () => {
    const { element, calls } = await at(
      'Telehealth consent',
      pending({ kind: 'offline', operations: ['answerConsent'] }),
    );
    control('Yes', 'I understand these limits').click();
    control('At home').click();
    button('Decline').click();
    await alertText();
    button('Try again').click();
    await waitUntil(() => calls.filter(({ method }) => method === 'POST').length === 2);
    await waitUntil(() => element.querySelector('.portal-alert'));
    button('Submit').click();
    await waitUntil(() => calls.filter(({ method }) => method === 'POST').length === 3);
    const sent = (await bodies(calls, '/consents/telehealth')) as { decision: string }[];
    expect(sent.map(({ decision }) => decision)).to.deep.equal(['decline', 'decline', 'accept']);
  });

  it('sends one answer, however often Submit is pressed', async () => {
    const { element, calls } = await at('Portal Consent');
    await fillIn();
    button('Submit').click();
    button('Submit').click();
    element.querySelector('form')!.requestSubmit();
    await reach(element, LIST);
    expect(calls.filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  it('reads a document in a wider column, and fits a small screen', async () => {
    const { element } = await at('Portal Consent');
    const base = element.shadowRoot!.querySelector('[part="base"]')!;
    expect(base.getBoundingClientRect().width).to.be.above(28 * 16);
    await setViewport({ width: 320, height: 256 });
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    button('Back to the list').click();
    await reach(element, LIST);
    await setViewport({ width: 800, height: 600 });
    expect(base.getBoundingClientRect().width).to.equal(28 * 16);
  });

  it('tags a text in another language, and follows the language of the page', async () => {
    const { element, backend } = await visit('portal-consent', 'consents-pending');
    await isOpen(element);
    button('Portal Consent').click();
    await reach(element, 'Portal Consent');
    await fillIn();
    replaceDocument(backend, (document) => ({ ...document, language: 'es', title: 'Consentimiento' }));
    element.lang = 'es';
    await reach(element, 'Consentimiento');
    expect(element.querySelector('.portal-reading')).to.have.attribute('lang', 'es');
    expect(element.shadowRoot!.querySelector('[part="heading"]')).to.have.attribute('lang', 'es');
    // The words around the text follow too, when they have come.
    const { consent } = await loadMessages('es');
    await waitUntil(() => element.textContent.includes(consent.signature));
    expect(control(consent.signature).value).to.equal('Dana Reyes');
    expect(control('No', RESULTS).checked).to.equal(true);
    expect(control(READ).checked).to.equal(false);
  });

  it('follows the language of the page where a document is opened before the list has come in it', async () => {
    const { element, backend } = await visit('portal-consent', 'consents-pending');
    await isOpen(element);
    translateDocument(backend);
    element.lang = 'es';
    await element.updateComplete;
    button('Portal Consent').click();
    await reach(element, 'Consentimiento');
  });

  it('has the text recorded that was shown, though the page speaks another language by then', async () => {
    const { element, backend } = await at('Portal Consent');
    await fillIn();
    translateDocument(backend);
    const adapter = element.adapter!;
    element.adapter = { ...adapter, listConsents: () => new Promise(() => {}) };
    element.lang = 'es';
    await element.updateComplete;
    element.adapter = adapter;
    element.querySelector('form')!.requestSubmit();
    await waitUntil(async () => (await backend.adapter.listConsents()).records.length > 0);
    const [record] = (await backend.adapter.listConsents()).records;
    expect(record).to.include({ language: 'en', title: 'Portal Consent' });
  });

  it('asks for the texts in the language of the page again at the next step, where they could not be had', async () => {
    const { element, backend } = await at('Portal Consent');
    translateDocument(backend);
    const adapter = element.adapter!;
    let tries = 0;
    element.adapter = { ...adapter, listConsents: () => (tries++, Promise.reject(new PortalError('network'))) };
    element.lang = 'es';
    await waitUntil(() => tries === 1);
    element.adapter = adapter;
    await element.updateComplete;
    const { consent } = await loadMessages('es');
    await waitUntil(() => element.textContent.includes(consent.backToList));
    button(consent.backToList).click();
    await waitUntil(() => listed(element).includes('Consentimiento'), 'the list stays in English');
  });

  describe('with a document in the address', () => {
    const before = location.href;
    beforeEach(() => {
      const now = new URL(before);
      now.searchParams.set('consent', 'telehealth');
      history.replaceState(history.state, '', now);
    });
    afterEach(() => history.replaceState(history.state, '', before));

    it('takes another answer to one that was declined', async () => {
      const { adapter } = await createMockBackend('optional-consents-pending');
      for (const documentId of ['text-messages', 'telehealth'])
        await adapter.answerConsent({ documentId, version: '2026-01', decision: 'decline', answers: {} });
      const { element } = await visit('portal-consent', 'logged-out', { adapter });
      await reach(element, 'Telehealth consent');
      await expect(element).to.be.accessible();
      control('Yes', 'I understand these limits').click();
      control('At home').click();
      button('Submit').click();
      await waitUntil(() => happened('portal-consents-completed'));
      const { records } = await adapter.listConsents();
      expect(records.at(-1)).to.include({ documentId: 'telehealth', decision: 'accept' });
    });

    it('leads on by the way back where nothing else is open', async () => {
      const { adapter } = await createMockBackend('optional-consents-pending');
      for (const documentId of ['text-messages', 'telehealth'])
        await adapter.answerConsent({ documentId, version: '2026-01', decision: 'decline', answers: {} });
      const { element } = await visit('portal-consent', 'logged-out', { adapter });
      await reach(element, 'Telehealth consent');
      button('Back to the list').click();
      await waitUntil(() => happened('portal-consents-completed'));
    });

    it('goes back to the list of what is open', async () => {
      const { element } = await visit('portal-consent', 'consents-pending');
      await reach(element, 'Telehealth consent');
      button('Back to the list').click();
      await reach(element, LIST);
      expect(listed(element)).to.deep.equal(['Portal Consent', 'Text message agreement', 'Telehealth consent']);
    });
  });

  it('prints', async () => {
    await at('Portal Consent');
    const { print } = window;
    let printed = 0;
    window.print = () => void (printed += 1);
    button('Print').click();
    window.print = print;
    expect(printed).to.equal(1);
  });
});
