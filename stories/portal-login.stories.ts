import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { codes, MOCK_PASSWORD, people, type ScenarioName } from '../mock-server/index.js';
import { mailedLink, story, type Person } from './support.js';

const { email } = people.dana;

export default {
  title: 'portal-login',
  component: 'portal-login',
  argTypes: { next: { control: 'text' } },
  args: { 'heading-level': 1 },
  render: (args) => html`<portal-login
    base-url=${ifDefined(args['base-url'])}
    username=${ifDefined(args.username)}
    next=${ifDefined(args.next)}
    lang=${ifDefined(args.lang)}
    heading-level=${ifDefined(args['heading-level'])}
    >${args.alternatives ? html`<button class="portal-button" slot="alternatives">${args.alternatives}</button>` : nothing}</portal-login
  >`,
} satisfies Meta;

async function enterUsername(person: Person): Promise<void> {
  await person.type(person.words.username.label, email);
  await person.press(person.words.actions.next);
  await person.see(person.words.logIn.passwordHeading);
}

async function logIn(person: Person, password = MOCK_PASSWORD): Promise<void> {
  await enterUsername(person);
  await person.type(person.words.password.label, password);
  await person.press(person.words.actions.next);
}

/** What goes wrong with the right password too. */
const failing = (scenario: ScenarioName, code: keyof Person['words']['errors']): StoryObj =>
  story(scenario, async (person) => {
    await logIn(person);
    await person.see(person.words.errors[code].title);
  });

export const Username = story('returning');

export const UsernameFilledIn = story('returning', undefined, { args: { username: email } });

export const UsernameMissing = story('returning', async (person) => {
  await person.press(person.words.actions.next);
  await person.see(person.words.username.missing);
});

export const CodeInPlaceOfUsername = story('returning-with-code', async (person) => {
  await person.type(person.words.username.label, codes.second);
  await person.press(person.words.actions.next);
  await person.see(person.words.logIn.createWithCode);
});

export const Password = story('returning', enterUsername);

export const WrongPassword = story('returning', async (person) => {
  await logIn(person, 'larkspur8!');
  await person.see(person.words.errors.invalid_credentials.title);
});

export const CodeAtHand = story('returning-with-code', undefined, {
  before: async () => `#code=${codes.second}`,
  about: 'Dana follows the second link of the mail, which brings the code for Milo along.',
});

export const Alternatives = story('returning', undefined, {
  args: { alternatives: 'Log in with your employer’s account' },
  about: 'A portal with single sign-on puts its button into the slot `alternatives`.',
});

export const ConfirmEmail = story('new-email', undefined, { before: changeEmail });

export const EmailConfirmed = story(
  'new-email',
  async (person) => {
    await person.press(person.words.logIn.confirm.button);
    await person.see(person.words.logIn.confirm.done);
  },
  { before: changeEmail },
);

export const ConfirmationExpired = story(
  'new-email',
  async (person) => {
    await person.press(person.words.logIn.confirm.button);
    await person.see(person.words.errors.token_expired.title);
  },
  {
    before: async (backend) => {
      const link = await changeEmail(backend);
      backend.clock.advance(30 * 86_400_000);
      return link;
    },
  },
);

export const Done = story('returning', async (person) => {
  await logIn(person);
  await person.see(person.words.logIn.done.heading);
});

export const Pending = story('hanging', async (person) => {
  await logIn(person);
  await person.see(person.words.form.working);
});

export const Offline = failing('offline', 'network');
export const Broken = failing('broken', 'server_error');
export const TooManyTries = failing('busy', 'too_many_attempts');

async function changeEmail(backend: Parameters<typeof mailedLink>[0]): Promise<string> {
  await backend.adapter.updateContact({ email: 'dana@example.org', currentPassword: MOCK_PASSWORD });
  return mailedLink(backend);
}
