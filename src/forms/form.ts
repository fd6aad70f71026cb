import { html, nothing, type TemplateResult } from 'lit';
import { alert, type Describe } from './alert.js';
import { warmUp } from './ask.js';
import type { FlowController, FormValues } from './flow-controller.js';
import { doneIcon } from './icons.js';

/** What a form is made of. */
export interface FormParts {
  flow: FlowController;
  /** The fields, in their order. */
  fields: unknown;
  /** The word on the one filled button. */
  button?: string;
  /** What a submit does, however it came about. */
  send?: (values: FormValues) => unknown;
  /** Further buttons, beside the filled one. */
  more?: unknown;
  /** The whole row of buttons, in place of the filled one. */
  actions?: unknown;
  /** What the element itself says about an error. */
  describe?: Describe;
  /** Level of the heading in an alert; else one below the element's. */
  alertLevel?: number;
  /** How success is shown: beside the button, or as a notice below. */
  success?: 'saved' | 'notice';
}

const SUCCESS = { saved: 'portal-saved', notice: 'portal-status portal-notice' } as const;

// One region for both, there from the beginning.
function status({ pending, saved, portal: { words } }: FlowController, success: 'saved' | 'notice'): TemplateResult {
  return html`<p class=${saved ? SUCCESS[success] : 'portal-visually-hidden'} role="status">${
    saved ? html`${doneIcon}<span>${saved(words)}</span>` : pending ? words.form.working : nothing
  }</p>`;
}

/** Stands in the place of what is on its way. The region that is read out says it already. */
export const loading = (flow: FlowController): TemplateResult | typeof nothing =>
  flow.pending
    ? html`<p class="portal-hint portal-loading" aria-hidden="true">
        <span class="portal-spinner"></span>${flow.portal.words.form.working}
      </p>`
    : nothing;

/** The one filled button of a step. Pending, it keeps its word, its size and the focus. */
export const submitButton = (
  flow: FlowController,
  word: string,
  className = 'portal-button portal-button-primary',
): TemplateResult =>
  html`<button class=${className} type="submit" aria-disabled=${flow.pending ? 'true' : nothing}>
    ${flow.pending ? html`<span class="portal-spinner"></span>` : nothing}${word}
  </button>`;

/** The word on a button, and what only those hear who don't see what it stands beside. */
export const named = (word: string, beside: string): TemplateResult =>
  html`<span>${word}<span class="portal-visually-hidden">${beside}</span></span>`;

/** A button of lower rank, that looks like a link. */
export const textButton = (word: unknown, act: () => unknown): TemplateResult =>
  html`<button class="portal-button portal-button-text" type="button" @click=${act}>${word}</button>`;

/**
 * A form. What it sends is read from its native controls at the moment of the submit, never gathered from events: password
 * managers write without any.
 */
export function form(parts: FormParts): TemplateResult {
  const { flow, success = 'saved' } = parts;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (flow.pending) return;
    flow.unmark('shown');
    parts.send?.(flow.values);
  };
  const edited = (event: Event): void => flow.edited((event.target as HTMLInputElement).name);
  // Some managers tell of what they wrote by this alone. It takes nothing back: it comes late, too, when a field is left.
  const changed = (): void => flow.host.requestUpdate();
  const said = status(flow, success);
  return html`<form
    class="portal-form"
    id=${flow.id}
    method="post"
    novalidate
    aria-busy=${flow.pending ? 'true' : nothing}
    @submit=${submit}
    @input=${edited}
    @change=${changed}
    @focusin=${warmUp}
  >
    ${alert(flow, parts.describe, parts.alertLevel)} ${parts.fields}
    <div class="portal-actions">
      ${parts.actions ?? submitButton(flow, parts.button ?? flow.portal.words.actions.submit)} ${parts.more}
      ${success === 'saved' ? said : nothing}
    </div>
    ${success === 'notice' ? said : nothing}
  </form>`;
}
