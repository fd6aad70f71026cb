import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentDocument, ConsentRecord } from '../../contract/consent.js';
import type { PortalError } from '../../contract/portal-error.js';
import type { AlertContent } from '../../forms/alert.js';
import { FlowController } from '../../forms/flow-controller.js';
import { moveFocus } from '../../forms/focus.js';
import { loading, submitButton, textButton } from '../../forms/form.js';
import { hrefAndBack } from '../../forms/links.js';
import '../../locale/en/settings.js';
import { fateOf, recordView } from './record.js';
import { listForm, offers, section } from './section.js';
import type { SettingsHost } from './settings-host.js';

interface ConsentsState {
  step: 'consents';
  pending?: ConsentDocument[];
  /** Newest first. */
  records?: ConsentRecord[];
  /** The record that is open to read. */
  reading?: ConsentRecord | undefined;
  /** The record whose withdrawal is to be confirmed. */
  leaving?: ConsentRecord | undefined;
  /** Documents that turned out to be required, where the backend doesn't say so from the start. */
  required?: ReadonlySet<string>;
}

/** The consents given, to read again and to withdraw, and those that are still open. */
export class ConsentsSection {
  readonly name = 'consents';
  /** Whether it has begun to read them. */
  asked = false;
  readonly #host: SettingsHost;
  readonly #flow: FlowController<ConsentsState>;

  constructor(host: SettingsHost) {
    this.#host = host;
    this.#flow = new FlowController(host, { step: 'consents' });
  }

  /** Reads them anew. */
  readonly open = async (): Promise<boolean> => {
    this.asked = true;
    const answer = await this.#flow.run('listConsents', {}, undefined, { again: this.open });
    if (!answer) return false;
    const records = answer.records.toSorted((a, b) => Date.parse(b.recordedAt) - Date.parse(a.recordedAt));
    this.#go({ pending: answer.pending, records, reading: undefined, leaving: undefined });
    return true;
  };

  render(): TemplateResult {
    const { headingLevel, portal } = this.#host;
    const { heading, hint, none } = portal.words.settings.consents;
    const flow = this.#flow;
    const { pending = [], records } = flow.state;
    const rows = [...(records ?? []).map(this.#record), ...pending.map(this.#open)];
    const list =
      rows.length > 0
        ? html`<ul class="portal-rows" role="list">${rows}</ul>`
        : html`<p class="portal-text">${none}</p>`;
    return section({
      id: flow.id,
      level: headingLevel + 1,
      heading,
      hint,
      content: listForm({
        flow,
        fields: records ? list : loading(flow),
        send: this.#withdraw,
        describe: this.#describe,
      }),
    });
  }

  readonly #open = (document: ConsentDocument): TemplateResult =>
    row(document.title, this.#host.portal.words.settings.consents.open, this.#answerLink(document));

  #answerLink({ documentId, title }: ConsentDocument): TemplateResult | typeof nothing {
    const { config, words } = this.#host.portal;
    const href = hrefAndBack(config.pages.consent, documentId);
    if (!href) return nothing;
    return html`<a class="portal-button portal-button-text" href=${href}>${words.settings.consents.answer}${hidden(
      words.actions.of(title),
    )}</a>`;
  }

  readonly #record = (record: ConsentRecord): TemplateResult => {
    const { headingLevel, portal } = this.#host;
    const { reading, leaving, required } = this.#flow.state;
    const isRequired = record.required || (required?.has(record.documentId) ?? false);
    const buttons = html`${this.#readButton(record, reading === record)}
    ${this.#canLeave(record) && !isRequired && leaving !== record ? this.#leaveButton(record) : nothing}
    ${record.current ? this.#answerLink(record.current) : nothing}`;
    const below = html`${leaving === record ? this.#question(record) : nothing}
    ${reading === record ? recordView(record, portal, headingLevel + 2) : nothing}`;
    return row(record.title, fateOf(record, portal, isRequired), buttons, below);
  };

  #readButton(record: ConsentRecord, open: boolean): TemplateResult {
    const { actions, settings } = this.#host.portal.words;
    const toggle = (): void => this.#go({ reading: open ? undefined : record, leaving: undefined });
    return html`<button class="portal-button portal-button-text" type="button" id=${this.#id('read', record)} @click=${toggle}>${
      open ? actions.close : settings.consents.read
    }${hidden(actions.of(record.title))}</button>`;
  }

