import type { OperationName } from '../../contract/operations.js';
import { changePassword } from './account/change-password.js';
import { endOtherSessions } from './account/end-other-sessions.js';
import { listSessions } from './account/list-sessions.js';
import { markHelpSeen } from './account/mark-help-seen.js';
import { readAccount } from './account/read-account.js';
import { updateContact } from './account/update-contact.js';
import { createAccount } from './activation/create-account.js';
import { renewCode } from './activation/renew-code.js';
import { verifyCode } from './activation/verify-code.js';
import { readConfig } from './config/read-config.js';
import { answerConsent } from './consent/answer-consent.js';
import { listConsents } from './consent/list-consents.js';
import { withdrawConsent } from './consent/withdraw-consent.js';
import { linkCode } from './linking/link-code.js';
import { logIn } from './login/log-in.js';
import { logOut } from './login/log-out.js';
import { readSession } from './login/read-session.js';
import { confirmEmail } from './recovery/confirm-email.js';
import { requestPasswordReset } from './recovery/request-password-reset.js';
import { resetPassword } from './recovery/reset-password.js';
import type { UseCase } from './use-case.js';

/** One use case for each operation of the contract: a missing one doesn't compile. */
export const useCases: { [Name in OperationName]: UseCase<Name> } = {
  readConfig,
  verifyCode,
  createAccount,
  renewCode,
  logIn,
  readSession,
  logOut,
  listConsents,
  answerConsent,
  withdrawConsent,
  linkCode,
  readAccount,
  updateContact,
  changePassword,
  markHelpSeen,
  listSessions,
  endOtherSessions,
  requestPasswordReset,
  resetPassword,
  confirmEmail,
};
