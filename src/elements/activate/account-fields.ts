import { html, type TemplateResult } from 'lit';
import { parseEmail } from '../../contract/fields/email.js';
import { trimmed } from '../../contract/fields/text.js';
import type { PortalConfig } from '../../contract/config.js';
import type { Input } from '../../contract/operations.js';
import type { PortalError } from '../../contract/portal-error.js';
import { radioField } from '../../forms/choice-field.js';
import type { FieldErrors, FlowController } from '../../forms/flow-controller.js';
import { newPasswordErrors, newPasswordFields, policyError } from '../../forms/new-password.js';
import type { Kept } from '../../forms/proof-fields.js';
import { suggestedAddress } from '../../forms/suggested-address.js';
import { usernameField } from '../../forms/username-field.js';
import '../../locale/en/activate.js';
import '../../locale/en/password.js';
import '../../locale/en/username.js';

/** The fields that may be kept for the way back: a password is typed anew. */
export const NOT_SECRET = /^(username|relationship)$/;

/** The fields of the second step: for whom, the user name, the password. */
export function accountFields(flow: FlowController, invitedEmail: string, kept: Kept): TemplateResult {
  const { config, words } = flow.portal;
  const { relationship, username, password } = words;
  return html`${radioField({
    flow,
    name: 'relationship',
    label: relationship.legend,
    value: kept('relationship') || 'self',
    choices: [
      { value: 'self', label: relationship.self },
      { value: 'other', label: relationship.other, hint: relationship.otherHint },
    ],
  })}
  ${usernameField({
    flow,
    hint: config.username === 'email' ? username.hint : username.hintAny,
    value: kept('username'),
    after: suggestedAddress(flow, 'username', invitedEmail),
  })}
  ${newPasswordFields({
    flow,
    name: 'password',
    label: password.label,
    rules: { policy: config.password, username: flow.values('username') },
  })}`;
}

/** Reads the second step, or what is wrong with it. */
export function readAccount(
  flow: FlowController,
): { input: Omit<Input<'createAccount'>, 'ticket'> } | { errors: FieldErrors } {
  const { values } = flow;
  const { config } = flow.portal;
  const byEmail = config.username === 'email';
  const username = trimmed(values('username'));
  const errors: FieldErrors = {
    ...(!(byEmail ? parseEmail(username) : username) && {
      username: { says: (words) => (byEmail ? words.username.invalid : words.username.missing) },
    }),
    ...newPasswordErrors(flow, 'password', { policy: config.password, username }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const relationship = values('relationship') === 'other' ? 'other' : 'self';
  return { input: { relationship, username, password: values('password') } };
}

/** Which field a refusal of the second step is about. */
export function refusedAccount(error: PortalError, { password }: PortalConfig): FieldErrors | undefined {
  switch (error.code) {
    case 'email_invalid':
      return { username: { says: (words) => words.username.invalid } };
    case 'email_taken':
      return { username: { says: (words) => words.username.taken } };
    case 'password_policy':
      return { password: policyError(password, error.fields?.password?.failed ?? []) };
    default:
      return undefined;
  }
}
