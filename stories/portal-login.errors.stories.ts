import type { Meta } from '@storybook/web-components-vite';
import { followConfirmationLink, logIn } from './acts.js';
import { failing } from './failing.js';
import login from './portal-login.stories.js';

export default {
  ...login,
  title: 'portal-login/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const fails = failing({
  readConfig: { in: 'returning' },
  logIn: { in: 'returning', acts: (person) => logIn(person) },
  confirmEmail: {
    in: 'new-email',
    before: followConfirmationLink,
    acts: (person) => person.press(person.words.logIn.confirm.button),
  },
});

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');

export const LogInPending = fails('logIn: pending');
export const LogInNetwork = fails('logIn: network');
export const LogInUnavailable = fails('logIn: unavailable');
export const LogInServerError = fails('logIn: server_error');
export const LogInTooManyAttempts = fails('logIn: too_many_attempts');
export const LogInNotAllowed = fails('logIn: not_allowed');
export const LogInInvalidInput = fails('logIn: invalid_input');

export const ConfirmEmailPending = fails('confirmEmail: pending');
export const ConfirmEmailNetwork = fails('confirmEmail: network');
export const ConfirmEmailUnavailable = fails('confirmEmail: unavailable');
export const ConfirmEmailServerError = fails('confirmEmail: server_error');
export const ConfirmEmailTooManyAttempts = fails('confirmEmail: too_many_attempts');
export const ConfirmEmailNotAllowed = fails('confirmEmail: not_allowed');
export const ConfirmEmailInvalidInput = fails('confirmEmail: invalid_input');
