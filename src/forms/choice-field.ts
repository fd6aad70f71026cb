import { html, nothing, type TemplateResult } from 'lit';
import '../styles/choice-styles.js';
import {
  controlId,
  describedBy,
  errorOf,
  field,
  fieldClass,
  hintOf,
  invalid,
  labelOf,
  type FieldParts,
} from './field.js';
import { downIcon } from './icons.js';

/** One thing to choose. */
export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  /** The language of its label, where it differs from the page's. */
  lang?: string;
}

/** A choice of one among several. */
export interface ChoiceParts extends FieldParts {
  choices: readonly Choice[];
  /** What is chosen from the start; nothing unless it is given. */
  value?: string | undefined;
  /** Puts two beside each other. */
  inline?: boolean;
  optional?: boolean;
  onChange?: (value: string) => void;
}

const group = (parts: FieldParts, rows: unknown, inline = false): TemplateResult =>
  html`<fieldset class=${fieldClass(parts.flow, parts.name)} aria-describedby=${describedBy(parts)}>
    <legend class="portal-label">${labelOf(parts.label, parts.lang)}</legend>
    ${hintOf(parts)} ${errorOf(parts)}
    <div class="portal-choices ${inline ? 'portal-choices-inline' : ''}">${rows}</div>
    ${parts.after}
  </fieldset>`;

/** Native radios, each row of them a target. The first one is what the summary leads to. */
export function radioField(parts: ChoiceParts): TemplateResult {
  const { flow, name } = parts;
  const row = ({ value, label, hint, lang }: Choice, index: number): TemplateResult => {
    const id = controlId(flow, index === 0 ? name : `${name}-${value}`);
    return html`<div class="portal-choice">
      <input
        class="portal-choice-input"
        type="radio"
        id=${id}
        name=${name}
        value=${value}
        .checked=${value === parts.value}
        ?required=${!parts.optional}
        aria-invalid=${invalid(flow, name)}
        aria-describedby=${hint ? `${id}-hint` : nothing}
        @change=${() => parts.onChange?.(value)}
      />
      <label class="portal-choice-label" for=${id}>${labelOf(label, lang)}</label>
      ${hint ? html`<p class="portal-hint" id="${id}-hint">${hint}</p>` : nothing}
    </div>`;
  };
  return group(parts, parts.choices.map(row), parts.inline);
}

/**
 * One checkbox under a legend; its value is `true` when it is ticked. It is never ticked from the start. The language is
 * that of the choice.
 */
export function checkboxField({ lang, ...parts }: FieldParts & { choice: string; optional?: boolean }): TemplateResult {
  const { flow, name, choice } = parts;
  const id = controlId(flow, name);
  return group(
    parts,
    html`<div class="portal-choice">
      <input
        class="portal-choice-input"
        type="checkbox"
        id=${id}
        name=${name}
        value="true"
        ?required=${!parts.optional}
        aria-invalid=${invalid(flow, name)}
      />
      <label class="portal-choice-label" for=${id}>${labelOf(choice, lang)}</label>
    </div>`,
  );
}

/** A native select. */
export function selectField(parts: ChoiceParts & { autocomplete?: string }): TemplateResult {
  const { flow, name, choices } = parts;
  return field(
    parts,
    html`<div class="portal-select-box">
      <select
        class="portal-input portal-select"
        id=${controlId(flow, name)}
        name=${name}
        autocomplete=${parts.autocomplete ?? nothing}
        aria-invalid=${invalid(flow, name)}
        aria-describedby=${describedBy(parts)}
        @change=${(event: Event) => parts.onChange?.((event.target as HTMLSelectElement).value)}
      >
        ${choices.map(
          ({ value, label, lang }) =>
            html`<option value=${value} lang=${lang ?? nothing} ?selected=${value === parts.value}>${label}</option>`,
        )}
      </select>
      ${downIcon}
    </div>`,
  );
}
