import type { Meta } from '@storybook/web-components-vite';
import { askToWithdraw, changePassword } from './acts.js';
import { failing } from './failing.js';
import settings from './portal-settings.stories.js';

export default {
  ...settings,
  title: 'portal-settings/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const only = (sections: string) => ({ args: { sections } });

const fails = failing({
  readConfig: { in: 'logged-in' },
  readAccount: { in: 'logged-in' },
  updateContact: {
    in: 'logged-in',
    ...only('contact'),
    async acts(person) {
      const { actions, form, settings } = person.words;
      await person.type(form.optional(settings.contact.mobilePhone), '(202) 555-0155');
      await person.press(actions.save);
    },
  },
  changePassword: { in: 'logged-in', ...only('password'), acts: (person) => changePassword(person) },
  listConsents: { in: 'logged-in', ...only('consents') },
  withdrawConsent: {
    in: 'logged-in',
    ...only('consents'),
    async acts(person) {
      await askToWithdraw(person);
      await person.press(person.words.settings.consents.withdraw);
    },
  },
  listSessions: { in: 'logged-in', ...only('sessions') },
  endOtherSessions: {
    in: 'other-devices',
    ...only('sessions'),
    acts: (person) => person.press(person.words.settings.sessions.endOthers),
  },
});

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');

export const ReadAccountPending = fails('readAccount: pending');
export const ReadAccountNetwork = fails('readAccount: network');
export const ReadAccountUnavailable = fails('readAccount: unavailable');
export const ReadAccountServerError = fails('readAccount: server_error');
export const ReadAccountTooManyAttempts = fails('readAccount: too_many_attempts');
export const ReadAccountNotAllowed = fails('readAccount: not_allowed');

export const UpdateContactPending = fails('updateContact: pending');
export const UpdateContactNetwork = fails('updateContact: network');
export const UpdateContactUnavailable = fails('updateContact: unavailable');
export const UpdateContactServerError = fails('updateContact: server_error');
export const UpdateContactTooManyAttempts = fails('updateContact: too_many_attempts');
export const UpdateContactNotAllowed = fails('updateContact: not_allowed');
export const UpdateContactInvalidInput = fails('updateContact: invalid_input');
export const UpdateContactSessionRequired = fails('updateContact: session_required');
export const UpdateContactConsentRequired = fails('updateContact: consent_required');
export const UpdateContactEmailInvalid = fails('updateContact: email_invalid', {
  says: ({ username }) => username.invalid,
});

export const ChangePasswordPending = fails('changePassword: pending');
export const ChangePasswordNetwork = fails('changePassword: network');
export const ChangePasswordUnavailable = fails('changePassword: unavailable');
export const ChangePasswordServerError = fails('changePassword: server_error');
export const ChangePasswordTooManyAttempts = fails('changePassword: too_many_attempts');
export const ChangePasswordNotAllowed = fails('changePassword: not_allowed');
export const ChangePasswordInvalidInput = fails('changePassword: invalid_input');
export const ChangePasswordSessionRequired = fails('changePassword: session_required');
export const ChangePasswordConsentRequired = fails('changePassword: consent_required');

export const ListConsentsPending = fails('listConsents: pending');
export const ListConsentsNetwork = fails('listConsents: network');
export const ListConsentsUnavailable = fails('listConsents: unavailable');
export const ListConsentsServerError = fails('listConsents: server_error');
export const ListConsentsTooManyAttempts = fails('listConsents: too_many_attempts');
export const ListConsentsNotAllowed = fails('listConsents: not_allowed');
export const ListConsentsSessionRequired = fails('listConsents: session_required');

export const WithdrawConsentPending = fails('withdrawConsent: pending');
export const WithdrawConsentNetwork = fails('withdrawConsent: network');
export const WithdrawConsentUnavailable = fails('withdrawConsent: unavailable');
export const WithdrawConsentServerError = fails('withdrawConsent: server_error');
export const WithdrawConsentTooManyAttempts = fails('withdrawConsent: too_many_attempts');
export const WithdrawConsentNotAllowed = fails('withdrawConsent: not_allowed');
export const WithdrawConsentInvalidInput = fails('withdrawConsent: invalid_input');
export const WithdrawConsentSessionRequired = fails('withdrawConsent: session_required');

export const ListSessionsPending = fails('listSessions: pending');
export const ListSessionsNetwork = fails('listSessions: network');
export const ListSessionsUnavailable = fails('listSessions: unavailable');
export const ListSessionsServerError = fails('listSessions: server_error');
export const ListSessionsTooManyAttempts = fails('listSessions: too_many_attempts');
export const ListSessionsNotAllowed = fails('listSessions: not_allowed');
export const ListSessionsSessionRequired = fails('listSessions: session_required');
export const ListSessionsConsentRequired = fails('listSessions: consent_required');

export const EndOtherSessionsPending = fails('endOtherSessions: pending');
export const EndOtherSessionsNetwork = fails('endOtherSessions: network');
export const EndOtherSessionsUnavailable = fails('endOtherSessions: unavailable');
export const EndOtherSessionsServerError = fails('endOtherSessions: server_error');
export const EndOtherSessionsTooManyAttempts = fails('endOtherSessions: too_many_attempts');
export const EndOtherSessionsNotAllowed = fails('endOtherSessions: not_allowed');
export const EndOtherSessionsSessionRequired = fails('endOtherSessions: session_required');
export const EndOtherSessionsConsentRequired = fails('endOtherSessions: consent_required');
