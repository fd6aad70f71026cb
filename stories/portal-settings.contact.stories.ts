import type { Meta } from '@storybook/web-components-vite';
import { MOCK_PASSWORD, people, scenarios } from '../mock-server/index.js';
import settings from './portal-settings.stories.js';
import { story, type Person } from './support.js';

export default {
  ...settings,
  title: 'portal-settings/contact',
  tags: ['!autodocs'],
} satisfies Meta;

const contact = { args: { sections: 'contact' } };

async function changeEmail(person: Person, email: string, current?: string): Promise<void> {
  const { actions, password, settings } = person.words;
  await person.type(settings.contact.email, email);
  if (current) await person.type(password.current, current);
  await person.press(actions.save);
}

export const ContactSaved = story(
  'logged-in',
  async (person) => {
    const { actions, form, settings } = person.words;
    await person.type(form.optional(settings.contact.mobilePhone), '(202) 555-0155');
    await person.press(actions.save);
    await person.see(settings.contact.saved);
  },
  contact,
);

export const LanguageSaved = story(
  'logged-in',
  async (person) => {
    const { actions, settings } = person.words;
    await person.select(settings.contact.language, 'es');
    await person.press(actions.save);
    await person.see(settings.contact.saved);
  },
  contact,
);

export const PhoneInvalid = story(
  'logged-in',
  async (person) => {
    const { actions, form, settings } = person.words;
    await person.type(form.optional(settings.contact.homePhone), '0117');
    await person.press(actions.save);
  },
  { ...contact, shows: 'updateContact: invalid_input', says: ({ settings }) => settings.contact.phoneInvalid },
);

export const NewEmail = story(
  'logged-in',
  async (person) => {
    const { contact } = person.words.settings;
    await person.type(contact.email, 'dana@example.org');
    await person.see(contact.emailPassword);
  },
  { ...contact, about: 'A new email needs the current password.' },
);

export const EmailInvalid = story(
  'logged-in',
  async (person) => {
    await changeEmail(person, 'dana', MOCK_PASSWORD);
    await person.see(person.words.username.invalid);
  },
  contact,
);

export const PasswordMissing = story(
  'logged-in',
  async (person) => {
    await changeEmail(person, 'dana@example.org');
    await person.see(person.words.settings.password.missing);
  },
  contact,
);

export const PasswordWrong = story('logged-in', (person) => changeEmail(person, 'dana@example.org', 'larkspur8!'), {
  ...contact,
  shows: 'updateContact: invalid_credentials',
  says: ({ password }) => password.wrong,
});

export const EmailTaken = story(
  { ...scenarios['logged-in'], accounts: { ...scenarios['logged-in'].accounts, sam: { consents: 'answered' } } },
  (person) => changeEmail(person, people.sam.email, MOCK_PASSWORD),
  {
    ...contact,
    shows: 'updateContact: email_taken',
    says: ({ username }) => username.taken,
    about: 'The email is Sam’s.',
  },
);

export const EmailSaved = story(
  'logged-in',
  async (person) => {
    await changeEmail(person, 'dana@example.org', MOCK_PASSWORD);
    await person.see(person.words.settings.contact.saved);
  },
  contact,
);

export const EmailToConfirm = story(
  'new-email',
  async (person) => {
    await changeEmail(person, 'dana@example.org', MOCK_PASSWORD);
    await person.see(person.words.settings.contact.confirm);
  },
  contact,
);
