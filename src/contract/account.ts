import { done, languageSchema, nothing, passwordSchema, timeSchema, usernameSchema } from './fields.js';
import { linkSchema } from './linking.js';
import { operation } from './operation.js';
import * as z from './zod.js';

const phone = z.nullable(z.string().check(z.maxLength(200)));

/** An account as its owner sees it. */
export const accountSchema = z.object({
  username: z.string(),
  email: z.string(),
  /** E.164, or null. */
  homePhone: z.nullable(z.string()),
  workPhone: z.nullable(z.string()),
  mobilePhone: z.nullable(z.string()),
  language: z.nullable(languageSchema),
  links: z.array(linkSchema),
  /** Which of these its owner may change. */
  editable: z.array(z.string()),
});

export type Account = z.infer<typeof accountSchema>;

/** One log-in that is still open. */
export const openSessionSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  startedAt: timeSchema,
  lastSeenAt: timeSchema,
  userAgent: z.string(),
});

export type OpenSession = z.infer<typeof openSessionSchema>;

export const accountOperations = {
  /**
   * The account that is logged in, with the people it is linked to.
   *
   * Requires a session, and no required consent pending.
   *
   * @throws PortalError `session_required`, `consent_required`
   */
  readAccount: operation({
    method: 'GET',
    path: '/account',
    access: 'consented',
    summary: 'The account that is logged in.',
    input: nothing,
    output: accountSchema,
    errors: [],
  }),

  /**
   * Changes what was given and nothing else; a new e-mail address needs the current password.
   *
   * Requires a session, and no required consent pending.
   *
   * @throws PortalError `email_invalid`, `email_taken`, `invalid_credentials`, `session_required`, `consent_required`
   */
  updateContact: operation({
    method: 'PATCH',
    path: '/account',
    access: 'consented',
    summary: 'Changes contact information.',
    input: z.strictObject({
      email: z.optional(usernameSchema),
      homePhone: z.optional(phone),
      workPhone: z.optional(phone),
      mobilePhone: z.optional(phone),
      language: z.optional(z.nullable(languageSchema)),
      currentPassword: z.optional(passwordSchema),
    }),
    output: accountSchema,
    errors: ['email_invalid', 'email_taken', 'invalid_credentials'],
  }),

  /**
   * Sets a new password; every other session ends.
   *
   * Requires a session, and no required consent pending.
   *
   * @throws PortalError `invalid_credentials`, `password_policy`, `session_required`, `consent_required`
   */
  changePassword: operation({
    method: 'PUT',
    path: '/account/password',
    access: 'consented',
    summary: 'Changes the password and ends all other sessions.',
    input: z.strictObject({ currentPassword: passwordSchema, newPassword: passwordSchema }),
    output: done,
    errors: ['invalid_credentials', 'password_policy'],
  }),

  /**
   * The help of the first visit was closed: it doesn't come by itself again.
   *
   * Requires a session, and no required consent pending.
   *
   * @throws PortalError `session_required`, `consent_required`
   */
  markHelpSeen: operation({
    method: 'PUT',
    path: '/account/help-seen',
    access: 'consented',
    summary: 'Notes that the first-visit help was closed.',
    input: nothing,
    output: done,
    errors: [],
  }),

  /**
   * Where the account is logged in.
   *
   * Requires a session, and no required consent pending.
   *
   * @throws PortalError `session_required`, `consent_required`
   */
  listSessions: operation({
    method: 'GET',
    path: '/account/sessions',
    access: 'consented',
    summary: 'The open sessions of the account.',
    input: nothing,
    output: z.object({ sessions: z.array(openSessionSchema) }),
    errors: [],
  }),

  /**
   * Logs the account out everywhere but here.
   *
   * Requires a session, and no required consent pending.
   *
   * @throws PortalError `session_required`, `consent_required`
   */
  endOtherSessions: operation({
    method: 'DELETE',
    path: '/account/sessions',
    access: 'consented',
    summary: 'Ends all other sessions of the account.',
    input: nothing,
    output: done,
    errors: [],
  }),
};
