import type { Scenario, ScenarioName } from '../../mock-server/scenarios.js';
import { codes, scenarios } from '../../mock-server/scenarios.js';
import { MOCK_PASSWORD, people } from '../../mock-server/clinic.js';
import type { PortalPage } from './support/portal-page.js';

/** One thing that can be seen of a tag, and how it comes about. */
export interface State {
  name: string;
  scenario: ScenarioName | Scenario;
  /** What the address carries. */
  hash?: string;
  /** Attributes of the tag, and what stands in it. */
  attributes?: string;
  inside?: string;
  act?: (page: PortalPage) => Promise<unknown>;
  /** A request is under way, and stays so. */
  pending?: true;
}

const { dana } = people;
const wrongBirthdate = '1981-01-01';
const typedWrong = 'K7QM2-XRT9W-BD3FT';
const atCode = `#code=${codes.fresh}`;

const next = async ({ visitor, settled }: PortalPage): Promise<void> => {
  await visitor.next();
  await settled();
};
const press =
  (name: string | RegExp) =>
  async ({ visitor, settled }: PortalPage): Promise<void> => {
    await visitor.button(name).click();
    await settled();
  };
const sendCode =
  (code: string = codes.fresh, birthdate = dana.birthdate) =>
  async (page: PortalPage): Promise<void> => {
    await page.visitor.field(/^Activation code/).fill(code);
    await page.visitor.fillBirthdate(birthdate);
    await next(page);
  };
const create =
  (username: string, password: string, more?: (page: PortalPage) => Promise<unknown>) =>
  async (page: PortalPage): Promise<void> => {
    await sendCode()(page);
    await page.visitor.field('Email/Username').fill(username);
    await page.visitor.field('Password').fill(password);
    await more?.(page);
    await next(page);
  };
const logIn =
  (password?: string) =>
  async (page: PortalPage): Promise<void> => {
    await page.visitor.field('Email/Username').fill(dana.email);
    await next(page);
    if (password === undefined) return;
    await page.visitor.field('Password').fill(password);
    await next(page);
  };
const inSection = ({ page }: PortalPage, name: string) => page.getByRole('region', { name });
const save = async (page: PortalPage, name: string): Promise<void> => {
  await inSection(page, name).getByRole('button', { name: 'Save' }).click();
  await page.settled();
};
const failing = (
  scenario: Scenario,
  kind: NonNullable<Scenario['fault']>['kind'],
  ...operations: NonNullable<NonNullable<Scenario['fault']>['operations']>
): Scenario => ({
  ...scenario,
  fault: { kind, operations },
});
/** Waits for what a request that never ends says. */
const working = ({ page }: PortalPage) => page.getByRole('status').filter({ hasText: 'Working' }).first().waitFor();

