import { PortalElement } from '../portal-element.js';
import { html, nothing, type TemplateResult } from 'lit';
import { forget, fromAddress } from '../../adapter/page-state.js';
import { trimmed } from '../../contract/fields/text.js';
import type { PortalError } from '../../contract/portal-error.js';
import type { Step } from '../../contract/step.js';
import type { AlertContent } from '../../forms/alert.js';
import { whoIsLoggedIn } from '../../forms/ask.js';
import { FlowController, type FormValues } from '../../forms/flow-controller.js';
import { form } from '../../forms/form.js';
import { linkWithCode, pageHref } from '../../forms/links.js';
import type { Portal } from '../../forms/portal.js';
import '../../locale/en/log-in.js';
import '../../locale/en/password.js';
import { define } from '../define.js';
import { destination } from '../destination.js';
import { PortalLoggedInEvent } from '../events.js';
import { property } from '../property.js';
import { usernameError } from '../username-or-code.js';
import { wayOn } from '../way-on.js';
import { passwordFields, usernameFields } from './login-fields.js';

/** Where logging in is. */
export type LoginStep =
  | { step: 'username' }
  | { step: 'password'; username: string }
  | { step: 'confirm'; token: string }
  | { step: 'done'; next: Step };

/**
 * Logs in, in two steps: the user name, then the password. Also takes the mailed confirmation of a new address.
 *
 * @slot alternatives - Other ways to log in, such as buttons for single sign-on.
 * @fires {PortalLoggedInEvent} portal-logged-in - Somebody has logged in.
 * @fires {PortalStepEvent} portal-step - Another step is shown; `step` says which: `username`, `password`, `confirm` (a
 *   new address) or `done`.
 * @fires {PortalErrorEvent} portal-error - An operation has failed; `operation` says which, `code` why.
 */
export class PortalLogin extends PortalElement {
  /** Where to go afterwards; else `?next=` of the page, else the portal's landing page. */
  @property() next: string | undefined;

  /** The user name to start with. */
  @property() username = '';

  readonly #flow = new FlowController<LoginStep>(this, { step: 'username' });
  #typed: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeConfirmation();
  }

  protected override heading({ words: { logIn } }: Portal): string {
    const { step } = this.#flow.state;
    if (step === 'password') return logIn.passwordHeading;
    return step === 'username' ? logIn.heading : logIn[step].heading;
  }

  protected override intro({ config, words: { logIn } }: Portal): string {
    const { step } = this.#flow.state;
    if (step === 'confirm' || step === 'done') return logIn[step].intro;
    return fromAddress('code') ? logIn.introWithCode(config.name) : logIn.intro(config.name);
  }

  protected override footer({ config: { pages }, words: { logIn } }: Portal): unknown {
    const { step } = this.#flow.state;
    if (step !== 'username' && step !== 'password') return nothing;
    const recovery = pageHref(pages.resetPassword);
    return html`${recovery ? html`<a class="portal-link" href=${recovery}>${logIn.forgot}</a>` : nothing}
    ${step === 'username' ? linkWithCode(pages.activate, logIn.newHere) : nothing}`;
  }

  protected override below({ words }: Portal): unknown {
    if (this.#flow.state.step !== 'username' || !this.slotted('alternatives')) return nothing;
    return html`<p class="portal-or">${words.logIn.alternatives}</p>
      <slot name="alternatives"></slot>`;
  }

  protected override opened(portal: Portal): void {
    if (fromAddress('code')) void this.#goOnIfLoggedIn(portal);
  }

  protected override startOver(): void {
    if (this.#flow.state.step !== 'done') return;
    this.#typed = undefined;
    this.#flow.go({ step: 'username' });
  }

  protected override addressed(): void {
    super.addressed();
    this.#takeConfirmation();
  }

  protected override renderForm(portal: Portal): TemplateResult | typeof nothing {
    const { config, words } = portal;
    const flow = this.#flow;
    const { state } = flow;
    const common = { flow, button: words.actions.next, describe: this.#describe };
    switch (state.step) {
      case 'username':
        return form({
          ...common,
          fields: usernameFields(flow, this.#typed ?? this.username),
          send: this.#enterUsername,
        });
      case 'password':
        return form({
          ...common,
          fields: passwordFields(flow, state.username, this.#changeUsername),
          send: this.#logIn,
        });
      case 'confirm':
        return form({ ...common, fields: nothing, button: words.logIn.confirm.button, send: this.#confirmEmail });
      case 'done':
        return wayOn(destination(state.next, { config, next: this.next }), portal, () => this.#goOn(state.next));
    }
  }

  readonly #describe = ({ code }: PortalError): AlertContent | undefined => {
    const { config, words } = this.portal;
    if (code === 'session_required') return words.session.notKept;
    if (code !== 'invalid_credentials') return undefined;
    const href = pageHref(config.pages.resetPassword);
    const way = href ? html`<a class="portal-link" href=${href}>${words.logIn.choosePassword}</a>` : undefined;
    return { ...words.errors.invalid_credentials, ways: [way] };
  };

  readonly #enterUsername = (values: FormValues): void => {
    const username = trimmed(values('username'));
    const wrong = usernameError(username, this.#typed);
    this.#typed = username;
    if (wrong) return this.#flow.refuse({ username: wrong });
    this.#flow.go({ step: 'password', username });
  };

  readonly #changeUsername = (): void => {
    this.#flow.abort();
    this.#flow.go({ step: 'username' });
  };

  readonly #logIn = async (values: FormValues): Promise<void> => {
    const { state } = this.#flow;
    if (state.step !== 'password') return;
    const password = values('password');
    if (!password) return this.#flow.refuse({ password: { says: (words) => words.password.missing } });
    const answer = await this.#flow.run('logIn', { username: state.username, password }, ({ code }) => {
      if (code === 'invalid_credentials') this.forgetSecrets();
      return undefined;
    });
    if (!answer) return;
    this.forgetSecrets();
    this.#goOn(answer.step);
  };

  readonly #confirmEmail = async (): Promise<void> => {
    const { state } = this.#flow;
    if (state.step !== 'confirm') return;
    const { token } = state;
    const back = ({ code }: PortalError): LoginStep | undefined => {
      if (code !== 'token_expired') return undefined;
      forget('confirm');
      return { step: 'username' };
    };
    const answer = await this.#flow.run('confirmEmail', { token }, undefined, { back });
    if (!answer) return;
    forget('confirm');
    this.#flow.go({ step: 'username' });
    this.#flow.tell((words) => words.logIn.confirm.done);
  };

  #takeConfirmation(): void {
    const token = fromAddress('confirm');
    if (token) this.#flow.go({ step: 'confirm', token });
  }

  // The mail's second link, followed by somebody who is logged in: nothing is left to do here.
  async #goOnIfLoggedIn(portal: Portal): Promise<void> {
    const session = await whoIsLoggedIn(portal);
    if (!session || !this.isConnected || this.#flow.pending || this.#typed !== undefined) return;
    // In place of this page: the way back leads to where the person came from.
    this.#goOn(session.step, 'replace');
  }

  #goOn(next: Step, how?: 'replace'): void {
    this.#flow.go({ step: 'done', next });
    this.leadTo(next, new PortalLoggedInEvent(), { next: this.next, code: fromAddress('code') }, how);
  }
}

define('portal-login', PortalLogin);

declare global {
  interface HTMLElementTagNameMap {
    'portal-login': PortalLogin;
  }
}
