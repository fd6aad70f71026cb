import './context-root.js';
// By itself too: so the types of all events come along with each tag, which mentions none of them.
import './events.js';
import { html, LitElement, nothing, render, type PropertyValues, type RootPart, type TemplateResult } from 'lit';
import type { PortalAdapter } from '../adapter/portal-adapter.js';
import type { OperationName } from '../contract/operations.js';
import type { PortalErrorCode } from '../contract/portal-error.js';
import type { Step } from '../contract/step.js';
import { moveFocus } from '../forms/focus.js';
import { goTo } from '../forms/links.js';
import type { Flow, FlowHost, Portal } from '../forms/portal.js';
import { emptySecrets } from '../forms/secrets.js';
import { support } from '../forms/support.js';
import type { PartialMessages } from '../locale/messages.js';
import { shellStyles } from '../styles/shell-styles.js';
import { destination, type Way } from './destination.js';
import { PortalErrorEvent, PortalStepEvent } from './events.js';
import { isPlainPage, ownContainer, prepare } from './light-container.js';
import { PagePresence } from './page-presence.js';
import { PortalConnection } from './portal-connection.js';
import { problem } from './problem.js';
import { property } from './property.js';
import { focusHeading, shell, waiting } from './shell.js';
import { hasOwnContent, takeOver } from './take-over.js';
import { VERSION } from './version.js';

/**
 * What all tags have in common: a shadow shell with the words around the form, and the form itself in a container that is
 * the element's child in the page's own DOM, where password managers and labels find it.
 *
 * @attr {string} lang - The language that is spoken; else the nearest `lang` of the page around.
 * @slot heading - In place of the heading.
 * @slot intro - In place of the sentence below the heading.
 * @slot help - In place of the line that says whom to turn to.
 * @slot footer - In place of the links below the form.
 * @csspart base - All of it.
 * @csspart heading - Step, heading and intro.
 * @csspart body - Around the form.
 * @csspart footer - Links and help below the form.
 * @cssstate pending - A request is under way.
 * @cssstate invalid - Something is filled in wrongly, or was refused.
 */
export abstract class PortalElement extends LitElement implements FlowHost {
  static override styles = shellStyles;
  /** The version of the package that this class is from. */
  static readonly version = VERSION;

  /** How to reach the backend; goes before everything else that names one. */
  @property({ attribute: false }) adapter: PortalAdapter | undefined;

  /** Where an HTTP backend answers, such as `/api/portal`. */
  @property({ attribute: 'base-url' }) baseUrl: string | undefined;

  /** Any subset of the words, laid over those of the language. */
  @property({ attribute: false }) messages: PartialMessages | undefined;

  /** Level of the heading, 1 to 6; 2 unless told. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** @internal */
  readonly flows = new Set<Flow>();

