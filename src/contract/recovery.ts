import { done, passwordSchema, tokenSchema, usernameSchema } from './fields.js';
import { operation } from './operation.js';
import * as z from './zod.js';

export const recoveryOperations = {
  /**
   * Mails a link for a new password where there is such an account. Answers alike where there is none.
   *
   * Open to anybody.
   */
  requestPasswordReset: operation({
    method: 'POST',
    path: '/password-reset',
    access: 'public',
    summary: 'Mails a link for a new password; answers alike for everybody.',
    input: z.strictObject({ username: usernameSchema }),
    output: done,
    errors: [],
  }),

  /**
   * Sets a new password with a mailed token, once; all sessions end.
   *
   * Open to anybody.
   *
   * @throws PortalError `token_expired`, `password_policy`
   */
  resetPassword: operation({
    method: 'PUT',
    path: '/password-reset',
    access: 'public',
    summary: 'Sets a new password with a mailed token and ends all sessions.',
    input: z.strictObject({ token: tokenSchema, password: passwordSchema }),
    output: z.object({ step: z.literal('log-in') }),
    errors: ['token_expired', 'password_policy'],
  }),

  /**
   * Confirms a new e-mail address with a mailed token.
   *
   * Open to anybody.
   *
   * @throws PortalError `token_expired`
   */
  confirmEmail: operation({
    method: 'POST',
    path: '/email-confirmation',
    access: 'public',
    summary: 'Confirms a new e-mail address with a mailed token.',
    input: z.strictObject({ token: tokenSchema }),
    output: done,
    errors: ['token_expired'],
  }),
};
