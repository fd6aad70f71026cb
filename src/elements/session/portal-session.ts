import { PortalElement } from '../portal-element.js';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { onActivity, type ActivityListener } from '../../adapter/activity.js';
import { fromAddress } from '../../adapter/page-state.js';
import { resolveNext } from '../../adapter/resolve-next.js';
import type { PortalError } from '../../contract/portal-error.js';
import { ask } from '../../forms/ask.js';
import { FlowController } from '../../forms/flow-controller.js';
import { form, submitButton } from '../../forms/form.js';
import { goTo, hrefAndBack, pageHref, withCode } from '../../forms/links.js';
import type { Portal } from '../../forms/portal.js';
import { dropAll } from '../../forms/tab-storage.js';
import { framelessStyles } from '../../styles/settings-styles.js';
import { shellStyles } from '../../styles/shell-styles.js';
import '../../styles/wide-styles.js';
import { define } from '../define.js';
import { PortalLoggedOutEvent, type LogOutReason } from '../events.js';
import { property } from '../property.js';
import { IdleController } from './idle-controller.js';
import { idleDialog } from './idle-dialog.js';

// How long a page that was left alone waits for the server before it goes.
const PARTING_MS = 2_000;

/**
 * Knows whether somebody is logged in: shows one of two slots, logs out, and warns a minute before the session ends for
 * want of use, in this tab and all others. What is used is told by the other tags; this one never asks by itself.
 *
 * A session that was left alone too long, or was logged out in another tab, leads to the log-in page. One that the server
 * has ended stays on the page, where the tag that was refused says so.
 *
 * @slot logged-in - Shown while somebody is logged in; when it is empty, there is a "Log out" button.
 * @slot logged-out - Shown while nobody is.
 * @csspart base - All of it; it looks as the page around does.
 * @csspart body - Around the button.
 * @fires {PortalLoggedOutEvent} portal-logged-out - The session has ended; `reason` says why: `requested`, `idle` (left
 *   alone too long) or `ended` (by the server, or in another tab).
 * @fires {PortalErrorEvent} portal-error - An operation has failed; `operation` says which, `code` why.
 */
export class PortalSession extends PortalElement {
  static override styles = css`
    ${shellStyles} ${framelessStyles}
    slot[hidden] {
      display: none;
    }
    /* What stands in the slots is the page's, and looks as it does around. */
    [part='base'] {
      all: unset;
      display: block;
    }
    :host(:state(plain-page)) [part='base'] {
      font-family: inherit;
    }
  `;

  /** Where to go once logged out; else the portal's log-in page. */
  @property() next: string | undefined;

  /** @internal */
  readonly idle = new IdleController(this, () => void this.#idleOver());

  readonly #flow = new FlowController(this, { step: 'session' });
  readonly #warning = new FlowController(this, { step: 'warning' });
  #state: 'unknown' | 'in' | 'out' = 'unknown';
  #reading = false;
  #wanted = false;
  #stopListening: (() => void) | undefined;

  /** Ends the session, then goes on to `next`. */
  async logOut(): Promise<void> {
    if (!this.ready) {
      this.#wanted = true;
      return;
    }
    const flow = this.idle.left === undefined ? this.#flow : this.#warning;
    if (!(await flow.run('logOut', {}, undefined, { again: () => this.logOut() }))) return;
    this.#end('requested', resolveNext(this.next) ?? pageHref(this.portal.config.pages.login));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = onActivity(this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  protected override opened(): void {
    if (!this.#wanted) return void this.#read();
    this.#wanted = false;
    void this.logOut();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.querySelector<HTMLDialogElement>(':scope > .portal-root > dialog');
    const warn = this.idle.left !== undefined;
    if (!dialog || dialog.open === warn) return;
    if (!warn) return dialog.close();
    // Else the heading would have the focus first.
    dialog.querySelector('button')?.setAttribute('autofocus', '');
    dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<div part="base">
      <slot name="logged-in" ?hidden=${this.#state !== 'in'}></slot>
      <slot name="logged-out" ?hidden=${this.#state !== 'out'}></slot>
      <div part="body"><slot name="portal-form"></slot></div>
    </div>`;
  }

  protected override renderForm({ words }: Portal): unknown {
    if (this.#state !== 'in') return nothing;
    const flow = this.#flow;
    const { logOut: button } = words.actions;
    const actions = this.slotted('logged-in') ? nothing : submitButton(flow, button, 'portal-button');
    return html`${form({ flow, fields: nothing, button, actions, send: () => this.logOut() })}
    ${idleDialog({
      flow: this.#warning,
      left: this.idle.left,
      told: this.idle.told,
      level: this.headingLevel,
      stay: this.#stay,
      logOut: () => this.logOut(),
    })}`;
  }

  readonly #hear: ActivityListener = (activity, adapter) => {
    if (!this.ready || this.#reading || (adapter && adapter !== this.portal.adapter)) return;
    if (this.#state === 'in') {
      if (activity.kind === 'used') this.idle.used(activity.ago);
      else if (activity.kind === 'refused') this.#end('ended');
      else if (!adapter) this.#end('ended', this.#logInPage);
      else if (!this.#flow.pending && !this.#warning.pending) this.#end('requested');
    } else if (activity.kind === 'used' && adapter) void this.#read();
  };

  async #read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      this.#begin(await ask(this.portal, 'readSession', {}));
    } catch (error) {
      this.#refused(error as PortalError);
    } finally {
      this.#reading = false;
    }
  }

  readonly #stay = async (): Promise<void> => {
    this.#reading = true;
    const session = await this.#warning.run('readSession', {}, (error) => void this.#refused(error));
    this.#reading = false;
    if (session) this.#begin(session);
  };

  #begin({ idleSeconds }: { idleSeconds: number }): void {
    if (!this.isConnected) return;
    this.#state = 'in';
    this.#warning.clear();
    this.idle.start(idleSeconds);
    this.requestUpdate();
  }

  #refused({ code }: PortalError): void {
    if (code !== 'session_required') return;
    if (this.#state === 'in') this.#end('ended', this.#logInPage);
    this.#state = 'out';
    this.requestUpdate();
  }

  async #idleOver(): Promise<void> {
    this.#state = 'out';
    this.requestUpdate();
    // The server's clock may differ, and the page around may have used the session on its own.
    await Promise.race([ask(this.portal, 'logOut', {}).catch(() => undefined), this.idle.pause(PARTING_MS)]);
    this.#end('idle', this.#logInPage);
  }

  // From there the person comes back to this page, with a code that waits here.
  get #logInPage(): string | undefined {
    const { login } = this.portal.config.pages;
    const page = pageHref(login);
    if (!page) return resolveNext(this.next);
    const here = new URL(page, document.baseURI).pathname === location.pathname;
    return withCode(here ? page : hrefAndBack(login)!, fromAddress('code'));
  }

  #end(reason: LogOutReason, to?: string): void {
    this.#state = 'out';
    this.idle.stop();
    this.requestUpdate();
    // What the other tags keep for the next log-in. They may stand on other pages than this.
    if (reason === 'requested') dropAll();
    if (this.dispatchEvent(new PortalLoggedOutEvent(reason)) && to) goTo(to);
  }
}

define('portal-session', PortalSession);

declare global {
  interface HTMLElementTagNameMap {
    'portal-session': PortalSession;
  }
}
