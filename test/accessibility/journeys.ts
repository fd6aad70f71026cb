import { MOCK_PASSWORD, people } from '../../mock-server/clinic.js';
import { codes, type ScenarioName } from '../../mock-server/scenarios.js';
import type { PortalPage } from './support/portal-page.js';

/** One thing that somebody does, by keyboard alone. */
interface Act {
  does: string;
  act: (page: PortalPage) => Promise<unknown>;
}

export interface Journey {
  tag: string;
  scenario: ScenarioName;
  attributes?: string;
  hash?: string;
  acts: Act[];
}

const { dana } = people;
const NEW_PASSWORD = 'foxglove8!';

const enter = ({ page }: PortalPage) => page.keyboard.press('Enter');
const typeBirthdate = async ({ visitor, page }: PortalPage, iso: string): Promise<void> => {
  const [year, month, day] = iso.split('-') as [string, string, string];
  const group = page.getByRole('group', { name: 'Birthdate' });
  await visitor.typeInto(group.getByLabel('Month'), month);
  await visitor.typeInto(group.getByLabel('Day'), day);
  await visitor.typeInto(group.getByLabel('Year'), year);
};
/** Types into a field and presses Enter there. */
const typed =
  (label: string, text: string, section?: string) =>
  async (portal: PortalPage): Promise<void> => {
    const { page, visitor } = portal;
    const around = section ? page.getByRole('region', { name: section }) : page;
    await visitor.typeInto(around.locator('input').and(around.getByLabel(label, { exact: true })), text);
    await enter(portal);
  };
const pressed =
  (name: string, section?: string) =>
  async ({ page, visitor }: PortalPage): Promise<void> => {
    const around = section ? page.getByRole('region', { name: section }) : page;
    await visitor.enterOn(around.getByRole('button', { name, exact: true }));
  };
/** Goes to a box or a radio button and presses the space bar. */
const chosen =
  (label: string, keys = 'Space') =>
  async ({ page, visitor }: PortalPage): Promise<void> => {
    await visitor.tabTo(page.getByLabel(label, { exact: true }));
    await page.keyboard.press(keys);
  };

export const JOURNEYS: Record<string, Journey> = {
  activate: {
    tag: 'activate',
    scenario: 'fresh-code',
    hash: `#code=${codes.fresh}`,
    acts: [
      { does: 'presses Next without a birthdate', act: pressed('Next') },
      {
        does: 'types a birthdate that is not hers, and presses Enter',
        act: async (portal) => {
          await typeBirthdate(portal, '1981-01-01');
          await enter(portal);
        },
      },
      {
        does: 'types the right one, and presses Enter',
        act: async (portal) => {
          await typeBirthdate(portal, dana.birthdate);
          await enter(portal);
        },
      },
      { does: 'types a password that is too simple, and presses Enter', act: typed('Password', 'larkspur') },
      { does: 'has the password shown', act: pressed('Show password') },
      { does: 'takes the address that is offered', act: pressed(`Use ${dana.email}`) },
      { does: 'types a better password, and presses Enter', act: typed('Password', MOCK_PASSWORD) },
    ],
  },
  login: {
    tag: 'login',
    scenario: 'returning',
    acts: [
      { does: 'presses Next without a user name', act: pressed('Next') },
      { does: 'types her user name, and presses Enter', act: typed('Email/Username', dana.email) },
      { does: 'types a wrong password, and presses Enter', act: typed('Password', 'wrong') },
      { does: 'types the right one, and presses Enter', act: typed('Password', MOCK_PASSWORD) },
    ],
  },
  consent: {
    tag: 'consent',
    scenario: 'consents-pending',
    acts: [
      { does: 'opens the first document', act: pressed('Portal Consent') },
      { does: 'presses Submit with nothing answered', act: pressed('Submit') },
      {
        does: 'answers all of it, and presses Submit',
        act: async (portal) => {
          await chosen('I have read and understood this text')(portal);
          await chosen('Yes')(portal);
          await typed('Your full name', 'Dana Reyes')(portal);
        },
      },
      { does: 'opens an optional one', act: pressed('Text message agreement') },
      { does: 'declines it', act: pressed('Decline') },
      { does: 'goes on without the last one', act: pressed('Continue') },
    ],
  },
  link: {
    tag: 'link-code',
    scenario: 'logged-in',
    acts: [
      { does: 'presses Submit without a code', act: pressed('Submit') },
      { does: 'types the code, and presses Enter', act: typed('Activation code', codes.second) },
    ],
  },
  settings: {
    tag: 'settings',
    scenario: 'other-devices',
    acts: [
      {
        does: 'types another phone number, and presses Enter',
        act: typed('Home phone (optional)', '(202) 555-0177', 'Contact information'),
      },
      { does: 'presses Save of the password with nothing typed', act: pressed('Save', 'Password') },
      {
        does: 'types both passwords, and presses Enter',
        act: async (portal) => {
          const fields = portal.page.getByRole('region', { name: 'Password' });
          await portal.visitor.typeInto(fields.getByLabel('Current password', { exact: true }), MOCK_PASSWORD);
          await typed('New password', NEW_PASSWORD, 'Password')(portal);
        },
      },
      { does: 'opens a consent to read it', act: pressed('Read Telehealth consent') },
      { does: 'wants to withdraw it', act: pressed('Withdraw Telehealth consent') },
      { does: 'withdraws it', act: pressed('Withdraw') },
    ],
  },
  reset: {
    tag: 'reset-password',
    scenario: 'returning',
    acts: [
      { does: 'presses the button without an address', act: pressed('Send link') },
      { does: 'types the address, and presses Enter', act: typed('Email/Username', dana.email) },
      { does: 'follows the mailed link', act: ({ page }) => page.evaluate(() => window.inPage.followMail()) },
      { does: 'types a password that is too simple, and presses Enter', act: typed('New password', 'larkspur') },
      { does: 'types a better one, and presses Enter', act: typed('New password', NEW_PASSWORD) },
    ],
  },
  help: {
    tag: 'help',
    scenario: 'first-visit',
    attributes: 'page="landing"',
    acts: [
      { does: 'presses Esc', act: ({ page }) => page.keyboard.press('Escape') },
      { does: 'presses Help', act: pressed('Help') },
      { does: 'presses the X', act: pressed('Close') },
    ],
  },
  idle: {
    tag: 'session',
    scenario: 'logged-in',
    acts: [
      {
        does: 'leaves the page alone, on the button that logs out',
        act: async ({ page, visitor }) => {
          await visitor.tabTo(visitor.button('Log out'));
          await page.evaluate(() => window.inPage.leaveAlone());
        },
      },
      { does: 'stays', act: pressed('Stay logged in') },
    ],
  },
};
