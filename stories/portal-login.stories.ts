import type { Meta } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { codes, people } from '../mock-server/index.js';
import { enterUsername, followConfirmationLink, logIn } from './acts.js';
import { story } from './support.js';

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

export const Password = story('returning', (person) => enterUsername(person));

export const PasswordShown = story('returning', async (person) => {
  const { password } = person.words;
  await enterUsername(person);
  await person.type(password.label, 'larkspur7!');
  await person.press(password.show + password.of(password.label));
  await person.see(password.hide);
});

export const PasswordMissing = story('returning', async (person) => {
  await logIn(person, '');
  await person.see(person.words.password.missing);
});

export const WrongPassword = story('returning', (person) => logIn(person, 'larkspur8!'), {
  shows: 'logIn: invalid_credentials',
});

export const ChangedUsername = story('returning', async (person) => {
  const { actions, logIn, username } = person.words;
  await enterUsername(person);
  await person.press(actions.change + actions.of(username.label));
  await person.see(logIn.heading);
});

export const LongUsername = story(
  'returning',
  (person) => enterUsername(person, 'dana.maria.reyes-montgomery+portal@department.larkfield.example'),
  { about: 'An address that is longer than the field.' },
);

export const CodeAtHand = story('returning-with-code', undefined, {
  before: async () => `#code=${codes.second}`,
  about: 'Dana follows the second link of the mail, which brings the code for Milo along.',
});

export const Alternatives = story('returning', undefined, {
  args: { alternatives: 'Log in with your employer’s account' },
  about: 'A portal with single sign-on puts its button into the slot `alternatives`.',
});

export const ConfirmEmail = story('new-email', undefined, { before: followConfirmationLink });

export const EmailConfirmed = story(
  'new-email',
  async (person) => {
    await person.press(person.words.logIn.confirm.button);
    await person.see(person.words.logIn.confirm.done);
  },
  { before: followConfirmationLink },
);

export const ConfirmationExpired = story('new-email', (person) => person.press(person.words.logIn.confirm.button), {
  before: async (backend) => {
    const link = await followConfirmationLink(backend);
    backend.clock.advance(30 * 86_400_000);
    return link;
  },
  shows: 'confirmEmail: token_expired',
  about: 'The mailed link is a month old.',
});

export const LoggedInAlready = story('logged-in', async (person) => person.see(person.words.logIn.done.heading), {
  before: async () => `#code=${codes.second}`,
  about: 'Dana is logged in when she follows the second link of the mail: there is nothing to do here.',
});

export const Done = story('returning', async (person) => {
  await logIn(person);
  await person.see(person.words.logIn.done.heading);
});
