import { done, languageSchema, nothing, passwordSchema, timeSchema, usernameSchema } from './fields.js';
import { operation } from './operation.js';
import { nextStep, stepSchema } from './step.js';
import * as z from './zod.js';

/** Who is logged in, and what stands between them and the portal. */
export const sessionSchema = z.object({
  account: z.object({ username: z.string(), language: z.nullable(languageSchema) }),
  step: stepSchema,
  /** The account hasn't closed the help of its first visit yet. */
  firstVisit: z.boolean(),
  /** Seconds without a request after which the session ends. */
  idleSeconds: z.number(),
  /** When it ends at the latest. */
  expiresAt: timeSchema,
});

export type Session = z.infer<typeof sessionSchema>;

export const loginOperations = {
  /**
   * Logs in. A wrong name and a wrong password answer alike and take alike.
   *
   * Open to anybody.
   *
   * @throws PortalError `invalid_credentials`
   */
  logIn: operation({
    method: 'POST',
    path: '/session',
    access: 'public',
    summary: 'Logs in.',
    input: z.strictObject({ username: usernameSchema, password: passwordSchema }),
    output: nextStep,
    errors: ['invalid_credentials'],
  }),

  /**
   * Who is logged in. Restarts the idle time, as every authenticated request does.
   *
   * Requires a session.
   *
   * @throws PortalError `session_required`
   */
  readSession: operation({
    method: 'GET',
    path: '/session',
    access: 'session',
    summary: 'Who is logged in; restarts the idle time.',
    input: nothing,
    output: sessionSchema,
    errors: [],
  }),

  /**
   * Ends the session. Harmless without one.
   *
   * Open to anybody.
   */
  logOut: operation({
    method: 'DELETE',
    path: '/session',
    access: 'public',
    summary: 'Ends the session.',
    input: nothing,
    output: done,
    errors: [],
  }),
};
