import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ConsentDocument } from '../../contract/consent.js';
import type { FlowController, FormValues } from '../../forms/flow-controller.js';
import { form, submitButton, textButton } from '../../forms/form.js';
import { heading } from '../../forms/heading.js';
import { alertIcon, printIcon } from '../../forms/icons.js';
import { richText } from '../../forms/rich-text.js';
import { support } from '../../forms/support.js';
import '../../locale/en/consent.js';
import { isRightToLeft } from '../../locale/load-messages.js';
import { questionFields } from './questions.js';
import { describeRefusal } from './refusals.js';

/** A document that is open, and what can be done with it. */
export interface OpenDocument {
  flow: FlowController;
  document: ConsentDocument;
  /** The text has changed while it was being answered. */
  outdated?: boolean | undefined;
  acts: {
    accept: (values: FormValues) => unknown;
    decline: () => unknown;
    back: () => unknown;
  };
}

/** Marks in the flow that the answer under way, or the one that failed, is a No to the whole document. */
export const DECLINING = 'declining';

const print = (): void => window.print();

// Above the text, since that is what has to be read again. The region is there before its words are.
function changed({ flow, outdated }: OpenDocument): TemplateResult {
  const { errors, consent } = flow.portal.words;
  const told = outdated && !flow.error && Object.keys(flow.fieldErrors).length === 0;
  return html`<div
    class=${told ? 'portal-alert portal-notice portal-changed' : 'portal-visually-hidden'}
    id="${flow.id}-changed"
    role="alert"
    tabindex="-1"
  >${
    told
      ? html`${alertIcon}${heading(flow.host.headingLevel + 1, errors.consent_outdated.title, 'portal-alert-title')}
          <div class="portal-alert-body">
            <p class="portal-text">${consent.outdated}</p>
            ${support(flow.portal)}
          </div>`
      : nothing
  }</div>`;
}

// Both of the same rank. Enter in a field is the answer that the fields belong to, whatever was pressed before.
function eitherWay({ flow, acts }: OpenDocument): TemplateResult {
  const { actions, consent } = flow.portal.words;
  const declining = flow.has(DECLINING);
  const spins = (which: boolean) =>
    flow.pending && which === declining ? html`<span class="portal-spinner"></span>` : nothing;
  const disabled = flow.pending ? 'true' : nothing;
  return html`<div class="portal-actions-even">
    <button class="portal-button" type="button" aria-disabled=${disabled} @click=${acts.decline}>${spins(true)}${consent.decline}</button>
    <button class="portal-button" type="submit" aria-disabled=${disabled}>${spins(false)}${actions.submit}</button>
  </div>`;
}

/** The text of a document in a readable column, its questions after it, and the ways to answer. */
export function consentDocument(open: OpenDocument): TemplateResult {
  const { flow, document, acts } = open;
  const { actions, consent } = flow.portal.words;
  const { language } = document;
  const level = flow.host.headingLevel + 1;
  const answer = form({
    flow,
    fields: questionFields(flow, document),
    button: actions.submit,
    actions: document.required ? submitButton(flow, actions.submit) : eitherWay(open),
    more: textButton(consent.backToList, acts.back),
    send: acts.accept,
    describe: (error) => describeRefusal(flow, document, error),
  });
  return html`<div class="portal-ways">
      <p class="portal-hint">${consent.version(document.version)}</p>
      <button class="portal-button portal-button-text" type="button" @click=${print}>${printIcon}${consent.print}</button>
    </div>
    ${changed(open)}
    <div class="portal-reading" lang=${language} dir=${isRightToLeft(language) ? 'rtl' : 'ltr'}>${richText(document.body, level)}</div>
    ${keyed(`${document.documentId} ${document.version} ${language}`, answer)}`;
}
