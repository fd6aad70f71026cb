import type { Meta } from '@storybook/web-components-vite';
import { scenarios } from '../mock-server/index.js';
import { askToWithdraw } from './acts.js';
import settings from './portal-settings.stories.js';
import { story } from './support.js';

export default {
  ...settings,
  title: 'portal-settings/lists',
  tags: ['!autodocs'],
} satisfies Meta;

const consents = { args: { sections: 'consents' } };
const sessions = { args: { sections: 'sessions' } };

export const ConsentsGiven = story('logged-in', async (person) => person.see('Portal Consent'), consents);

export const ConsentsStillOpen = story(
  'optional-consents-pending',
  async (person) => person.see(person.words.settings.consents.open),
  consents,
);

export const NoConsents = story(
  { ...scenarios['logged-in'], consents: 'none' },
  async (person) => person.see(person.words.settings.consents.none),
  { ...consents, about: 'A portal that asks for no consent.' },
);

export const ConsentRead = story(
  'logged-in',
  async (person) => {
    const { actions, consent, settings } = person.words;
    await person.press(settings.consents.read + actions.of('Portal Consent'));
    await person.see(consent.download);
  },
  consents,
);

export const WithdrawQuestion = story(
  'logged-in',
  async (person) => {
    await askToWithdraw(person);
    await person.see(person.words.settings.consents.withdrawQuestion('Telehealth consent'));
  },
  consents,
);

export const Withdrawn = story(
  'logged-in',
  async (person) => {
    const { consents } = person.words.settings;
    await askToWithdraw(person);
    await person.press(consents.withdraw);
    await person.see(consents.saved('Telehealth consent'));
  },
  consents,
);

export const Sessions = story(
  'other-devices',
  async (person) => person.see(person.words.settings.sessions.endOthers),
  sessions,
);

export const OneSession = story(
  'logged-in',
  async (person) => person.see(person.words.settings.sessions.current),
  sessions,
);

export const EndedEverywhereElse = story(
  'other-devices',
  async (person) => {
    const { sessions } = person.words.settings;
    await person.press(sessions.endOthers);
    await person.see(sessions.ended);
  },
  sessions,
);
