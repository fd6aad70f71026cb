import type { Meta } from '@storybook/web-components-vite';
import { failing } from './failing.js';
import help from './portal-help.stories.js';

export default {
  ...help,
  title: 'portal-help/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const fails = failing({ readConfig: { in: 'logged-in' } });

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');
