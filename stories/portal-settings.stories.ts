import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { MOCK_PASSWORD } from '../mock-server/index.js';
import { story } from './support.js';

export default {
  title: 'portal-settings',
  component: 'portal-settings',
  args: { 'heading-level': 1 },
  render: (args) => html`<portal-settings
    base-url=${ifDefined(args['base-url'])}
    sections=${ifDefined(args.sections)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
  ></portal-settings>`,
} satisfies Meta;

export const All = story('logged-in');

export const FewSettings = story('few-settings');

export const OneSection = story('logged-in', undefined, {
  args: { sections: 'people' },
  about: 'The attribute `sections` says what to show, and in which order.',
});

export const ContactSaved = story(
  'logged-in',
  async (person) => {
    const { actions, form, settings } = person.words;
    await person.type(form.optional(settings.contact.mobilePhone), '(202) 555-0155');
    await person.press(actions.save);
    await person.see(settings.contact.saved);
  },
  { args: { sections: 'contact' } },
);

export const PhoneInvalid = story(
  'logged-in',
  async (person) => {
    const { actions, form, settings } = person.words;
    await person.type(form.optional(settings.contact.homePhone), '0117');
    await person.press(actions.save);
    await person.see(settings.contact.phoneInvalid);
  },
  { args: { sections: 'contact' } },
);

export const EmailToConfirm = story(
  'new-email',
  async (person) => {
    const { actions, password, settings } = person.words;
    await person.type(settings.contact.email, 'dana@example.org');
    await person.type(password.current, MOCK_PASSWORD);
    await person.press(actions.save);
    await person.see(settings.contact.confirm);
  },
  { args: { sections: 'contact' } },
);

export const PasswordChanged = story(
  'logged-in',
  async (person) => {
    const { actions, password, settings } = person.words;
    await person.type(password.current, MOCK_PASSWORD);
    await person.type(password.new, 'foxglove8!');
    await person.press(actions.save);
    await person.see(settings.password.saved);
  },
  { args: { sections: 'password' } },
);

export const PasswordWrong = story(
  'logged-in',
  async (person) => {
    const { actions, password } = person.words;
    await person.type(password.current, 'larkspur8!');
    await person.type(password.new, 'foxglove8!');
    await person.press(actions.save);
    await person.see(password.wrong);
  },
  { args: { sections: 'password' } },
);

export const ConsentsStillOpen = story('optional-consents-pending', undefined, { args: { sections: 'consents' } });

export const NobodyLoggedIn = story('logged-out', async (person) =>
  person.see(person.words.errors.session_required.title),
);
