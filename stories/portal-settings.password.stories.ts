import type { Meta } from '@storybook/web-components-vite';
import { MOCK_PASSWORD } from '../mock-server/index.js';
import { CLASSIC_POLICY } from '../src/contract/index.js';
import { changePassword } from './acts.js';
import settings from './portal-settings.stories.js';
import { story } from './support.js';

export default {
  ...settings,
  title: 'portal-settings/password',
  tags: ['!autodocs'],
} satisfies Meta;

const password = { args: { sections: 'password' } };

export const PasswordChanged = story(
  'logged-in',
  async (person) => {
    await changePassword(person);
    await person.see(person.words.settings.password.saved);
  },
  password,
);

export const NothingFilledIn = story(
  'logged-in',
  async (person) => {
    await changePassword(person, '', '');
    await person.see(person.words.settings.password.missing);
    await person.see(person.words.password.missingNew);
  },
  password,
);

export const PasswordWrong = story('logged-in', (person) => changePassword(person, 'larkspur8!'), {
  ...password,
  shows: 'changePassword: invalid_credentials',
  says: ({ password }) => password.wrong,
});

export const WeakPassword = story(
  'logged-in',
  async (person) => {
    await changePassword(person, MOCK_PASSWORD, 'larkspur');
    const { rules, failed } = person.words.password;
    await person.see(failed([rules.digit, rules.special([...CLASSIC_POLICY.special])]));
  },
  password,
);

export const PasswordNotConfirmed = story(
  'strict-account',
  async (person) => {
    await changePassword(person, MOCK_PASSWORD, 'foxglove and larkspur');
    await person.see(person.words.password.missingConfirm);
  },
  password,
);

export const PasswordsDiffer = story(
  'strict-account',
  async (person) => {
    await person.type(person.words.password.confirm, 'foxglove or larkspur');
    await changePassword(person, MOCK_PASSWORD, 'foxglove and larkspur');
    await person.see(person.words.password.mismatch);
  },
  password,
);

export const CommonPassword = story(
  'strict-account',
  async (person) => {
    await person.type(person.words.password.confirm, 'passwordpassword');
    await changePassword(person, MOCK_PASSWORD, 'passwordpassword');
  },
  {
    ...password,
    shows: 'changePassword: password_policy',
    says: ({ password }) => password.failed([password.rules.common]),
  },
);
