import { PortalElement } from '../portal-element.js';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fromAddress } from '../../adapter/page-state.js';
import type { Account } from '../../contract/account.js';
import { PortalError } from '../../contract/portal-error.js';
import type { AlertContent } from '../../forms/alert.js';
import { ask } from '../../forms/ask.js';
import { FlowController } from '../../forms/flow-controller.js';
import { loading } from '../../forms/form.js';
import { hrefAndBack } from '../../forms/links.js';
import type { Portal } from '../../forms/portal.js';
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
import { linkWithCode } from '../link-with-code.js';
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
  /** Which sections to show, in the order given; all of `link contact password people consents sessions` unless told. */
  @property() sections = IN_ORDER.join(' ');

  /** @internal */
  account!: Account;

  readonly #loading = new FlowController(this, { step: 'settings' });
  readonly #contact = new ContactSection(this);
  readonly #sessions = new SessionsSection(this);
  readonly #consents = new ConsentsSection(this);
  #loaded = false;
  readonly #password = new PasswordSection(this, () => void this.#openIf('sessions'));

  constructor() {
    super();
    this.addEventListener('portal-code-linked', () => void this.#refresh());
    this.addEventListener('portal-error', ({ code }: PortalErrorEvent) => {
      if (code === 'session_required' && this.account) this.#contact.keep();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void customElements.whenDefined('portal-link-code').then(() => this.requestUpdate());
    document.addEventListener('portal-logged-out', this.#loggedOut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('portal-logged-out', this.#loggedOut);
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
    if (!this.account)
      return listForm({
        flow: this.#loading,
        fields: loading(this.#loading),
        send: this.#load,
        describe: this.#describe,
        alertLevel: this.headingLevel + 1,
      });
    return repeat(
      shownSections(this.sections, config),
      (name) => name,
      (name) => this.#section(name),
    );
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
        return this.#consents.render();
      case 'sessions':
        return this.#sessions.render();
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
    const account = await this.#loading.run('readAccount', {});
    if (account) {
      this.account = account;
      this.#contact.open();
      const lists = Promise.all([this.#openIf('consents'), this.#openIf('sessions')]);
      if (!this.#loaded) await Promise.race([lists, new Promise((over) => setTimeout(over, LISTS_MS))]);
    }
    this.#loaded = true;
    this.requestUpdate();
  };

  async #openIf(name: 'consents' | 'sessions'): Promise<void> {
    if (!shownSections(this.sections, this.portal.config).includes(name)) return;
    await (name === 'consents' ? this.#consents : this.#sessions).open();
  }

  // After a code was added: nobody has asked for it, so a failure isn't told.
  async #refresh(): Promise<void> {
    const account = await ask(this.portal, 'readAccount', {}).catch(() => undefined);
    if (!account) return;
    this.account = account;
    this.requestUpdate();
  }

  // The code that a mail brought goes along to the log-in.
  readonly #describe = ({ code }: PortalError): AlertContent | undefined => {
    if (code !== 'session_required') return undefined;
    const { config, words } = this.portal;
    const way = linkWithCode(hrefAndBack(config.pages.login) ?? '', words.actions.logIn, () => fromAddress('code'));
    return { ...words.errors.session_required, ways: [way] };
  };

  readonly #loggedOut = ({ reason }: PortalLoggedOutEvent): void => {
    if (!this.account) return;
    if (reason === 'requested') this.#contact.forget();
    else this.#contact.keep();
    // Where the server has ended it, a section says so, and what was typed stays in sight.
    if (reason === 'ended') return;
    this.forgetSecrets();
    Reflect.deleteProperty(this, 'account');
    this.#loading.fail(new PortalError('session_required'));
  };
}

define('portal-settings', PortalSettings);

declare global {
  interface HTMLElementTagNameMap {
    'portal-settings': PortalSettings;
  }
}
