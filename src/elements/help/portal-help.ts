import { PortalElement } from '../portal-element.js';
import { css, html, nothing, type ComplexAttributeConverter, type PropertyValues, type TemplateResult } from 'lit';
import { ask } from '../../forms/ask.js';
import { heading } from '../../forms/heading.js';
import { closeIcon, helpIcon } from '../../forms/icons.js';
import type { Portal } from '../../forms/portal.js';
import { onSession } from '../../forms/session-events.js';
import '../../locale/en/help.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { listStyles } from '../../styles/list-styles.js';
import { modeStyles } from '../../styles/mode-styles.js';
import { pageStyles } from '../../styles/page-styles.js';
import { shellStyles } from '../../styles/shell-styles.js';
import { steady } from '../../styles/steady.js';
import { define } from '../define.js';
import { property } from '../property.js';
import { hasOwnContent } from '../take-over.js';
import { isFirstVisit } from './first-visit.js';
import { helpText, titleOf } from './help-text.js';

// React up to 18 writes `false` as a word.
const openness: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value !== 'false',
  toAttribute: (value) => (value ? '' : null),
};

/**
 * A Help button, and a dialog with the help of a page. It opens by itself on the first visit of an account, and tells the
 * backend once it was closed. Without a text for the page there is neither.
 *
 * Its text is the config's, or what the page puts inside. Unlike a form, all of it stands in the shadow root: only there
 * can a slot show the page's own children in the dialog without moving them, and there is no field in it that a password
 * manager would have to find. It takes the same classes, so the same tokens hold.
 *
 * @slot - The help of the page, in place of the config's.
 * @csspart button - The Help button.
 * @csspart dialog - The dialog.
 * @csspart close - The button that closes it.
 * @fires {PortalErrorEvent} portal-error - The config can’t be read.
 */
export class PortalHelp extends PortalElement {
  static override styles = steady(css`
    ${shellStyles} ${buttonStyles} ${listStyles} ${pageStyles} ${modeStyles}
    [part='base'] {
      max-inline-size: none;
      padding: 0;
      border: 0;
      background: none;
      box-shadow: none;
    }
    .portal-dialog.portal-dialog {
      font-size: 1rem;
      text-align: start;
    }
    .portal-point.portal-point > .portal-document,
    .portal-point.portal-point p {
      margin: 0;
    }
    .portal-dialog.portal-dialog .portal-document {
      line-height: 1.5;
    }
  `);

  /** Whether the dialog is open; set it to open or close it. */
  @property({ reflect: true, converter: openness }) open = false;

  /** Which page's help it is, by its name in the config (`help`); `landing` unless told. */
  @property() page = 'landing';

  #unseen = false;
  #asked = false;

  constructor() {
    super();
    onSession(this, () => {
      this.#asked = false;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The browser closes a dialog that leaves the page, without a word.
    queueMicrotask(() => (this.open &&= this.isConnected));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.#dialog;
    if (!dialog) return;
    if (!this.#asked) void this.#greet(this.portal);
    this.#asked = true;
    if (dialog.open === this.open) return;
    if (this.open) dialog.showModal();
    else dialog.close();
  }

  // What the page has put inside is for the dialog.
  protected override get fallback(): unknown {
    return nothing;
  }

  protected override renderForm(): typeof nothing {
    return nothing;
  }

  protected override below({ config, words }: Portal): TemplateResult {
    const own = hasOwnContent(this);
    const text = own ? [] : (config.help[this.page] ?? []);
    const { title = words.help.heading, rest } = titleOf(text);
    const inside = html`<slot></slot>`;
    if (!own && text.length === 0) return html`<div hidden>${inside}</div>`;
    return html`<button
        class="portal-button portal-button-text"
        part="button"
        type="button"
        aria-haspopup="dialog"
        @click=${() => (this.open = true)}
      >${helpIcon}${words.help.button}</button>
      <dialog class="portal-dialog" part="dialog" aria-labelledby="title" @close=${this.#closed}>
        ${heading(this.headingLevel, title, 'portal-heading', 'title')}
        <button
          class="portal-button portal-button-icon portal-dialog-close"
          part="close"
          type="button"
          autofocus
          @click=${() => this.#dialog?.close()}
        >${closeIcon}<span class="portal-visually-hidden">${words.actions.close}</span></button>
        ${helpText(rest, this.headingLevel + 1)} ${inside}
      </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  async #greet(portal: Portal): Promise<void> {
    this.#unseen = await isFirstVisit(portal);
    if (this.#unseen && this.isConnected) this.open = true;
  }

  readonly #closed = (): void => {
    this.open = false;
    // The browser gives the focus back to what had it. When the dialog came by itself that was nothing, and the focus is
    // still in what is no longer there.
    const { activeElement: active } = document;
    if (active === document.body || this.contains(active))
      this.renderRoot.querySelector<HTMLElement>('[part="button"]')?.focus({ preventScroll: true });
    if (this.#unseen) void this.#markSeen();
  };

  async #markSeen(): Promise<void> {
    this.#unseen = false;
    // It comes once more when that can't be told; nobody needs to know.
    await ask(this.portal, 'markHelpSeen', {}).catch(() => (this.#unseen = true));
  }
}

define('portal-help', PortalHelp);

declare global {
  interface HTMLElementTagNameMap {
    'portal-help': PortalHelp;
  }
}
