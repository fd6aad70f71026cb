import { PortalElement } from '../portal-element.js';
import { html, nothing, type TemplateResult } from 'lit';
import { forget } from '../../adapter/page-state.js';
import type { PortalError } from '../../contract/portal-error.js';
import type { Step } from '../../contract/step.js';
import { whoIsLoggedIn } from '../../forms/ask.js';
import { CodeStep } from '../../forms/code-step.js';
import { FlowController } from '../../forms/flow-controller.js';
import { form, textButton } from '../../forms/form.js';
import { KeptValues } from '../../forms/kept-values.js';
import { linkWithCode } from '../../forms/links.js';
import type { Portal } from '../../forms/portal.js';
import '../../locale/en/activate.js';
import '../../locale/en/no-records.js';
import { define } from '../define.js';
import { destination } from '../destination.js';
import { PortalActivatedEvent } from '../events.js';
import { property } from '../property.js';
import { wayOn } from '../way-on.js';
import { NOT_SECRET, accountFields, readAccount, refusedAccount } from './account-fields.js';
import type { ActivationStep } from './activation-step.js';
import { describeRefusal } from './refusals.js';

/**
 * Turns an activation code into an account: asks for the code and for something that proves to be its person, then for a
 * user name and a password; logs in, and leads on.
 *
 * @fires {PortalActivatedEvent} portal-activated - The account exists and is logged in.
 * @fires {PortalStepEvent} portal-step - Another step is shown; `step` says which: `enter-code`, `create-account`,
 *   `logged-in` (somebody is logged in already) or `done`.
 * @fires {PortalErrorEvent} portal-error - An operation has failed; `operation` says which, `code` why.
 */
export class PortalActivate extends PortalElement {
  /** The activation code to start with; else the one in the page's address. */
  @property() code = '';

  /** Where to go afterwards; else `?next=` of the page, else the portal's landing page. */
  @property() next: string | undefined;

  readonly #flow = new FlowController<ActivationStep>(this, { step: 'enter-code' });
  readonly #code = new CodeStep(
    this.#flow,
    () => this.code,
    () => this.portal.config.verification.methods,
  );
  // Of the second step all but the password, for the way back to it.
  readonly #account = new KeptValues();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#code.restore();
  }

  protected override heading({ words }: Portal): string {
    return words.activate[this.#flow.state.step].heading;
  }

  protected override intro({ config, words }: Portal): string {
    const { state } = this.#flow;
    return words.activate[state.step].intro(config.name, state.step === 'logged-in' ? state.username : '');
  }

  protected override step(): [number, number] | undefined {
    const { step } = this.#flow.state;
    return step === 'enter-code' ? [1, 2] : step === 'create-account' ? [2, 2] : undefined;
  }

  protected override footer({ config, words }: Portal): unknown {
    const link = linkWithCode(config.pages.login, words.actions.logIn, this.#code.code);
    if (this.#flow.state.step !== 'enter-code' || link === nothing) return nothing;
    return html`<p class="portal-text">${words.activate.haveAccount} ${link}</p>`;
  }

  protected override opened(portal: Portal): void {
    if (this.#code.code()) void this.#askWhoIsLoggedIn(portal);
  }

  protected override startOver(): void {
    const { step } = this.#flow.state;
    if (step === 'logged-in' || step === 'done') this.#flow.go({ step: 'enter-code' });
  }

  protected override addressed(): void {
    this.#code.kept.clear();
    this.#account.clear();
    this.#flow.abort();
    this.#flow.go({ step: 'enter-code' });
    if (this.ready) this.opened(this.portal);
  }

  protected override forgetSecrets(): void {
    super.forgetSecrets();
    this.#code.kept.clear();
  }

  protected override renderForm(portal: Portal): TemplateResult | typeof nothing {
    const { config, words } = portal;
    const flow = this.#flow;
    const { state } = flow;
    switch (state.step) {
      case 'enter-code': {
        const fields = this.#code.fields();
        const { next: button } = words.actions;
        return form({ flow, fields, button, send: this.#verify, describe: this.#describe, success: 'notice' });
      }
      case 'logged-in': {
        const { add, other } = words.activate['logged-in'];
        const look = 'portal-button portal-button-primary';
        const link = linkWithCode(config.pages.settings, add, this.#code.code, look);
        return form({ flow, fields: nothing, actions: html`${link} ${textButton(other, this.#logOut)}` });
      }
      case 'create-account': {
        const fields = accountFields(flow, state.invitedEmail, this.#typed);
        const { next: button, back } = words.actions;
        const more = textButton(back, this.#back);
        return form({ flow, fields, button, send: this.#createAccount, more, describe: this.#describe });
      }
      case 'done':
        return wayOn(destination(state.next, { config, next: this.next }), portal, () => this.#goOn(state.next));
    }
  }

  readonly #typed = (name: string): string => this.#account.get(name) ?? '';

  readonly #describe = (error: PortalError) =>
    describeRefusal(error, {
      portal: this.portal,
      method: this.#code.method,
      username: this.#typed('username'),
      code: this.#code.code,
      renew: this.#renew,
    });

  readonly #verify = async (): Promise<void> => {
    const input = this.#code.read();
    if (!input) return;
    const answer = await this.#flow.run('verifyCode', input, ({ reason }) => void (reason && forget('code')));
    if (answer) this.#flow.go(answer);
  };

  readonly #renew = async (): Promise<void> => {
    const input = this.#code.read();
    const answer = input && (await this.#flow.run('renewCode', input, undefined, { again: this.#renew }));
    if (answer) this.#flow.tell((words) => words.activate.noRecords.renewed);
  };

  readonly #createAccount = async (): Promise<void> => {
    const { state } = this.#flow;
    if (state.step !== 'create-account') return;
    this.#account.keep(this.#flow.form, NOT_SECRET);
    const account = readAccount(this.#flow);
    if ('errors' in account) return this.#flow.refuse(account.errors);

    const answer = await this.#flow.run(
      'createAccount',
      { ticket: state.ticket, ...account.input },
      (error) => refusedAccount(error, this.portal.config),
      { back: ({ code }) => (code === 'ticket_expired' ? { step: 'enter-code' } : undefined) },
    );
    if (!answer) return;
    forget('code');
    this.code = '';
    this.forgetSecrets();
    this.#account.clear();
    this.#flow.go({ step: 'done', next: answer.step });
    this.#goOn(answer.step);
  };

  #goOn(step: Step): void {
    this.leadTo(step, new PortalActivatedEvent(), { next: this.next });
  }

  readonly #back = (): void => {
    this.#account.keep(this.#flow.form, NOT_SECRET);
    this.#flow.abort();
    this.#flow.go({ step: 'enter-code' });
  };

  async #askWhoIsLoggedIn(portal: Portal): Promise<void> {
    const session = await whoIsLoggedIn(portal);
    const begun = this.#flow.pending || this.#flow.state.step !== 'enter-code' || !this.#code.kept.empty;
    if (!session || begun || !this.isConnected) return;
    this.#code.keep();
    this.#flow.go({ step: 'logged-in', username: session.account.username });
  }

  readonly #logOut = async (): Promise<void> => {
    const done = await this.#flow.run('logOut', {}, undefined, { again: this.#logOut });
    if (done) this.#flow.go({ step: 'enter-code' });
  };
}

define('portal-activate', PortalActivate);

declare global {
  interface HTMLElementTagNameMap {
    'portal-activate': PortalActivate;
  }
}