  #leaveButton(record: ConsentRecord): TemplateResult {
    const { actions, settings } = this.#host.portal.words;
    const ask = async (): Promise<void> => {
      this.#go({ leaving: record, reading: undefined });
      await this.#focus('question', record);
    };
    return html`<button class="portal-button portal-button-text" type="button" id=${this.#id('leave', record)} @click=${ask}>${
      settings.consents.withdraw
    }${hidden(actions.of(record.title))}</button>`;
  }

  #question(record: ConsentRecord): TemplateResult {
    const { actions, settings } = this.#host.portal.words;
    const cancel = async (): Promise<void> => {
      this.#go({ leaving: undefined });
      await this.#focus('leave', record);
    };
    const id = this.#id('question', record);
    return html`<div class="portal-question" role="group" aria-labelledby=${id}>
      <p class="portal-strong" id=${id} tabindex="-1">${settings.consents.withdrawQuestion(record.title)}</p>
      <div class="portal-actions">
        ${submitButton(this.#flow, settings.consents.withdraw, 'portal-button')} ${textButton(actions.cancel, cancel)}
      </div>
    </div>`;
  }

  readonly #withdraw = async (): Promise<void> => {
    const { leaving, required } = this.#flow.state;
    if (!leaving) return;
    const { documentId, title } = leaving;
    const done = await this.#flow.run('withdrawConsent', { documentId }, ({ code }) => {
      if (code !== 'not_allowed') return undefined;
      this.#flow.state = {
        ...this.#flow.state,
        leaving: undefined,
        required: new Set([...(required ?? []), documentId]),
      };
      return undefined;
    });
    if (!done) return;
    // Whether or not the list can be read after that.
    this.#host.saved('consents');
    if (!(await this.open())) return;
    this.#flow.tell(({ settings }) => settings.consents.saved(title));
    const now = this.#flow.state.records?.find((record) => record.documentId === documentId);
    if (now) await this.#focus('read', now);
  };

  readonly #describe = ({ code }: PortalError): AlertContent | undefined => {
    const { errors, settings } = this.#host.portal.words;
    return code === 'not_allowed' ? { title: errors.not_allowed.title, body: settings.consents.required } : undefined;
  };

  // Only the latest word on a document can be taken back.
  #canLeave(record: ConsentRecord): boolean {
    const latest = this.#flow.state.records?.find(({ documentId }) => documentId === record.documentId);
    const stands = latest === record && record.decision === 'accept' && !record.withdrawnAt;
    return stands && offers(this.#host.portal.config, 'withdrawConsent');
  }

  #go(change: Partial<ConsentsState>): void {
    this.#flow.go({ ...this.#flow.state, ...change });
  }

  #id(what: 'read' | 'leave' | 'question', record: ConsentRecord): string {
    return `${this.#flow.id}-${what}-${this.#flow.state.records?.indexOf(record) ?? 0}`;
  }

  async #focus(what: 'read' | 'leave' | 'question', record: ConsentRecord): Promise<void> {
    await this.#host.updateComplete;
    moveFocus(this.#host, `#${this.#id(what, record)}`);
  }
}

const hidden = (text: string): TemplateResult => html`<span class="portal-visually-hidden">${text}</span>`;

const row = (name: string, hint: string, buttons: unknown, below: unknown = nothing): TemplateResult =>
  html`<li class="portal-row">
    <div class="portal-row-text">
      <span class="portal-row-name">${name}</span>
      <span class="portal-hint">${hint}</span>
    </div>
    <div class="portal-ways">${buttons}</div>
    ${below}
  </li>`;
