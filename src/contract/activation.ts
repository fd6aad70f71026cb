import {
  codeSchema,
  done,
  passwordSchema,
  proofShape,
  relationshipSchema,
  timeSchema,
  tokenSchema,
  usernameSchema,
} from './fields.js';
import { operation } from './operation.js';
import { nextStep } from './step.js';
import * as z from './zod.js';

export const activationOperations = {
  /**
   * Exchanges an activation code and a proof of being its person for a ticket to create an account with.
   *
   * Changes nothing about the code. An unknown, used, expired, replaced, revoked or locked code and a wrong proof answer
   * alike (`no_records_found`); only who got both right is told the `reason`.
   *
   * Open to anybody.
   *
   * @throws PortalError `no_records_found`
   */
  verifyCode: operation({
    method: 'POST',
    path: '/activation/verify',
    access: 'public',
    summary: 'Exchanges an activation code and a proof of identity for a short-lived ticket.',
    input: z.strictObject({ code: codeSchema, ...proofShape }),
    output: z.object({
      step: z.literal('create-account'),
      ticket: tokenSchema,
      expiresAt: timeSchema,
      invitedEmail: z.string(),
    }),
    errors: ['no_records_found'],
  }),

  /**
   * Creates the account, uses up the code, and logs in. All of it happens, or nothing.
   *
   * Idempotent: a retry with the same ticket, address and password gets the first answer again.
   *
   * Open to anybody.
   *
   * @throws PortalError `email_invalid`, `email_taken`, `password_policy`, `ticket_expired`
   */
  createAccount: operation({
    method: 'POST',
    path: '/activation',
    access: 'public',
    summary: 'Creates the account that a ticket allows, uses up the code, and logs in.',
    input: z.strictObject({
      ticket: tokenSchema,
      relationship: relationshipSchema,
      username: usernameSchema,
      password: passwordSchema,
    }),
    output: nextStep,
    errors: ['email_invalid', 'email_taken', 'password_policy', 'ticket_expired'],
  }),

  /**
   * Mails a new code in place of an expired one. Answers alike whether or not there was one.
   *
   * Open to anybody.
   *
   * @throws PortalError `not_allowed`
   */
  renewCode: operation({
    method: 'POST',
    path: '/activation/renewal',
    access: 'public',
    summary: 'Mails a new code to the invited address in place of an expired one.',
    input: z.strictObject({ code: codeSchema, ...proofShape }),
    output: done,
    errors: ['not_allowed'],
  }),
};
