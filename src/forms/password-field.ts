import { html, nothing, type TemplateResult } from 'lit';
import { activeRules, failedRules, type PasswordPolicy, type PasswordRule } from '../contract/fields/password.js';
import type { Messages } from '../locale/messages.js';
import { controlId, field, type FieldParts } from './field.js';
import type { FieldError, FlowController } from './flow-controller.js';
import { named } from './form.js';
import { doneIcon, openIcon } from './icons.js';
import { textControl } from './text-field.js';

/** A field for a password. */
export interface PasswordParts extends FieldParts {
  autocomplete: 'current-password' | 'new-password';
  /** Shows the rules and ticks them; for a new password. */
  rules?: { policy: PasswordPolicy; username: string };
}

function rule(words: Messages, policy: PasswordPolicy, name: PasswordRule): string {
  const { rules } = words.password;
  if (name === 'length') return rules.length(policy.minLength);
  if (name !== 'special') return rules[name];
  const known = ['!', '#', '%'].filter((character) => policy.special.includes(character));
  return rules.special(known.length > 0 ? known : [...policy.special].slice(0, 3));
}

/** What is wrong with a new password, if anything. */
export function passwordError(typed: string, policy: PasswordPolicy, username: string): FieldError | undefined {
  if (!typed) return { says: (words) => words.password.missingNew };
  if ([...typed].length > policy.maxLength) return { says: (words) => words.password.tooLong(policy.maxLength) };
  const failed = failedRules(typed, policy, username);
  return failed.length > 0 ? policyError(policy, failed) : undefined;
}

/** Says which rules a backend found unmet. */
export const policyError = (policy: PasswordPolicy, failed: readonly string[]): FieldError => ({
  says: (words) => {
    const known = failed.filter((name): name is PasswordRule => name in words.password.rules);
    return words.password.failed(known.map((name) => rule(words, policy, name)));
  },
});

function rules(
  flow: FlowController,
  name: string,
  { policy, username }: NonNullable<PasswordParts['rules']>,
): TemplateResult {
  const { words } = flow.portal;
  const typed = flow.values(name);
  const failed = typed ? failedRules(typed, policy, username) : activeRules(policy);
  const active = activeRules(policy);
  // Before anything is typed even "not the same" is open; on the server's own rule nobody here can tell.
  const line = (each: PasswordRule, met: boolean): TemplateResult =>
    html`<li class="portal-rule ${met ? 'portal-rule-met' : ''}">
      ${met ? doneIcon : openIcon}<span
        >${rule(words, policy, each)}<span class="portal-visually-hidden"
          >${met ? words.password.met : words.password.open}</span
        ></span
      >
    </li>`;
  const untold = policy.common
    ? html`<li class="portal-rule">${openIcon}<span>${rule(words, policy, 'common')}</span></li>`
    : nothing;
  return html`<ul class="portal-rules" id="${controlId(flow, name)}-rules" aria-label=${words.password.rulesTitle}>
      ${active.map((each) => line(each, !failed.includes(each)))}${untold}
    </ul>
    <p class="portal-visually-hidden" role="status">${
      typed ? words.password.metOf(active.length - failed.length, active.length) : nothing
    }</p>`;
}

/** A password with a button that shows it, the rules where it is new, and a word about Caps Lock. */
export function passwordField(parts: PasswordParts): TemplateResult {
  const { flow, name, label } = parts;
  const { password: say } = flow.portal.words;
  const id = controlId(flow, name);
  const shown = flow.has(`shown ${name}`);
  // Managers send key events that lack what a keyboard's have.
  const capsLock = (event: KeyboardEvent): void =>
    flow.mark(`caps ${name}`, event.getModifierState?.('CapsLock') ?? false);
  const control = html`<div
      class="portal-with-button"
      @keydown=${capsLock}
      @keyup=${capsLock}
      @focusout=${() => flow.mark(`caps ${name}`, false)}
    >
      ${textControl({
        ...parts,
        type: shown ? 'text' : 'password',
        ltr: true,
        secret: true,
        describedBy: parts.rules ? [`${id}-rules`] : [],
      })}
      <button
        class="portal-button portal-button-text"
        type="button"
        aria-controls=${id}
        @click=${() => flow.mark(`shown ${name}`, !shown)}
      >
        ${named(shown ? say.hide : say.show, say.of(label))}
      </button>
    </div>
    <p class=${flow.has(`caps ${name}`) ? 'portal-hint' : 'portal-visually-hidden'} role="status">${
      flow.has(`caps ${name}`) ? say.capsLock : nothing
    }</p>`;
  return field(parts, control, parts.rules ? rules(flow, name, parts.rules) : nothing);
}
