import type { Meta } from '@storybook/web-components-vite';
import { codes } from '../mock-server/index.js';
import { createAccount, sendCode } from './acts.js';
import { failing } from './failing.js';
import activate from './portal-activate.stories.js';

export default {
  ...activate,
  title: 'portal-activate/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const fails = failing({
  readConfig: { in: 'fresh-code' },
  verifyCode: { in: 'fresh-code', acts: (person) => sendCode(person) },
  renewCode: {
    in: 'expired-code',
    async acts(person) {
      await sendCode(person);
      await person.press(person.words.activate.noRecords.renew);
    },
  },
  createAccount: { in: 'fresh-code', acts: (person) => createAccount(person) },
  logOut: {
    in: 'somebody-logged-in',
    args: { code: codes.fresh },
    acts: (person) => person.press(person.words.activate['logged-in'].other),
  },
});

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');

export const VerifyCodePending = fails('verifyCode: pending');
export const VerifyCodeNetwork = fails('verifyCode: network');
export const VerifyCodeUnavailable = fails('verifyCode: unavailable');
export const VerifyCodeServerError = fails('verifyCode: server_error');
export const VerifyCodeTooManyAttempts = fails('verifyCode: too_many_attempts');
export const VerifyCodeNotAllowed = fails('verifyCode: not_allowed');
export const VerifyCodeInvalidInput = fails('verifyCode: invalid_input');
export const VerifyCodeNotFound = fails('verifyCode: not_found');
export const VerifyCodeMethodNotAllowed = fails('verifyCode: method_not_allowed');
export const VerifyCodePayloadTooLarge = fails('verifyCode: payload_too_large');
export const VerifyCodeUnsupportedMediaType = fails('verifyCode: unsupported_media_type');

export const RenewCodePending = fails('renewCode: pending');
export const RenewCodeNetwork = fails('renewCode: network');
export const RenewCodeUnavailable = fails('renewCode: unavailable');
export const RenewCodeServerError = fails('renewCode: server_error');
export const RenewCodeTooManyAttempts = fails('renewCode: too_many_attempts');
export const RenewCodeNotAllowed = fails('renewCode: not_allowed');
export const RenewCodeInvalidInput = fails('renewCode: invalid_input');

export const CreateAccountPending = fails('createAccount: pending');
export const CreateAccountNetwork = fails('createAccount: network');
export const CreateAccountUnavailable = fails('createAccount: unavailable');
export const CreateAccountServerError = fails('createAccount: server_error');
export const CreateAccountTooManyAttempts = fails('createAccount: too_many_attempts');
export const CreateAccountNotAllowed = fails('createAccount: not_allowed');
export const CreateAccountInvalidInput = fails('createAccount: invalid_input');
export const CreateAccountEmailInvalid = fails('createAccount: email_invalid', {
  says: ({ username }) => username.invalid,
});

export const LogOutPending = fails('logOut: pending');
export const LogOutNetwork = fails('logOut: network');
export const LogOutUnavailable = fails('logOut: unavailable');
export const LogOutServerError = fails('logOut: server_error');
export const LogOutTooManyAttempts = fails('logOut: too_many_attempts');
export const LogOutNotAllowed = fails('logOut: not_allowed');
