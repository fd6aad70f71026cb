import { PortalElement } from '../portal-element.js';
import { html, nothing, type TemplateResult } from 'lit';
import { forget, fromAddress } from '../../adapter/page-state.js';
import { normalizeCode } from '../../contract/fields/activation-code.js';
import type { Input } from '../../contract/operations.js';
import type { PortalError } from '../../contract/portal-error.js';
import { whoIsLoggedIn } from '../../forms/ask.js';
import { codeError } from '../../forms/code-field.js';
import { FlowController } from '../../forms/flow-controller.js';
import { form, textButton } from '../../forms/form.js';
import { KeptValues } from '../../forms/kept-values.js';
import type { Portal } from '../../forms/portal.js';
import type { Method } from '../../forms/proof-fields.js';
import '../../locale/en/activate.js';
import '../../locale/en/no-records.js';
import { define } from '../define.js';
import { PortalActivatedEvent } from '../events.js';
import { linkWithCode } from '../link-with-code.js';
import { property } from '../property.js';
import { NOT_SECRET, accountFields, readAccount, refusedAccount } from './account-fields.js';
import type { ActivationStep } from './activation-step.js';
import { codeFields, readCodeFields } from './code-fields.js';
import { describeRefusal } from './refusals.js';

/**
 * Turns an activation code into an account: asks for the code and for something that proves to be its person, then for a
 * user name and a password; logs in, and leads on.
 *
 * @fires {PortalActivatedEvent} portal-activated - The account exists and is logged in.
 * @fires {PortalStepEvent} portal-step - Another step is shown.
 * @fires {PortalErrorEvent} portal-error - An operation has failed.
 */
export class PortalActivate extends PortalElement {
  /** The activation code to start with; else the one in the page's address. */
  @property() code = '';

  /** Where to go afterwards; else `?next=` of the page, else the portal's landing page. */
  @property() next: string | undefined;

  readonly #flow = new FlowController<ActivationStep>(this, { step: 'enter-code' });
  // For the way back between the steps: all of the first, and of the second all but the password.
  readonly #kept = new KeptValues();
  #method: Method | undefined;

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
    const link = linkWithCode(config.pages.login, words.actions.logIn, this.#codeAtHand);
    if (this.#flow.state.step !== 'enter-code' || link === nothing) return nothing;
    return html`<p class="portal-text">${words.activate.haveAccount} ${link}</p>`;
  }

  protected override opened(portal: Portal): void {
    if (this.#codeAtHand()) void this.#askWhoIsLoggedIn(portal);
  }

  protected override addressed(): void {
    this.#kept.clear();
    this.#flow.abort();
    this.#flow.go({ step: 'enter-code' });
    if (this.ready) this.opened(this.portal);
  }

  protected override forgetSecrets(): void {
    super.forgetSecrets();
    this.#kept.clear();
  }

  protected override renderForm({ config, words }: Portal): TemplateResult | typeof nothing {
    const flow = this.#flow;
    const { state } = flow;
    switch (state.step) {
      case 'enter-code': {
        const fields = codeFields(flow, this.#methodOf(config.verification.methods), this.#value, this.#choose);
        const { next: button } = words.actions;
        return form({ flow, fields, button, send: this.#verify, describe: this.#describe, success: 'notice' });
      }
      case 'logged-in': {
        const { add, other } = words.activate['logged-in'];
        const look = 'portal-button portal-button-primary';
        const link = linkWithCode(config.pages.settings, add, this.#codeAtHand, look);
        return form({ flow, fields: nothing, actions: html`${link} ${textButton(other, this.#logOut)}` });
      }
      case 'create-account': {
        const fields = accountFields(flow, state.invitedEmail, this.#value);
        const { next: button, back } = words.actions;
        const more = textButton(back, this.#back);
        return form({ flow, fields, button, send: this.#createAccount, more, describe: this.#describe });
      }
      case 'done':
        return nothing;
    }
  }

  readonly #codeAtHand = (): string | undefined => {
    const { format } = this.portal.config.code;
    const typed = this.#flow.values('code') || this.#value('code');
    return codeError(typed, format) ? undefined : normalizeCode(typed, format);
  };

  readonly #value = (name: string): string =>
    this.#kept.get(name) ?? (name === 'code' ? this.code || (fromAddress('code') ?? '') : '');

  #methodOf(methods: readonly Method[]): Method {
    return this.#method && methods.includes(this.#method) ? this.#method : methods[0]!;
  }

  readonly #choose = (method: Method): void => {
    this.#method = method;
    this.#flow.clear();
  };

  readonly #describe = (error: PortalError) =>
    describeRefusal(error, {
      portal: this.portal,
      method: this.#methodOf(this.portal.config.verification.methods),
      username: this.#value('username'),
      code: this.#codeAtHand,
      renew: this.#renew,
    });

  #readCode(): Input<'verifyCode'> | undefined {
    this.#kept.keep(this.#flow.form, /./);
    const read = readCodeFields(this.#flow, this.#methodOf(this.portal.config.verification.methods));
    if ('input' in read) return read.input;
    this.#flow.refuse(read.errors);
    return undefined;
  }

  readonly #verify = async (): Promise<void> => {
    const input = this.#readCode();
    if (!input) return;
    const answer = await this.#flow.run('verifyCode', input, ({ reason }) => void (reason && forget('code')));
    if (answer) this.#flow.go(answer);
  };

  readonly #renew = async (): Promise<void> => {
    const input = this.#readCode();
    const answer = input && (await this.#flow.run('renewCode', input, undefined, { again: this.#renew }));
    if (answer) this.#flow.tell((words) => words.activate.noRecords.renewed);
  };

  readonly #createAccount = async (): Promise<void> => {
    const { state } = this.#flow;
    if (state.step !== 'create-account') return;
    this.#kept.keep(this.#flow.form, NOT_SECRET);
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
    this.forgetSecrets();
    this.#flow.go({ step: 'done' });
    this.leadTo(answer.step, new PortalActivatedEvent(), { next: this.next });
  };

  readonly #back = (): void => {
    this.#kept.keep(this.#flow.form, NOT_SECRET);
    this.#flow.abort();
    this.#flow.go({ step: 'enter-code' });
  };

  async #askWhoIsLoggedIn(portal: Portal): Promise<void> {
    const session = await whoIsLoggedIn(portal);
    const begun = this.#flow.pending || this.#flow.state.step !== 'enter-code' || !this.#kept.empty;
    if (!session || begun || !this.isConnected) return;
    this.#kept.keep(this.#flow.form, /./);
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
