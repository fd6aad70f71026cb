import '../context-root.js';
import { ContextProvider } from '@lit/context';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { adapterFor } from '../../adapter/configure.js';
import { portalContext, type PortalAdapter } from '../../adapter/portal-adapter.js';
import type { PartialMessages } from '../../locale/messages.js';
import { define } from '../define.js';
import { property } from '../property.js';
import { VERSION } from '../version.js';

/**
 * Gives a backend, words and a language to all tags inside it.
 *
 * @attr {string} lang - The language that is spoken; else the nearest `lang` of the page around.
 * @slot - The part of the page that it holds for.
 */
export class PortalProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;
  /** The version of the package that this class is from. */
  static readonly version = VERSION;

  /** How to reach the backend. */
  @property({ attribute: false }) adapter: PortalAdapter | undefined;

  /** Where an HTTP backend answers, such as `/api/portal`; in place of `adapter`. */
  @property({ attribute: 'base-url' }) baseUrl: string | undefined;

  /** Any subset of the words, laid over those of the language. */
  @property({ attribute: false }) messages: PartialMessages | undefined;

  readonly #context = new ContextProvider(this, { context: portalContext, initialValue: {} });

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    // The elements read the nearest `lang` by themselves; they only have to be told to look again.
    if (name === 'lang') this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const adapter = this.adapter ?? (this.baseUrl ? adapterFor(this.baseUrl) : undefined);
    this.#context.setValue({ adapter, messages: this.messages }, true);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

define('portal-provider', PortalProvider);

declare global {
  interface HTMLElementTagNameMap {
    'portal-provider': PortalProvider;
  }
}
