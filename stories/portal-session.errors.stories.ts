import type { Meta } from '@storybook/web-components-vite';
import { leaveAlone } from './acts.js';
import { failing } from './failing.js';
import session from './portal-session.stories.js';

export default {
  ...session,
  title: 'portal-session/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const fails = failing({
  readConfig: { in: 'logged-in' },
  readSession: {
    in: 'logged-in',
    first: leaveAlone,
    acts: (person) => person.press(person.words.session.warning.stay),
  },
  logOut: { in: 'logged-in', acts: (person) => person.press(person.words.actions.logOut) },
});

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');

export const ReadSessionPending = fails('readSession: pending');
export const ReadSessionNetwork = fails('readSession: network');
export const ReadSessionUnavailable = fails('readSession: unavailable');
export const ReadSessionServerError = fails('readSession: server_error');
export const ReadSessionTooManyAttempts = fails('readSession: too_many_attempts');
export const ReadSessionNotAllowed = fails('readSession: not_allowed');

export const LogOutPending = fails('logOut: pending');
export const LogOutNetwork = fails('logOut: network');
export const LogOutUnavailable = fails('logOut: unavailable');
export const LogOutServerError = fails('logOut: server_error');
export const LogOutTooManyAttempts = fails('logOut: too_many_attempts');
export const LogOutNotAllowed = fails('logOut: not_allowed');
