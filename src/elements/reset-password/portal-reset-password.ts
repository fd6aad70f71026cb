import { PortalElement } from '../portal-element.js';
import { html, nothing, type TemplateResult } from 'lit';
import { forget, fromAddress } from '../../adapter/page-state.js';
import { trimmed } from '../../contract/fields/text.js';
import type { PortalError } from '../../contract/portal-error.js';
import type { AlertContent } from '../../forms/alert.js';
import { FlowController, type FormValues } from '../../forms/flow-controller.js';
import { form, textButton } from '../../forms/form.js';
import { pageHref } from '../../forms/links.js';
import { newPasswordErrors, newPasswordFields, policyError, type PasswordRules } from '../../forms/new-password.js';
import type { Portal } from '../../forms/portal.js';
import { passwordOwner, usernameField } from '../../forms/username-field.js';
import '../../locale/en/new-password.js';
import '../../locale/en/reset-password.js';
import { define } from '../define.js';
import { PortalPasswordResetEvent } from '../events.js';
import { property } from '../property.js';
import { createWithCode, usernameError } from '../username-or-code.js';

/** Where recovery is. */
export type ResetStep =
  { step: 'request' } | { step: 'new-password'; token: string } | { step: 'done'; sentTo?: string };

/**
 * Recovers an account: asks for a mailed link, and takes the new password when the person comes back by it.
 *
 * @fires {PortalPasswordResetEvent} portal-password-reset - A new password is set.
 * @fires {PortalStepEvent} portal-step - Another step is shown; `step` says which: `request`, `new-password` or `done`.
 * @fires {PortalErrorEvent} portal-error - An operation has failed; `operation` says which, `code` why.
 */
export class PortalResetPassword extends PortalElement {
  /** Where to go after the log-in that follows; else `?next=` of the page. */
  @property() next: string | undefined;

  readonly #flow = new FlowController<ResetStep>(this, { step: 'request' });
  #typed = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeToken();
  }

  protected override heading(portal: Portal): string {
    return this.#said(portal).heading;
  }

  protected override intro(portal: Portal): string {
    const { intro } = this.#said(portal);
    return typeof intro === 'string' ? intro : intro(this.#typed);
  }

  protected override footer({ config, words }: Portal): unknown {
    const href = pageHref(config.pages.login);
    return href ? html`<a class="portal-link" href=${href}>${words.actions.logIn}</a>` : nothing;
  }

  protected override addressed(): void {
    this.#takeToken();
  }

  protected override renderForm({ words }: Portal): TemplateResult | typeof nothing {
    const flow = this.#flow;
    const { state } = flow;
    if (state.step === 'request') {
      const fields = usernameField({ flow, value: this.#typed, after: createWithCode(flow) });
      return form({ flow, fields, button: words.resetPassword.request.button, send: this.#request });
    }
    if (state.step === 'new-password') {
      // A link says nothing of whose it is; but it may have been asked for here.
      const fields = html`${this.#typed ? passwordOwner(flow, this.#typed) : nothing}
      ${newPasswordFields({ flow, name: 'password', label: words.password.new, rules: this.#rules })}`;
      return form({ flow, fields, button: words.actions.save, send: this.#setPassword, describe: this.#describe });
    }
    return state.sentTo === undefined
      ? nothing
      : html`<div class="portal-form">
          <div class="portal-ways">${textButton(words.resetPassword.sent.again, this.#again)}</div>
        </div>`;
  }

  #said({ words: { resetPassword } }: Portal) {
    const { state } = this.#flow;
    if (state.step === 'request') return resetPassword.request;
    if (state.step === 'new-password') return resetPassword.newPassword;
    return state.sentTo === undefined ? resetPassword.done : resetPassword.sent;
  }

  // Whose account it is isn't known here, so that one rule is the server's to check.
  get #rules(): PasswordRules {
    return { policy: { ...this.portal.config.password, notUsername: false }, username: '' };
  }

  readonly #describe = ({ code }: PortalError): AlertContent | undefined => {
    if (code !== 'token_expired') return undefined;
    const { errors, resetPassword } = this.portal.words;
    return { ...errors.token_expired, ways: [textButton(resetPassword.newLink, this.#again)] };
  };

  readonly #request = async (values: FormValues): Promise<void> => {
    const username = trimmed(values('username'));
    const wrong = usernameError(username, this.#typed);
    this.#typed = username;
    if (wrong) return this.#flow.refuse({ username: wrong });
    if (await this.#flow.run('requestPasswordReset', { username })) this.#flow.go({ step: 'done', sentTo: username });
  };

  readonly #again = (): void => this.#flow.go({ step: 'request' });

  readonly #setPassword = async (values: FormValues): Promise<void> => {
    const { state } = this.#flow;
    if (state.step !== 'new-password') return;
    const errors = newPasswordErrors(this.#flow, 'password', this.#rules);
    if (Object.keys(errors).length > 0) return this.#flow.refuse(errors);

    const input = { token: state.token, password: values('password') };
    const answer = await this.#flow.run('resetPassword', input, ({ code, fields }) => {
      if (code === 'token_expired') forget('reset');
      return code === 'password_policy'
        ? { password: policyError(this.portal.config.password, fields?.password?.failed ?? []) }
        : undefined;
    });
    if (!answer) return;
    forget('reset');
    this.forgetSecrets();
    this.#flow.go({ step: 'done' });
    this.leadTo(answer.step, new PortalPasswordResetEvent(), { next: this.next });
  };

  #takeToken(): void {
    const token = fromAddress('reset');
    if (token) this.#flow.go({ step: 'new-password', token });
  }
}

define('portal-reset-password', PortalResetPassword);

declare global {
  interface HTMLElementTagNameMap {
    'portal-reset-password': PortalResetPassword;
  }
}
