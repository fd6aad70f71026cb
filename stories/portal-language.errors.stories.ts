import type { Meta } from '@storybook/web-components-vite';
import { failing } from './failing.js';
import language from './portal-language.stories.js';

export default {
  ...language,
  title: 'portal-language/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const fails = failing({ readConfig: { in: 'logged-out' } });

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');
