import { html, nothing, type TemplateResult } from 'lit';
import {
  activeRules,
  failedRules,
  normalizePassword,
  type PasswordPolicy,
  type PasswordRule,
} from '../contract/fields/password.js';
import { codePoints } from '../contract/fields/text.js';
import '../locale/en/new-password.js';
import type { Messages } from '../locale/messages.js';
import { controlId, type FieldParts } from './field.js';
import type { FieldError, FieldErrors, FlowController } from './flow-controller.js';
import { doneIcon, openIcon } from './icons.js';
import { passwordField } from './password-field.js';

/** What a new password is held to. */
export interface PasswordRules {
  policy: PasswordPolicy;
  username: string;
}

function rule(words: Messages, policy: PasswordPolicy, name: PasswordRule, special: string[]): string {
  const { rules } = words.password;
  if (name === 'length') return rules.length(policy.minLength, policy.maxLength);
  return name === 'special' ? rules.special(special) : rules[name];
}

/** Some of the characters that count: all of them are too many to hear each time one comes to the field. */
function examples({ special }: PasswordPolicy): string[] {
  const known = ['!', '#', '%'].filter((character) => special.includes(character));
  return known.length > 0 ? known : [...special].slice(0, 3);
}

/** The policy in the words of `passwordrules`, by which a manager makes up a password that will be taken. */
function generatorRules({ minLength, maxLength, digit, special }: PasswordPolicy): string {
  // Of a set it reads ASCII alone, with the hyphen in front and the bracket at the end.
  const set = [...special].filter((character) => /[!-~]/.test(character) && !/[-\]]/.test(character)).join('');
  const named = (special.includes('-') ? '-' : '') + set + (special.includes(']') ? ']' : '');
  return [
    `minlength: ${minLength}`,
    `maxlength: ${maxLength}`,
    ...['lower', 'upper', 'digit'].map((kind) => `${kind === 'digit' && digit ? 'required' : 'allowed'}: ${kind}`),
    ...(named ? [`required: [${named}]`] : []),
  ].join('; ');
}

/** What is wrong with a new password, if anything. */
export function passwordError(typed: string, policy: PasswordPolicy, username: string): FieldError | undefined {
  if (!typed) return { says: (words) => words.password.missingNew };
  if (codePoints(normalizePassword(typed)) > policy.maxLength)
    return { says: (words) => words.password.tooLong(policy.maxLength) };
  const failed = failedRules(typed, policy, username);
  return failed.length > 0 ? policyError(policy, failed) : undefined;
}

/** Says which rules a backend found unmet. */
export const policyError = (policy: PasswordPolicy, failed: readonly string[]): FieldError => ({
  says: (words) => {
    const known = failed.filter((name): name is PasswordRule => name in words.password.rules);
    // Not every backend says which.
    if (known.length === 0) return words.errors.password_policy.title;
    // Whoever took another character for one that counts has to learn which do.
    return words.password.failed(known.map((name) => rule(words, policy, name, [...policy.special])));
  },
  about: failed.includes('not_username') ? ['username'] : [],
});

/** What is wrong with a new password as it was typed, or with its repetition where the portal wants one. */
export function newPasswordErrors(flow: FlowController, name: string, held: PasswordRules): FieldErrors {
  const typed = flow.values(name);
  const wrong = passwordError(typed, held.policy, held.username);
  if (wrong) return { [name]: wrong };
  const again = flow.portal.config.confirmPassword ? flow.values('confirm') : typed;
  if (again === typed) return {};
  return {
    confirm: again
      ? { says: (words) => words.password.mismatch, about: [name] }
      : { says: (words) => words.password.missingConfirm },
  };
}

function rules(flow: FlowController, name: string, { policy, username }: PasswordRules): TemplateResult {
  const { words } = flow.portal;
  const typed = flow.values(name);
  const failed = typed ? failedRules(typed, policy, username) : activeRules(policy);
  const active = activeRules(policy);
  // Before anything is typed even "not the same" is open; on the server's own rule nobody here can tell.
  const line = (each: PasswordRule, met: boolean): TemplateResult =>
    html`<li class="portal-rule ${met ? 'portal-rule-met' : ''}">
      ${met ? doneIcon : openIcon}<span
        >${rule(words, policy, each, examples(policy))}<span class="portal-visually-hidden"
          >${met ? words.password.met : words.password.open}</span
        ></span
      >
    </li>`;
  const untold = policy.common
    ? html`<li class="portal-rule">${openIcon}<span>${words.password.rules.common}</span></li>`
    : nothing;
  // A list with a name of its own would describe the field by that name alone.
  return html`<p class="portal-visually-hidden" id="${controlId(flow, name)}-needs">${words.password.rulesTitle}</p>
    <ul class="portal-rules" id="${controlId(flow, name)}-rules" role="list">
      ${active.map((each) => line(each, !failed.includes(each)))}${untold}
    </ul>
    <p class="portal-visually-hidden" role="status">${
      typed ? words.password.metOf(active.length - failed.length, active.length) : nothing
    }</p>`;
}

/** A new password, twice where the portal wants that: its rules are shown, and ticked while it is typed. */
export function newPasswordFields({ rules: held, ...parts }: FieldParts & { rules: PasswordRules }): TemplateResult {
  const { flow, name } = parts;
  const { config, words } = flow.portal;
  const id = controlId(flow, name);
  const autocomplete = 'new-password';
  return html`${passwordField(
    {
      ...parts,
      autocomplete,
      describedBy: [`${id}-needs`, `${id}-rules`],
      minLength: held.policy.minLength,
      passwordRules: generatorRules(held.policy),
    },
    rules(flow, name, held),
  )}
  ${config.confirmPassword ? passwordField({ flow, name: 'confirm', label: words.password.confirm, autocomplete }) : nothing}`;
}