/** What can be seen of each tag. */
export const STATES: Record<string, State[]> = {
  activate: [
    { name: 'at first', scenario: 'fresh-code' },
    { name: 'with the code of a link', scenario: 'fresh-code', hash: atCode },
    { name: 'nothing filled in', scenario: 'fresh-code', act: next },
    {
      name: 'a typing mistake and a day that never was',
      scenario: 'fresh-code',
      act: sendCode(typedWrong, '1980-02-30'),
    },
    { name: 'no records found', scenario: 'fresh-code', act: sendCode(codes.fresh, wrongBirthdate) },
    { name: 'the code was used', scenario: 'used-code', act: sendCode() },
    { name: 'the code has expired', scenario: 'expired-code', act: sendCode() },
    {
      name: 'a new code is on its way',
      scenario: 'expired-code',
      act: async (page) => {
        await sendCode()(page);
        await press('Send me a new code')(page);
      },
    },
    { name: 'too many tries', scenario: 'busy', act: sendCode() },
    { name: 'no connection', scenario: 'offline', act: sendCode() },
    {
      name: 'under way',
      scenario: 'hanging',
      pending: true,
      act: async (page) => {
        await page.visitor.field(/^Activation code/).fill(codes.fresh);
        await page.visitor.fillBirthdate(dana.birthdate);
        await page.visitor.next();
        await working(page);
      },
    },
    { name: 'by phone, nothing filled in', scenario: 'phone-portal', act: next },
    { name: 'by email, nothing filled in', scenario: 'email-proof', act: next },
    { name: 'by answers, nothing filled in', scenario: 'answers-proof', act: next },
    { name: 'by choice', scenario: 'choice-of-proof' },
    { name: 'codes of another shape', scenario: 'own-codes' },
    { name: 'second step', scenario: 'fresh-code', act: sendCode() },
    { name: 'second step, any user name', scenario: 'any-username', act: sendCode() },
    { name: 'second step, nothing filled in', scenario: 'fresh-code', act: create('', '') },
    {
      name: 'second step, the password as it is typed',
      scenario: 'fresh-code',
      act: async (page) => {
        await sendCode()(page);
        await page.visitor.field('Password').fill('larkspur7');
        await press('Show password')(page);
      },
    },
    {
      name: 'second step, the address is taken',
      scenario: 'email-taken',
      act: create(people.sam.email, MOCK_PASSWORD),
    },
    {
      name: 'second step, the two passwords differ',
      scenario: 'confirm-password',
      act: create(dana.email, MOCK_PASSWORD, ({ visitor }) => visitor.field('Confirm password').fill('x')),
    },
    { name: 'somebody is logged in', scenario: 'somebody-logged-in', hash: atCode },
    { name: 'done', scenario: 'fresh-code', act: create(dana.email, MOCK_PASSWORD) },
  ],

  login: [
    {
      name: 'at first, with another way to log in',
      scenario: 'returning',
      inside: '<button slot="alternatives" type="button" style="min-block-size: 2.75rem">Staff log-in</button>',
    },
    { name: 'with a code at hand', scenario: 'returning-with-code', hash: `#code=${codes.second}` },
    { name: 'nothing filled in', scenario: 'returning', act: next },
    { name: 'password', scenario: 'returning', act: logIn() },
    { name: 'password, nothing filled in', scenario: 'returning', act: logIn('') },
    { name: 'password, wrong', scenario: 'returning', act: logIn('wrong') },
    { name: 'password, too many tries', scenario: 'busy', act: logIn(MOCK_PASSWORD) },
    { name: 'password, no connection', scenario: 'offline', act: logIn(MOCK_PASSWORD) },
    {
      name: 'an address to confirm',
      scenario: 'returning',
      hash: '#confirm=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    },
    {
      name: 'a confirmation that no longer works',
      scenario: 'returning',
      hash: '#confirm=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      act: press('Confirm email'),
    },
    { name: 'done', scenario: 'returning', act: logIn(MOCK_PASSWORD) },
  ],

  consent: [
    { name: 'list', scenario: 'consents-pending' },
    { name: 'list, only optional ones', scenario: 'optional-consents-pending' },
    { name: 'list, no connection', scenario: 'consents-offline' },
    { name: 'a required document', scenario: 'consents-pending', act: press('Portal Consent') },
    { name: 'an optional document', scenario: 'consents-pending', act: press('Text message agreement') },
    {
      name: 'an agreement that asks for a phone number',
      scenario: { about: 'Milo has no phone on file.', accounts: { milo: { consents: 'open' } }, loggedIn: 'milo' },
      act: press('Text message agreement'),
    },
    {
      name: 'questions of every kind, nothing answered',
      scenario: 'strict-consent',
      act: async (page) => {
        await press('House rules')(page);
        await press('Submit')(page);
      },
    },
    {
      name: 'answered with No',
      scenario: 'consents-pending',
      act: async (page) => {
        await press('Telehealth consent')(page);
        await page.visitor.field('No').check();
        await page.visitor.field('At home').check();
        await press('Submit')(page);
      },
    },
    {
      name: 'one is answered',
      scenario: 'consents-pending',
      act: async (page) => {
        await press('Text message agreement')(page);
        await press('Decline')(page);
      },
    },
    {
      name: 'the session has ended',
      scenario: failing(scenarios['consents-pending'], 'session_required', 'answerConsent'),
      act: async (page) => {
        await press('Text message agreement')(page);
        await press('Decline')(page);
      },
    },
    { name: 'nothing to answer', scenario: 'first-visit' },
  ],

  'link-code': [
    { name: 'at first', scenario: 'logged-in' },
    { name: 'nothing filled in', scenario: 'logged-in-link-asks', act: press('Submit') },
    {
      name: 'no records found',
      scenario: 'logged-in',
      act: async (page) => {
        await page.visitor.field('Activation code').fill(codes.fresh);
        await press('Submit')(page);
      },
    },
    {
      name: 'added',
      scenario: 'logged-in',
      act: async (page) => {
        await page.visitor.field('Activation code').fill(codes.second);
        await press('Submit')(page);
      },
    },
  ],

  settings: [
    { name: 'as a whole', scenario: 'other-devices' },
    {
      name: 'contact information, filled in wrongly',
      scenario: 'logged-in',
      attributes: 'sections="contact"',
      act: async (page) => {
        const contact = inSection(page, 'Contact information');
        await contact.getByLabel('Email', { exact: true }).fill('nobody');
        await save(page, 'Contact information');
      },
    },
    {
      name: 'contact information, a phone that is none',
      scenario: 'logged-in',
      attributes: 'sections="contact"',
      act: async (page) => {
        await inSection(page, 'Contact information').getByLabel('Home phone (optional)').fill('12');
        await save(page, 'Contact information');
      },
    },
    {
      name: 'contact information, saved',
      scenario: 'logged-in',
      attributes: 'sections="contact"',
      act: async (page) => {
        await inSection(page, 'Contact information').getByLabel('Home phone (optional)').fill('(202) 555-0177');
        await save(page, 'Contact information');
      },
    },
    {
      name: 'password, nothing filled in',
      scenario: 'strict-account',
      attributes: 'sections="password"',
      act: (page) => save(page, 'Password'),
    },
    {
      name: 'password, changed',
      scenario: 'logged-in',
      attributes: 'sections="password"',
      act: async (page) => {
        await page.visitor.field('Current password').fill(MOCK_PASSWORD);
        await page.visitor.field('New password').fill('foxglove8!');
        await save(page, 'Password');
      },
    },
    {
      name: 'a consent, open to read',
      scenario: 'logged-in',
      attributes: 'sections="consents"',
      act: press('Read Portal Consent'),
    },
    {
      name: 'a consent, about to be withdrawn',
      scenario: 'logged-in',
      attributes: 'sections="consents"',
      act: press('Withdraw Telehealth consent'),
    },
    {
      name: 'a consent, withdrawn',
      scenario: 'logged-in',
      attributes: 'sections="consents"',
      act: async (page) => {
        await press('Withdraw Telehealth consent')(page);
        await press('Withdraw')(page);
      },
    },
    {
      name: 'logged out everywhere else',
      scenario: 'other-devices',
      attributes: 'sections="people sessions"',
      act: press('Log out everywhere else'),
    },
    { name: 'without a session', scenario: 'logged-out' },
  ],

  'reset-password': [
    { name: 'at first', scenario: 'returning' },
    { name: 'nothing filled in', scenario: 'returning', act: press('Send link') },
    {
      name: 'a link is on its way',
      scenario: 'returning',
      act: async (page) => {
        await page.visitor.field('Email/Username').fill(dana.email);
        await press('Send link')(page);
      },
    },
    {
      name: 'a new password',
      scenario: 'confirm-password',
      hash: '#reset=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    },
    {
      name: 'a new password, too weak',
      scenario: 'returning',
      hash: '#reset=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      act: async (page) => {
        await page.visitor.field('New password').fill('larkspur');
        await press('Save')(page);
      },
    },
    {
      name: 'a link that no longer works',
      scenario: 'returning',
      hash: '#reset=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      act: async (page) => {
        await page.visitor.field('New password').fill('foxglove8!');
        await press('Save')(page);
      },
    },
  ],

  session: [
    { name: 'logged in', scenario: 'logged-in' },
    {
      name: 'logged out',
      scenario: 'logged-out',
      inside: '<a slot="logged-out" href="/login" style="display: inline-block; padding: .75rem">Log in</a>',
    },
    { name: 'about to end', scenario: 'logged-in', act: ({ page }) => page.evaluate(() => window.inPage.leaveAlone()) },
  ],

  help: [
    { name: 'closed', scenario: 'logged-in', attributes: 'page="landing"' },
    { name: 'at the first visit', scenario: 'first-visit', attributes: 'page="landing"' },
  ],

  language: [
    { name: 'three languages', scenario: 'logged-out' },
    {
      name: 'the config can’t be read',
      scenario: failing(scenarios['logged-out'], 'server_error', 'readConfig'),
    },
  ],
};

/** A state by its name. */
export function stateOf(tag: string, name: string): State {
  const found = STATES[tag]?.find((state) => state.name === name);
  if (!found) throw new Error(`<portal-${tag}> has no state “${name}”.`);
  return found;
}

/** Tags that are one small thing among others of a page, which has the heading. */
export const SMALL_TAGS = ['session', 'help', 'language'];

/** Puts a tag on the page, in this state. */
export async function reach(page: PortalPage, tag: string, state: State, lang?: string): Promise<void> {
  const { scenario, hash, attributes = '', inside = '', act } = state;
  const small = SMALL_TAGS.includes(tag);
  const body = `${small ? '<h1>Home</h1>' : ''}<portal-${tag} heading-level="${small ? 2 : 1}" ${attributes}>${inside}</portal-${tag}>`;
  await page.open({
    scenario,
    body,
    ...(hash && { hash }),
    ...(lang && { lang }),
    ...(lang === 'ar' && { dir: 'rtl' }),
  });
  await act?.(page);
  if (!state.pending) await page.settled();
}
