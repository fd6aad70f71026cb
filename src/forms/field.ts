import { html, nothing, type TemplateResult } from 'lit';
import type { FlowController } from './flow-controller.js';
import { alertIcon } from './icons.js';

/** What every field has. */
export interface FieldParts {
  flow: FlowController;
  /** Names the control in the form, and begins the ids of the field. */
  name: string;
  label: string;
  /** The language of the label, where it may be another than the page's. */
  lang?: string | undefined;
  hint?: string | undefined;
  /** Stands below the control. */
  after?: unknown;
}

/** The id of a control. */
export const controlId = (flow: FlowController, name: string): string => `${flow.id}-${name}`;

/** What an attribute says of a control that was checked, or wasn't found wrong yet. */
export const invalid = ({ fieldErrors }: FlowController, control: string): 'true' | 'false' =>
  Object.entries(fieldErrors).some(([name, { at = name }]) => at === control) ? 'true' : 'false';

/** The ids of all that describes a control: its hint, what else is given, and its error; in the order they stand in. */
export function describedBy({ flow, name, hint }: FieldParts, ...more: string[]): string | typeof nothing {
  const id = controlId(flow, name);
  const ids = [...(hint ? [`${id}-hint`] : []), ...more, ...(flow.fieldErrors[name] ? [`${id}-error`] : [])];
  return ids.length > 0 ? ids.join(' ') : nothing;
}

/** The class of a field, with the bar beside it where it is wrong. */
export const fieldClass = (flow: FlowController, name: string): string =>
  flow.fieldErrors[name] ? 'portal-field portal-field-invalid' : 'portal-field';

/** A label, held apart from what is written around it in another direction. */
export const labelOf = (label: string, lang: string | undefined): unknown =>
  lang ? html`<bdi lang=${lang}>${label}</bdi>` : label;

/** The hint of a field. */
export const hintOf = ({ flow, name, hint }: FieldParts): TemplateResult | typeof nothing =>
  hint ? html`<p class="portal-hint" id="${controlId(flow, name)}-hint">${hint}</p>` : nothing;

/** What is wrong with a field, in the same words as in the summary. */
export function errorOf({ flow, name }: FieldParts): TemplateResult | typeof nothing {
  const error = flow.fieldErrors[name];
  const { words } = flow.portal;
  if (!error) return nothing;
  return html`<p class="portal-error" id="${controlId(flow, name)}-error">
    ${alertIcon}<span><span class="portal-visually-hidden">${words.form.error}</span>${error.says(words)}</span>
  </p>`;
}

/** A field around its control: label, hint or rules, error, control, in this order. */
export const field = (parts: FieldParts, control: unknown, rules: unknown = nothing): TemplateResult =>
  html`<div class=${fieldClass(parts.flow, parts.name)}>
    <label class="portal-label" for=${controlId(parts.flow, parts.name)}>${labelOf(parts.label, parts.lang)}</label>
    ${hintOf(parts)} ${rules} ${errorOf(parts)} ${control} ${parts.after}
  </div>`;
