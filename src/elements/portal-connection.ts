import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { adapterFor, onDocumentSettings, documentSettings, type PartialConfig } from '../adapter/configure.js';
import { portalContext, type PortalAdapter } from '../adapter/portal-adapter.js';
import { mergeConfig, readConfig } from '../adapter/read-config.js';
import { DEFAULT_CONFIG } from '../contract/config-defaults.js';
import type { PortalConfig } from '../contract/config.js';
import type { OperationName } from '../contract/operations.js';
import { PortalError, type PortalErrorCode } from '../contract/portal-error.js';
import { portalErrorOf } from '../forms/ask.js';
import type { Portal } from '../forms/portal.js';
import { english } from '../locale/english.js';
import { loadMessages } from '../locale/load-messages.js';
import { mergeMessages, type Messages, type PartialMessages } from '../locale/messages.js';
import { languageOf } from './language-of.js';

/** What an element says about itself to be connected. */
export interface ConnectionHost extends ReactiveControllerHost, HTMLElement {
  adapter?: PortalAdapter | undefined;
  baseUrl?: string | undefined;
  messages?: PartialMessages | undefined;
  /** Tells the page of a failure; whether it leaves it to the element to say so. */
  operationFailed(code: PortalErrorCode, operation: OperationName): boolean;
}

const GRACE = 1_500;

/**
 * Finds what an element stands on: its adapter (from its property, its `base-url`, a provider around it, or the settings of
 * the document, in whatever order these come to be), the portal's config, and the words of the language.
 */
export class PortalConnection implements ReactiveController {
  /** All of it, once it is there. It stays while something of it is read anew, so that nothing typed is lost. */
  portal: Portal | undefined;
  /** Why it isn't there: nobody gave an adapter, or the config couldn't be read. */
  problem: 'no-adapter' | PortalError | undefined;
  /** The best words there are so far. */
  words: Messages = english;

  readonly #host: ConnectionHost;
  readonly #context: ContextConsumer<typeof portalContext, ConnectionHost>;
  readonly #pageLanguage: MutationObserver | undefined;
  #stop: (() => void) | undefined;
  #read: { adapter: PortalAdapter; language: string } | undefined;
  #config: PortalConfig | undefined;
  #given: { config: PartialConfig; merged: PortalConfig } | undefined;
  #loaded: { language: string; words: Messages | undefined } | undefined;
  #layers: unknown[] = [];

  constructor(host: ConnectionHost) {
    this.#host = host;
    host.addController(this);
    this.#context = new ContextConsumer(host, { context: portalContext, subscribe: true });
    this.#pageLanguage = globalThis.MutationObserver && new MutationObserver(() => host.requestUpdate());
  }

  hostConnected(): void {
    this.#stop = onDocumentSettings(() => this.#host.requestUpdate());
    this.#pageLanguage?.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.#host.requestUpdate();
    void this.#complain();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#pageLanguage?.disconnect();
    // Elsewhere another provider may stand around it, or none.
    this.#context.value = undefined;
  }

  hostUpdate(): void {
    const settings = documentSettings();
    const { value: context } = this.#context;
    const language = languageOf(this.#host, settings.locale);
    const words = this.#wordsIn(language);
    if (words) this.#lay(words, settings.messages, context?.messages, this.#host.messages);

    const { adapter: own, baseUrl } = this.#host;
    const adapter =
      own ??
      (baseUrl ? adapterFor(baseUrl) : context?.adapter) ??
      settings.adapter ??
      (settings.baseUrl ? adapterFor(settings.baseUrl) : undefined);
    if (!adapter) {
      this.portal = undefined;
      return;
    }
    if (this.problem === 'no-adapter') this.problem = undefined;
    const config = settings.config ? this.#fill(settings.config) : this.#configOf(adapter, language);
    if (!config || !(words ?? this.portal)) return;
    const { portal } = this;
    // The same object as long as nothing has changed.
    if (
      portal?.adapter === adapter &&
      portal.config === config &&
      portal.words === this.words &&
      portal.language === language
    )
      return;
    this.portal = { adapter, config, words: this.words, language };
  }

  /** Reads the config once more. */
  retry(): void {
    this.problem = undefined;
    this.#read = undefined;
    this.#host.requestUpdate();
  }

  #wordsIn(language: string): Messages | undefined {
    if (this.#loaded?.language === language) return this.#loaded.words;
    const words = loadMessages(language);
    const loaded: { language: string; words: Messages | undefined } = { language, words: undefined };
    this.#loaded = loaded;
    if (!(words instanceof Promise)) return (loaded.words = words);
    void words.then((arrived) => {
      loaded.words = arrived;
      this.#host.requestUpdate();
    });
    return undefined;
  }

  #lay(words: Messages, ...subsets: (PartialMessages | undefined)[]): void {
    const layers = [words, ...subsets];
    if (layers.every((layer, index) => layer === this.#layers[index])) return;
    this.#layers = layers;
    this.words = mergeMessages(words, ...subsets);
  }

  #fill(config: PartialConfig): PortalConfig {
    if (this.#given?.config !== config) this.#given = { config, merged: mergeConfig(config) };
    return this.#given.merged;
  }

  #configOf(adapter: PortalAdapter, language: string): PortalConfig | undefined {
    if (this.#read?.adapter === adapter && this.#read.language === language) return this.#config;
    const read = { adapter, language };
    this.#read = read;
    void readConfig(adapter, language).then(
      (config) => this.#settle(read, config),
      async (error: unknown) => {
        // What went wrong is said once, in the words of the page.
        await loadMessages(language);
        this.#settle(read, portalErrorOf(error));
      },
    );
    return this.#config;
  }

  #settle(read: object, result: PortalConfig | PortalError): void {
    if (this.#read !== read) return;
    if (!(result instanceof PortalError)) this.#config = result;
    // A backend without a config of its own has the defaults.
    else if (result.code === 'not_allowed') this.#config = DEFAULT_CONFIG;
    else if (!this.#config && this.#host.operationFailed(result.code, 'readConfig')) this.problem = result;
    this.#host.requestUpdate();
  }

  async #complain(): Promise<void> {
    if (document.readyState !== 'complete')
      await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
    await new Promise((over) => setTimeout(over, GRACE));
    if (this.portal || this.problem || this.#read || !this.#host.isConnected) return;
    this.problem = 'no-adapter';
    console.error(english.developer.noAdapter(this.#host.localName));
    this.#host.requestUpdate();
  }
}