  readonly #connection = new PortalConnection(this);
  readonly #presence = new PagePresence(this, {
    address: () => this.addressed(),
    leave: () => this.forgetSecrets(),
    back: () => this.#open(),
    loggedOut: () => this.startOver(),
  });
  readonly #internals = this.attachInternals();
  #drawn = false;
  #taken = false;
  #retrying = false;
  #container: HTMLElement | undefined;
  #content: RootPart | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** @internal What the element stands on; only there once `ready`. */
  get portal(): Portal {
    return this.#connection.portal!;
  }

  /** Whether adapter, config and words are there, so that something can be drawn and asked. */
  protected get ready(): boolean {
    return this.#connection.portal !== undefined;
  }

  /** Whether what it shows first is still on its way; until then nothing stands there that would have to move. */
  protected get loading(): boolean {
    return false;
  }

  /** What the page has put inside stands there until the element's own form does. */
  protected get fallback(): unknown {
    return html`<slot></slot>`;
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'lang') this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#container) {
      this.#container = ownContainer(this);
      // The page may fill a slot later, and a framework that owns the element's children may throw ours out.
      new MutationObserver(() => this.requestUpdate()).observe(this, { childList: true });
    }
    this.#content?.setConnected(true);
    this.#setState('plain-page', isPlainPage(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#content?.setConnected(false);
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    const container = this.#container;
    if (!container) return;
    prepare(container, this, this.#connection.words.language);
    this.#content = render(this.#body(), container, { host: this });
    if (!this.#taken && this.#drawn) takeOver(this, container);
    this.#taken = this.#drawn;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // After this update, since it begins the next one.
    if (this.ready && this.#presence.isNew()) queueMicrotask(() => this.isConnected && this.#open());
    if (this.#retrying) this.#focusOutcome();
    for (const state of ['pending', 'invalid'] as const)
      this.#setState(
        state,
        [...this.flows].some((flow) => flow[state]),
      );
  }

  protected override render(): TemplateResult {
    const { portal, problem, words } = this.#connection;
    if (!portal || this.#waits) {
      const sign = problem || hasOwnContent(this) ? nothing : waiting(words);
      return shell({ words, level: this.headingLevel, waiting: sign, fallback: this.fallback });
    }
    return shell({
      words,
      level: this.headingLevel,
      step: this.step(),
      heading: this.heading(portal),
      intro: this.intro(portal),
      below: this.below(portal),
      footer: this.footer(portal),
      help: support(portal),
      slotted: (name) => this.slotted(name),
    });
  }

  /** The heading of the current step; an element without one has no words around its form. */
  protected heading(_portal: Portal): string | undefined {
    return undefined;
  }

  /** The sentence below the heading. */
  protected intro(_portal: Portal): string | undefined {
    return undefined;
  }

  /** Which step of how many, where there are several. */
  protected step(): [step: number, of: number] | undefined {
    return undefined;
  }

  /** The links below the form; `undefined` for an element that has no footer at all. */
  protected footer(_portal: Portal): unknown {
    return undefined;
  }

  /** What the shell holds right below the form. */
  protected below(_portal: Portal): unknown {
    return nothing;
  }

  /** Whether the page has put something of its own into a slot. */
  protected slotted(name: string): boolean {
    return this.querySelector(`:scope > [slot="${name}"]`) !== null;
  }

  /** What stands in the light DOM at the current step. Called once all that it needs is there. */
  protected abstract renderForm(portal: Portal): unknown;

  /**
   * Begins what an element asks for by itself. Called after the first drawing, each time it comes into a page, and when
   * the page comes back as it was left.
   */
  protected opened(_portal: Portal): void {}

  /** Leaves a step that tells of a session: it may be over. Called when it has ended, and each time before `opened`. */
  protected startOver(): void {}

  /** The address has changed, and has brought something new along. */
  protected addressed(): void {
    this.requestUpdate();
  }

  /** Empties what nobody may find afterwards: on the way out of the page or out of the document, and after success. */
  protected forgetSecrets(): void {
    emptySecrets(this.#container);
  }

  /** Tells the page what has happened and, unless it objects, goes where the step leads. */
  protected leadTo(step: Step, event: Event, way: Omit<Way, 'config'> = {}, how?: 'replace'): void {
    const to = destination(step, { config: this.portal.config, ...way });
    if (this.dispatchEvent(event) && to) goTo(to, how);
  }

  /** @internal */
  operationFailed(code: PortalErrorCode, operation: OperationName): boolean {
    return this.dispatchEvent(new PortalErrorEvent(code, operation));
  }

  /** @internal */
  async stepShown(step: string): Promise<void> {
    await this.updateComplete;
    this.dispatchEvent(new PortalStepEvent(step));
    focusHeading(this, this.renderRoot, this.slotted('heading'));
  }

  get #waits(): boolean {
    this.#drawn ||= !this.loading;
    return !this.#drawn;
  }

  #body(): unknown {
    const { portal, problem: trouble } = this.#connection;
    if (portal) return this.#waits ? nothing : this.renderForm(portal);
    return trouble ? problem(this, trouble, this.#connection.words, this.#retry) : nothing;
  }

  readonly #retry = (): void => {
    this.#retrying = true;
    this.#connection.retry();
  };

  // The button that was pressed is gone: the focus goes to what stands there instead.
  #focusOutcome(): void {
    if (this.ready ? !this.#drawn : !this.#connection.problem) return;
    this.#retrying = false;
    if (this.ready) focusHeading(this, this.renderRoot, this.slotted('heading'));
    else moveFocus(this, '.portal-alert button');
  }

  #open(): void {
    if (!this.ready) return;
    this.startOver();
    this.opened(this.portal);
  }

  #setState(state: string, on: boolean): void {
    // Some browsers still lack custom states; nothing depends on them but a page's own styles.
    if (on) this.#internals.states?.add(state);
    else this.#internals.states?.delete(state);
  }
}
