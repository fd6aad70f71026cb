import type { Meta } from '@storybook/web-components-vite';
import { addCode } from './acts.js';
import { failing } from './failing.js';
import linkCode from './portal-link-code.stories.js';

export default {
  ...linkCode,
  title: 'portal-link-code/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const fails = failing({
  readConfig: { in: 'logged-in' },
  linkCode: { in: 'logged-in', acts: (person) => addCode(person) },
});

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');

export const LinkCodePending = fails('linkCode: pending');
export const LinkCodeNetwork = fails('linkCode: network');
export const LinkCodeUnavailable = fails('linkCode: unavailable');
export const LinkCodeServerError = fails('linkCode: server_error');
export const LinkCodeTooManyAttempts = fails('linkCode: too_many_attempts');
export const LinkCodeNotAllowed = fails('linkCode: not_allowed');
export const LinkCodeInvalidInput = fails('linkCode: invalid_input');
export const LinkCodeConsentRequired = fails('linkCode: consent_required');
