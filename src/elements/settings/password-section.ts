import { html, type TemplateResult } from 'lit';
import type { PortalError } from '../../contract/portal-error.js';
import { FlowController, type FieldErrors, type FormValues } from '../../forms/flow-controller.js';
import { newPasswordErrors, newPasswordFields, policyError, type PasswordRules } from '../../forms/new-password.js';
import { passwordField } from '../../forms/password-field.js';
import { emptySecrets } from '../../forms/secrets.js';
import { passwordOwner } from '../../forms/username-field.js';
import '../../locale/en/new-password.js';
import '../../locale/en/password.js';
import '../../locale/en/settings.js';
import { section, sectionForm } from './section.js';
import type { SettingsHost } from './settings-host.js';

/** A new password in place of the current one. */
export class PasswordSection {
  readonly #host: SettingsHost;
  readonly #flow: FlowController;
  readonly #changed: () => void;

  /** @param changed called once all other sessions have ended */
  constructor(host: SettingsHost, changed: () => void) {
    this.#host = host;
    this.#flow = new FlowController(host, { step: 'password' });
    this.#changed = changed;
  }

  render(): TemplateResult {
    const { headingLevel, portal } = this.#host;
    const { settings, actions } = portal.words;
    const flow = this.#flow;
    return section({
      id: flow.id,
      level: headingLevel + 1,
      heading: settings.password.heading,
      hint: settings.password.hint,
      content: sectionForm({ flow, fields: this.#fields(), button: actions.save, send: this.#save }),
    });
  }

  #fields(): TemplateResult {
    const { account, portal } = this.#host;
    const { password: say } = portal.words;
    const flow = this.#flow;
    return html`${passwordOwner(flow, account.username)}
      ${passwordField({ flow, name: 'currentPassword', label: say.current, autocomplete: 'current-password' })}
      ${newPasswordFields({ flow, name: 'newPassword', label: say.new, rules: this.#rules })}`;
  }

  get #rules(): PasswordRules {
    const { account, portal } = this.#host;
    return { policy: portal.config.password, username: account.username };
  }

  readonly #save = async (values: FormValues): Promise<void> => {
    const errors: FieldErrors = {
      ...(!values('currentPassword') && { currentPassword: { says: (words) => words.settings.password.missing } }),
      ...newPasswordErrors(this.#flow, 'newPassword', this.#rules),
    };
    if (Object.keys(errors).length > 0) return this.#flow.refuse(errors);
    const input = { currentPassword: values('currentPassword'), newPassword: values('newPassword') };
    if (!(await this.#flow.run('changePassword', input, this.#explain))) return;
    emptySecrets(this.#flow.form);
    this.#flow.tell((words) => words.settings.password.saved);
    this.#host.saved('password');
    this.#changed();
  };

  readonly #explain = ({ code, fields }: PortalError): FieldErrors | undefined => {
    if (code === 'invalid_credentials') return { currentPassword: { says: (words) => words.password.wrong } };
    if (code !== 'password_policy') return undefined;
    return { newPassword: policyError(this.#host.portal.config.password, fields?.newPassword?.failed ?? []) };
  };
}
