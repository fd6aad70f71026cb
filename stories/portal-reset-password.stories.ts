import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { people, type MockBackend } from '../mock-server/index.js';
import { mailedLink, story, type Person } from './support.js';

export default {
  title: 'portal-reset-password',
  component: 'portal-reset-password',
  argTypes: { next: { control: 'text' } },
  args: { 'heading-level': 1 },
  render: (args) => html`<portal-reset-password
    base-url=${ifDefined(args['base-url'])}
    next=${ifDefined(args.next)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
  ></portal-reset-password>`,
} satisfies Meta;

async function askForLink(backend: MockBackend): Promise<string> {
  await backend.adapter.requestPasswordReset({ username: people.dana.email });
  return mailedLink(backend);
}

async function save(person: Person, password: string): Promise<void> {
  await person.type(person.words.password.new, password);
  await person.press(person.words.actions.save);
}

export const Request = story('returning', undefined, { about: 'Dana has forgotten her password.' });

export const Sent = story('returning', async (person) => {
  const { resetPassword, username } = person.words;
  await person.type(username.label, people.dana.email);
  await person.press(resetPassword.request.button);
  await person.see(resetPassword.sent.heading);
});

export const NewPassword = story('returning', undefined, {
  before: askForLink,
  about: 'Dana comes back by the mailed link.',
});

export const WeakPassword = story(
  'returning',
  async (person) => {
    await save(person, 'larkspur');
    const { rules, failed } = person.words.password;
    await person.see(failed([rules.digit, rules.special(['!', '#', '%'])]));
  },
  { before: askForLink },
);

export const Done = story(
  'returning',
  async (person) => {
    await save(person, 'foxglove8!');
    await person.see(person.words.resetPassword.done.heading);
  },
  { before: askForLink },
);

export const LinkExpired = story(
  'returning',
  async (person) => {
    await save(person, 'foxglove8!');
    await person.see(person.words.errors.token_expired.title);
  },
  {
    before: async (backend) => {
      const link = await askForLink(backend);
      backend.clock.advance(2 * 3_600_000);
      return link;
    },
    about: 'The mailed link is two hours old.',
  },
);

export const Offline = story('offline', async (person) => {
  await person.type(person.words.username.label, people.dana.email);
  await person.press(person.words.resetPassword.request.button);
  await person.see(person.words.errors.network.title);
});
