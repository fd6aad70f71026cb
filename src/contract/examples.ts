import type { Input, OperationName, Output } from './operations.js';
import { DEFAULT_CONFIG } from './config-defaults.js';

/** One call as somebody may make it. What is sent and what comes back are the contract's; nobody in it exists. */
export interface Example<Name extends OperationName> {
  input: Input<Name>;
  output: Output<Name>;
}

const CODE = 'K7QM2-XRT9W-BD3FS';
const link = { id: 'l-81', name: 'Ann Doe', relationship: 'self', linkedAt: '2026-05-04T09:30:00Z' } as const;
const milo = { id: 'l-82', name: 'Milo Doe', relationship: 'other', linkedAt: '2026-06-11T15:02:00Z' } as const;
const account = {
  username: 'ann@example.org',
  email: 'ann@example.org',
  homePhone: null,
  workPhone: null,
  mobilePhone: '+12025550123',
  language: 'en',
  links: [link],
  editable: ['email', 'homePhone', 'workPhone', 'mobilePhone', 'language'],
};
const portalConsent = {
  documentId: 'portal-consent',
  version: '2026-01',
  language: 'en',
  title: 'Portal Consent',
  body: [{ type: 'paragraph' as const, content: ['Your record can be read by you, and by whom you name.'] }],
  questions: [{ id: 'read', label: 'I have read this text', type: 'acknowledge' as const, required: true }],
};
const openSession = {
  id: 's-7',
  current: true,
  startedAt: '2026-06-11T15:00:00Z',
  lastSeenAt: '2026-06-11T15:02:00Z',
  userAgent: 'Mozilla/5.0',
};

/** An example of each operation. */
export const EXAMPLES: { readonly [Name in OperationName]: Example<Name> } = {
  readConfig: { input: {}, output: { ...DEFAULT_CONFIG, name: 'Larkfield Clinic' } },
  verifyCode: {
    input: { code: CODE, birthdate: '1980-02-29' },
    output: {
      step: 'create-account',
      ticket: '4mJ1v0Yk2c9sQpXw',
      expiresAt: '2026-05-04T09:45:00Z',
      invitedEmail: 'ann@example.org',
    },
  },
  createAccount: {
    input: { ticket: '4mJ1v0Yk2c9sQpXw', relationship: 'self', username: 'ann@example.org', password: 'Bluewater7-' },
    output: { step: 'consent' },
  },
  renewCode: { input: { code: CODE, birthdate: '1980-02-29' }, output: {} },
  logIn: { input: { username: 'ann@example.org', password: 'Bluewater7-' }, output: { step: 'landing' } },
  readSession: {
    input: {},
    output: {
      account: { username: 'ann@example.org', language: 'en' },
      step: 'landing',
      firstVisit: false,
      idleSeconds: 1_800,
      expiresAt: '2026-06-12T03:00:00Z',
    },
  },
  logOut: { input: {}, output: {} },
  listConsents: {
    input: {},
    output: { pending: [{ ...portalConsent, required: true, signature: false }], records: [] },
  },
  answerConsent: {
    input: { documentId: 'portal-consent', version: '2026-01', decision: 'accept', answers: { read: true } },
    output: { step: 'landing' },
  },
  withdrawConsent: { input: { documentId: 'text-messages' }, output: {} },
  linkCode: { input: { code: CODE }, output: { link: milo, links: [link, milo], step: 'landing' } },
  readAccount: { input: {}, output: account },
  updateContact: {
    input: { mobilePhone: '(202) 555-0144' },
    output: { ...account, mobilePhone: '+12025550144' },
  },
  changePassword: { input: { currentPassword: 'Bluewater7-', newPassword: 'Greenfield8+' }, output: {} },
  markHelpSeen: { input: {}, output: {} },
  listSessions: { input: {}, output: { sessions: [openSession] } },
  endOtherSessions: { input: {}, output: {} },
  requestPasswordReset: { input: { username: 'ann@example.org' }, output: {} },
  resetPassword: { input: { token: 'Zp3nC6uT1rWq8LxA', password: 'Greenfield8+' }, output: { step: 'log-in' } },
  confirmEmail: { input: { token: 'Zp3nC6uT1rWq8LxA' }, output: {} },
};
