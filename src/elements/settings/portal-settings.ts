import { PortalElement } from '../portal-element.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Account } from '../../contract/account.js';
import { PortalError } from '../../contract/portal-error.js';
import { ask } from '../../forms/ask.js';
import { FlowController } from '../../forms/flow-controller.js';
import { loading } from '../../forms/form.js';
import type { Portal } from '../../forms/portal.js';
import { onSession } from '../../forms/session-events.js';
import '../../locale/en/link-code.js';
import '../../locale/en/settings.js';
import '../../styles/wide-styles.js';
import { define } from '../define.js';
import {
  PortalSettingsSavedEvent,
  type PortalErrorEvent,
  type PortalLoggedOutEvent,
  type SettingsSection,
} from '../events.js';
import { property } from '../property.js';
import { ConsentsSection } from './consents-section.js';
import { ContactSection } from './contact-section.js';
import { PasswordSection } from './password-section.js';
import { peopleSection } from './people-section.js';
import { listForm, section } from './section.js';
import { SessionsSection } from './sessions-section.js';
import type { SettingsHost } from './settings-host.js';
import { IN_ORDER, shownSections } from './shown-sections.js';

// How long the sections wait for those of them that have something to ask for, so that all of them come at once.
const LISTS_MS = 1_000;

/**
 * Keeps an account up to date: adds codes by `portal-link-code`, changes contact information and password, lists people,
 * consents and sessions. What the portal's config switches off isn't shown.
 *
 * Contact information that was typed when a session ended is there again after the same person has logged in.
 *
 * @fires {PortalSettingsSavedEvent} portal-settings-saved - A section was saved; `section` says which: `contact`,
 *   `password`, `consents` or `sessions`.
 * @fires {PortalCodeLinkedEvent} portal-code-linked - A code was added to the account.
 * @fires {PortalErrorEvent} portal-error - An operation has failed; `operation` says which, `code` why.
 */
export class PortalSettings extends PortalElement implements SettingsHost {
  /**
   * Which sections to show, in the order given; all of `link contact password people consents sessions` unless told. Where
   * it is changed later, a form that comes to stand at another place begins anew, without what was typed.
   */
  @property() sections = IN_ORDER.join(' ');

  readonly #loading = new FlowController(this, { step: 'settings' });
  #loaded = false;
  #account: Account | undefined;
  // There with the account.
  #contact!: ContactSection;
  #password!: PasswordSection;
  #lists!: [ConsentsSection, SessionsSection];

  constructor() {
    super();
    onSession(this, this.#loggedIn, this.#loggedOut);
    this.addEventListener('portal-code-linked', () => void this.#refresh());
    this.addEventListener('portal-error', ({ code }: PortalErrorEvent) => {
      if (code === 'session_required') this.#keep();
    });
  }

  /** @internal */
  get account(): Account {
    return this.#account!;
  }

  /** @internal */
  set account(account: Account) {
    this.#account = account;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void customElements.whenDefined('portal-link-code').then(() => this.requestUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The page may ask for other sections later.
    if (this.ready && this.#account) for (const list of this.#lists) if (!list.asked) void this.#open(list);
  }

  /** @internal */
  saved(name: SettingsSection): void {
    this.dispatchEvent(new PortalSettingsSavedEvent(name));
  }

  protected override heading({ words }: Portal): string {
    return words.settings.heading;
  }

  protected override footer(): unknown {
    return nothing;
  }

  protected override get loading(): boolean {
    return !this.#loaded;
  }

  protected override opened(): void {
    void this.#load();
  }

  protected override renderForm({ config }: Portal): unknown {
    if (!this.#account)
      return listForm({
        flow: this.#loading,
        fields: loading(this.#loading),
        send: this.#load,
        alertLevel: this.headingLevel + 1,
      });
    return shownSections(this.sections, config).map((name) => keyed(name, keyed(this.#contact, this.#section(name))));
  }

  #section(name: SettingsSection): TemplateResult {
    switch (name) {
      case 'link':
        return this.#link();
      case 'contact':
        return this.#contact.render();
      case 'password':
        return this.#password.render();
      case 'people':
        return peopleSection(this, `${this.#loading.id}-people`);
      case 'consents':
        return this.#lists[0].render();
      case 'sessions':
        return this.#lists[1].render();
    }
  }

  #link(): TemplateResult {
    const { adapter, language, words } = this.portal;
    return section({
      id: `${this.#loading.id}-link`,
      level: this.headingLevel + 1,
      heading: words.linkCode.heading,
      hint: words.linkCode.intro,
      content: html`<portal-link-code
        lang=${language}
        .adapter=${adapter}
        .messages=${this.messages}
        .headingLevel=${this.headingLevel + 1}
      ></portal-link-code>`,
    });
  }

  readonly #load = async (): Promise<void> => {
    // After a log-in, or after Back, it may be somebody else's. Told of the failure even where the page has said so itself.
    const account = await this.#loading.run('readAccount', {}, () => void (this.#keep(), this.#begin()));
    if (account) {
      if (account.username !== this.#account?.username) this.#begin();
      await this.#contact.open(account);
      this.#account = account;
      const lists = Promise.all(this.#lists.map((list) => this.#open(list)));
      if (!this.#loaded) await Promise.race([lists, new Promise((over) => setTimeout(over, LISTS_MS))]);
    }
    this.#loaded = true;
    this.requestUpdate();
  };

  async #open(list: ConsentsSection | SessionsSection): Promise<void> {
    if (shownSections(this.sections, this.portal.config).includes(list.name)) await list.open();
  }

  // With each person anew: nothing of one is left for another, in a field or in a list, nor comes with a late answer.
  #begin(): void {
    this.#account = undefined;
    for (const flow of this.flows) {
      flow.abort();
      flow.state = this.#loading.state;
    }
    this.flows.clear();
    this.flows.add(this.#loading);
    const sessions = new SessionsSection(this);
    this.#lists = [new ConsentsSection(this), sessions];
    this.#contact = new ContactSection(this);
    this.#password = new PasswordSection(this, () => void this.#open(sessions));
  }

  #keep(): void {
    if (this.#account) this.#contact.keep();
  }

  // After a code was added: nobody has asked for it, so a failure isn't told. Somebody else may have come meanwhile.
  async #refresh(): Promise<void> {
    const account = await ask(this.portal, 'readAccount', {}).catch(() => undefined);
    if (account?.username !== this.#account?.username) return;
    this.#account = account;
    this.requestUpdate();
  }

  readonly #loggedIn = (): void => {
    if (!this.ready) return;
    this.#keep();
    this.#loading.abort();
    void this.#load();
  };

  readonly #loggedOut = ({ reason }: PortalLoggedOutEvent): void => {
    if (!this.#account) return;
    if (reason !== 'requested') this.#keep();
    // Where the server has ended it, a section says so, and what was typed stays in sight.
    if (reason === 'ended') return;
    this.forgetSecrets();
    this.#begin();
    this.#loading.fail(new PortalError('session_required'));
  };
}

define('portal-settings', PortalSettings);

declare global {
  interface HTMLElementTagNameMap {
    'portal-settings': PortalSettings;
  }
}
