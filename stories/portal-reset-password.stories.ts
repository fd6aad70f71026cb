import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { CLASSIC_POLICY } from '../src/contract/index.js';
import { askForLink, chooseNewPassword, followResetLink } from './acts.js';
import { story } from './support.js';

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

export const Request = story('returning', undefined, { about: 'Dana has forgotten her password.' });

export const UsernameMissing = story('returning', async (person) => {
  await person.press(person.words.resetPassword.request.button);
  await person.see(person.words.username.missing);
});

export const Sent = story('returning', async (person) => {
  await askForLink(person);
  await person.see(person.words.resetPassword.sent.heading);
});

export const AnotherEmail = story('returning', async (person) => {
  const { request, sent } = person.words.resetPassword;
  await askForLink(person);
  await person.press(sent.again);
  await person.see(request.button);
});

export const NewPassword = story('returning', undefined, {
  before: followResetLink,
  about: 'Dana comes back by the mailed link.',
});

export const NothingFilledIn = story(
  'returning',
  async (person) => {
    await chooseNewPassword(person, '');
    await person.see(person.words.password.missingNew);
  },
  { before: followResetLink },
);

export const WeakPassword = story(
  'returning',
  async (person) => {
    await chooseNewPassword(person, 'larkspur');
    const { rules, failed } = person.words.password;
    await person.see(failed([rules.digit, rules.special([...CLASSIC_POLICY.special])]));
  },
  { before: followResetLink },
);

export const PasswordNotConfirmed = story(
  'strict-account',
  async (person) => {
    await chooseNewPassword(person, 'foxglove and larkspur');
    await person.see(person.words.password.missingConfirm);
  },
  { before: followResetLink },
);

export const PasswordsDiffer = story(
  'strict-account',
  async (person) => {
    await person.type(person.words.password.confirm, 'foxglove or larkspur');
    await chooseNewPassword(person, 'foxglove and larkspur');
    await person.see(person.words.password.mismatch);
  },
  { before: followResetLink },
);

export const CommonPassword = story(
  'strict-account',
  async (person) => {
    await person.type(person.words.password.confirm, 'passwordpassword');
    await chooseNewPassword(person, 'passwordpassword');
  },
  {
    before: followResetLink,
    shows: 'resetPassword: password_policy',
    says: ({ password }) => password.failed([password.rules.common]),
  },
);

export const Done = story(
  'returning',
  async (person) => {
    await chooseNewPassword(person);
    await person.see(person.words.resetPassword.done.heading);
  },
  { before: followResetLink },
);

export const LinkExpired = story('returning', (person) => chooseNewPassword(person), {
  before: async (backend) => {
    const link = await followResetLink(backend);
    backend.clock.advance(2 * 3_600_000);
    return link;
  },
  shows: 'resetPassword: token_expired',
  about: 'The mailed link is two hours old.',
});
