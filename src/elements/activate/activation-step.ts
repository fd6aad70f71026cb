import type { Step } from '../../contract/step.js';

/** Where the way from a code to an account is. */
export type ActivationStep =
  | { step: 'enter-code' }
  | { step: 'logged-in'; username: string }
  | { step: 'create-account'; ticket: string; invitedEmail: string }
  | { step: 'done'; next: Step };
