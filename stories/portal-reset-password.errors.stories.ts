import type { Meta } from '@storybook/web-components-vite';
import { askForLink, chooseNewPassword, followResetLink } from './acts.js';
import { failing } from './failing.js';
import resetPassword from './portal-reset-password.stories.js';

export default {
  ...resetPassword,
  title: 'portal-reset-password/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const fails = failing({
  readConfig: { in: 'returning' },
  requestPasswordReset: { in: 'returning', acts: (person) => askForLink(person) },
  resetPassword: { in: 'returning', before: followResetLink, acts: (person) => chooseNewPassword(person) },
});

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');

export const RequestPasswordResetPending = fails('requestPasswordReset: pending');
export const RequestPasswordResetNetwork = fails('requestPasswordReset: network');
export const RequestPasswordResetUnavailable = fails('requestPasswordReset: unavailable');
export const RequestPasswordResetServerError = fails('requestPasswordReset: server_error');
export const RequestPasswordResetTooManyAttempts = fails('requestPasswordReset: too_many_attempts');
export const RequestPasswordResetNotAllowed = fails('requestPasswordReset: not_allowed');
export const RequestPasswordResetInvalidInput = fails('requestPasswordReset: invalid_input');

export const ResetPasswordPending = fails('resetPassword: pending');
export const ResetPasswordNetwork = fails('resetPassword: network');
export const ResetPasswordUnavailable = fails('resetPassword: unavailable');
export const ResetPasswordServerError = fails('resetPassword: server_error');
export const ResetPasswordTooManyAttempts = fails('resetPassword: too_many_attempts');
export const ResetPasswordNotAllowed = fails('resetPassword: not_allowed');
export const ResetPasswordInvalidInput = fails('resetPassword: invalid_input');
