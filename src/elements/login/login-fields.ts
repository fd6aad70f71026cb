import { html, type TemplateResult } from 'lit';
import { field } from '../../forms/field.js';
import type { FlowController } from '../../forms/flow-controller.js';
import { named, textButton } from '../../forms/form.js';
import { passwordField } from '../../forms/password-field.js';
import { textControl } from '../../forms/text-field.js';
import { usernameField } from '../../forms/username-field.js';
import '../../locale/en/password.js';
import '../../locale/en/username.js';
import { createWithCode } from '../username-or-code.js';

/** The field of the first step. */
export const usernameFields = (flow: FlowController, username: string): TemplateResult =>
  usernameField({ flow, value: username, after: createWithCode(flow) });

/** The fields of the second step. The user name stays in sight, and where password managers look for it. */
export function passwordFields(flow: FlowController, username: string, change: () => void): TemplateResult {
  const { actions, password, username: say } = flow.portal.words;
  const shown = { flow, name: 'username', label: say.label };
  const control = html`<div class="portal-with-button">
    ${textControl({
      ...shown,
      autocomplete: 'username',
      className: 'portal-input-plain',
      ltr: true,
      readonly: true,
      value: username,
    })}
    ${textButton(named(actions.change, actions.of(say.label)), change)}
  </div>`;
  return html`${field(shown, control)}
  ${passwordField({ flow, name: 'password', label: password.label, autocomplete: 'current-password' })}`;
}
