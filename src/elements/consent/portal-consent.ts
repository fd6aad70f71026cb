import { PortalElement } from '../portal-element.js';
import { css, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fromAddress } from '../../adapter/page-state.js';
import type { OperationName } from '../../contract/operations.js';
import { PortalError, type PortalErrorCode } from '../../contract/portal-error.js';
import type { Step } from '../../contract/step.js';
import { FlowController } from '../../forms/flow-controller.js';
import { form, submitButton } from '../../forms/form.js';
import { goTo } from '../../forms/links.js';
import type { Portal } from '../../forms/portal.js';
import { onSession } from '../../forms/session-events.js';
import '../../locale/en/consent.js';
import { shellStyles } from '../../styles/shell-styles.js';
import '../../styles/wide-styles.js';
import { define } from '../define.js';
import { destination } from '../destination.js';
import { PortalConsentsCompletedEvent, PortalErrorEvent, type PortalLoggedOutEvent } from '../events.js';
import { property } from '../property.js';
import { wayOn } from '../way-on.js';
import { ConsentActs, type ConsentStep } from './consent-acts.js';
import { consentDocument } from './consent-document.js';
import { comesAgain, consentList } from './consent-list.js';
import { nextBeyond } from './next-beyond.js';

/**
 * Lists the consents that are still to be answered, shows each, and takes the answers.
 *
 * It goes on by itself once nothing is left, and by a button where only optional ones are. Without a session it leads to
 * the log-in page. What was filled in is kept in this tab until it is answered, also across a log-in in between.
 *
 * `?consent=` in the address of the page names the document to begin with. It may be one that was declined or withdrawn:
 * so the settings lead to it, for another answer.
 *
 * @fires {PortalConsentsCompletedEvent} portal-consents-completed - No required consent is left; canceling it stays here.
 * @fires {PortalStepEvent} portal-step - Another step is shown; `step` says which: `list`, `document` or `done`.
 * @fires {PortalErrorEvent} portal-error - An operation has failed; canceling it keeps the alert away, and without a
 *   session the way to the log-in page.
 * @cssproperty [--portal-max-inline-size=28rem] - How wide it may grow; a document may have 65ch unless this is set.
 */
export class PortalConsent extends PortalElement {
  static override styles = css`
    ${shellStyles}
    [part='base'].reading {
      max-inline-size: var(--portal-max-inline-size, 65ch);
    }
  `;

  /** Where to go afterwards; else `?next=` of the page, else the portal's landing page. */
  @property() next: string | undefined;

  readonly #flow = new FlowController<ConsentStep>(this, { step: 'list' });
  readonly #acts = new ConsentActs(this.#flow, (step) => this.#goOn(step));
  #loaded = false;

  constructor() {
    super();
    this.addEventListener('input', this.#acts.keep);
    onSession(this, this.#loggedIn, this.#loggedOut);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.ready) return;
    const { state } = this.#flow;
    const reading = state.step === 'document';
    this.renderRoot.querySelector('[part="base"]')?.classList.toggle('reading', reading);
    // The heading is the document's title, in the document's language.
    const title = this.renderRoot.querySelector('[part="heading"]');
    if (reading) title?.setAttribute('lang', state.document.language);
    else title?.removeAttribute('lang');
    void this.#acts.speak(this.portal);
  }

  protected override heading({ words: { consent } }: Portal): string {
    const { state } = this.#flow;
    if (state.step === 'document') return state.document.title;
    return state.step === 'list' ? consent.heading : consent[state.left ? 'left' : 'done'].heading;
  }

  protected override intro({ config, words: { consent } }: Portal): string | undefined {
    const { state } = this.#flow;
    if (state.step === 'document') return undefined;
    if (state.step === 'done') return consent[state.left && comesAgain(config) ? 'left' : 'done'].intro;
    return state.pending?.some(({ required }) => required)
      ? consent.introRequired(config.name)
      : consent.intro(config.name);
  }

  protected override footer(): unknown {
    return nothing;
  }

  protected override opened(): void {
    // After Back it may be somebody else. What the same person had begun is there when they open it.
    this.#flow.go({ step: 'list' });
    void this.#load();
  }

  protected override get loading(): boolean {
    return !this.#loaded && this.#flow.state.step === 'list';
  }

  protected override renderForm(portal: Portal): TemplateResult | typeof nothing {
    const { config, words } = portal;
    const flow = this.#flow;
    const { state } = flow;
    const button = words.consent.continue;
    switch (state.step) {
      case 'list': {
        const optional = state.pending?.every(({ required }) => !required);
        const fields = consentList(flow, state.pending, this.#acts.open);
        return form({
          flow,
          fields,
          button,
          actions: optional ? submitButton(flow, button) : nothing,
          send: this.#acts.goOn,
        });
      }
      case 'document':
        return consentDocument({ flow, document: state.document, outdated: state.outdated, acts: this.#acts });
      case 'done':
        return wayOn(destination('landing', { config, next: this.#next }), portal, () => this.#goOn('landing'));
    }
  }

  /** @internal */
  override operationFailed(code: PortalErrorCode, operation: OperationName): boolean {
    if (code !== 'session_required' || operation !== 'listConsents') return super.operationFailed(code, operation);
    const here = location.pathname + location.search;
    const login = destination('log-in', { config: this.portal.config, next: here, code: fromAddress('code') });
    if (!login) return super.operationFailed(code, operation);
    // Nothing can be shown without a session; the page may have something better to do than to log in. Back leads past
    // here: it would only lead on once more, and without the code.
    if (this.dispatchEvent(new PortalErrorEvent(code, operation))) goTo(login, 'replace');
    return false;
  }

  async #load(): Promise<void> {
    await this.#acts.load();
    this.#loaded = true;
    this.requestUpdate();
  }

  get #next(): string | undefined {
    return nextBeyond(this.next, this.portal.config.pages.landing);
  }

  #goOn(step: Step): void {
    this.leadTo(step, new PortalConsentsCompletedEvent(), { next: this.#next, code: fromAddress('code') });
  }

  readonly #loggedIn = (): void => {
    if (this.ready) this.opened();
  };

  readonly #loggedOut = ({ reason }: PortalLoggedOutEvent): void => {
    // Where the server has ended it, what was filled in stays in sight.
    if (reason === 'ended') return;
    this.#flow.abort();
    this.#flow.go({ step: 'list' });
    this.#flow.fail(new PortalError('session_required'));
  };
}

define('portal-consent', PortalConsent);

declare global {
  interface HTMLElementTagNameMap {
    'portal-consent': PortalConsent;
  }
}
