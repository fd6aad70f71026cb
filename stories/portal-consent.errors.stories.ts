import type { Meta } from '@storybook/web-components-vite';
import { answerPortalConsent } from './acts.js';
import { failing } from './failing.js';
import consent from './portal-consent.stories.js';

export default {
  ...consent,
  title: 'portal-consent/errors',
  tags: ['!autodocs'],
} satisfies Meta;

const fails = failing({
  readConfig: { in: 'consents-pending' },
  listConsents: { in: 'consents-pending' },
  answerConsent: { in: 'consents-pending', acts: (person) => answerPortalConsent(person) },
});

export const ReadConfigNetwork = fails('readConfig: network');
export const ReadConfigUnavailable = fails('readConfig: unavailable');
export const ReadConfigServerError = fails('readConfig: server_error');
export const ReadConfigTooManyAttempts = fails('readConfig: too_many_attempts');

export const ListConsentsPending = fails('listConsents: pending');
export const ListConsentsNetwork = fails('listConsents: network');
export const ListConsentsUnavailable = fails('listConsents: unavailable');
export const ListConsentsServerError = fails('listConsents: server_error');
export const ListConsentsTooManyAttempts = fails('listConsents: too_many_attempts');
export const ListConsentsNotAllowed = fails('listConsents: not_allowed');

export const AnswerConsentPending = fails('answerConsent: pending');
export const AnswerConsentNetwork = fails('answerConsent: network');
export const AnswerConsentUnavailable = fails('answerConsent: unavailable');
export const AnswerConsentServerError = fails('answerConsent: server_error');
export const AnswerConsentTooManyAttempts = fails('answerConsent: too_many_attempts');
export const AnswerConsentNotAllowed = fails('answerConsent: not_allowed');
export const AnswerConsentInvalidInput = fails('answerConsent: invalid_input');
export const AnswerConsentSessionRequired = fails('answerConsent: session_required');
