// Printed from the table of operations by `npm run build`; what is changed here by hand is lost.
import { isSafeHref } from '../contract/fields/safe-href.js';
import { ERROR_CODES } from '../contract/portal-error.js';
import type { CheckedOperation } from './portal-adapter.js';
import {
  boolean,
  either,
  exactly,
  list,
  number,
  object,
  one,
  optional,
  record,
  text,
  unknown,
  type Read,
} from './readers.js';

const token = text(/^[^]{1,200}$/u);
const time = text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const step = one('create-account', 'consent', 'landing', 'log-in');
const nextStep = object({ step });
const done = object({});
const language = text(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);
const session = object({
  account: object({ username: text(), language: either(one(null), language) }),
  step,
  firstVisit: boolean,
  idleSeconds: number,
  expiresAt: time,
});
const id = text(/^[\w.-]{1,100}$/);
const block = either(
  exactly({
    type: one('heading', 'paragraph'),
    content: list(
      either(
        text(/^[^]{0,20000}$/u),
        exactly({ strong: text(/^[^]{0,20000}$/u) }),
        exactly({ text: text(/^[^]{0,20000}$/u), href: text(/^[^]{0,2000}$/u, isSafeHref) }),
      ),
    ),
  }),
  exactly({
    type: one('list'),
    ordered: boolean,
    items: list(
      list(
        either(
          text(/^[^]{0,20000}$/u),
          exactly({ strong: text(/^[^]{0,20000}$/u) }),
          exactly({ text: text(/^[^]{0,20000}$/u), href: text(/^[^]{0,2000}$/u, isSafeHref) }),
        ),
      ),
    ),
  }),
);
const question = object({
  id,
  label: text(),
  type: one('acknowledge', 'yes-no', 'choice', 'text'),
  required: boolean,
  mustBe: optional(one('yes')),
  options: optional(list(object({ value: id, label: text() }))),
});
/** A document as `consent_outdated` carries it. */
export const consentDocument = object({
  documentId: id,
  version: id,
  language,
  title: text(),
  body: list(block),
  questions: list(question),
  required: boolean,
  signature: boolean,
});
const answers = record(id, either(one(true), text(/^[^]{0,2000}$/u)));
const consentRecord = object({
  documentId: id,
  version: id,
  language,
  title: text(),
  body: list(block),
  questions: list(question),
  decision: one('accept', 'decline'),
  answers,
  signature: optional(text()),
  recordedAt: time,
  withdrawnAt: optional(time),
  required: optional(boolean),
  current: optional(consentDocument),
});
const relationship = one('self', 'other');
const link = object({ id: text(), name: text(), relationship, linkedAt: time });
const account = object({
  username: text(),
  email: text(),
  homePhone: either(one(null), text()),
  workPhone: either(one(null), text()),
  mobilePhone: either(one(null), text()),
  language: either(one(null), language),
  links: list(link),
  editable: list(text()),
});
const openSession = object({ id: text(), current: boolean, startedAt: time, lastSeenAt: time, userAgent: text() });

/** An error as `application/problem+json` carries it. */
export const problem = object({
  type: text(),
  title: text(),
  status: number,
  code: one(...ERROR_CODES),
  fields: optional(
    record(text(), object({ code: one('missing', 'invalid', 'unknown', 'policy'), failed: optional(list(text())) })),
  ),
  retryAfter: optional(number),
  reason: optional(one('used', 'expired', 'replaced', 'revoked')),
  support: optional(
    object({ phone: optional(text()), email: optional(text()), url: optional(text()), hours: optional(text()) }),
  ),
  document: optional(unknown),
});

/** How each operation travels, and how its answer is read. */
export const ANSWERS: Record<CheckedOperation, [method: string, path: string, output: Read]> = {
  verifyCode: [
    'POST',
    '/activation/verify',
    object({ step: one('create-account'), ticket: token, expiresAt: time, invitedEmail: text() }),
  ],
  createAccount: ['POST', '/activation', nextStep],
  renewCode: ['POST', '/activation/renewal', done],
  logIn: ['POST', '/session', nextStep],
  readSession: ['GET', '/session', session],
  logOut: ['DELETE', '/session', done],
  listConsents: ['GET', '/consents', object({ pending: list(consentDocument), records: list(consentRecord) })],
  answerConsent: ['POST', '/consents/{documentId}', nextStep],
  withdrawConsent: ['DELETE', '/consents/{documentId}', done],
  linkCode: ['POST', '/links', object({ link, links: list(link), step })],
  readAccount: ['GET', '/account', account],
  updateContact: ['PATCH', '/account', account],
  changePassword: ['PUT', '/account/password', done],
  markHelpSeen: ['PUT', '/account/help-seen', done],
  listSessions: ['GET', '/account/sessions', object({ sessions: list(openSession) })],
  endOtherSessions: ['DELETE', '/account/sessions', done],
  requestPasswordReset: ['POST', '/password-reset', done],
  resetPassword: ['PUT', '/password-reset', object({ step: one('log-in') })],
  confirmEmail: ['POST', '/email-confirmation', done],
};
