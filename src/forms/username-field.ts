import { html, type TemplateResult } from 'lit';
import '../locale/en/username.js';
import type { FlowController } from './flow-controller.js';
import { textField, type TextParts } from './text-field.js';

/** The field for a user name, alike in every form, so that password managers know it again. */
export function usernameField(parts: Pick<TextParts, 'flow' | 'value' | 'hint' | 'after'>): TemplateResult {
  const { config, words } = parts.flow.portal;
  return textField({
    ...parts,
    name: 'username',
    label: words.username.label,
    autocomplete: 'username',
    // Of the type `email` some browsers rewrite what was typed.
    inputmode: config.username === 'email' ? 'email' : 'text',
    ltr: true,
  });
}

/**
 * The user name in a form that asks for a password alone: without one a manager saves the password for nobody. It isn't
 * `hidden`, since managers don't read what is.
 */
export const passwordOwner = ({ portal: { words } }: FlowController, username: string): TemplateResult =>
  html`<input
    class="portal-visually-hidden"
    name="username"
    autocomplete="username"
    aria-label=${words.username.label}
    .value=${username}
    readonly
    tabindex="-1"
  />`;
