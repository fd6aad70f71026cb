import { css } from 'lit';

/** Forms, fields and what stands in them. */
export const fieldStyles = css`
  .portal-stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .portal-form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    margin-block-start: 1.75rem;
  }
  /* No grid: in one, WebKit doesn’t lay a legend out again when the page gets narrower, as on a phone that is turned. */
  .portal-field {
    display: flex;
    flex-direction: column;
    gap: 0.375rem;
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  .portal-field-invalid {
    margin-inline-start: -0.75rem;
    padding-inline-start: calc(0.75rem - 3px);
    border-inline-start: 3px solid var(--_danger);
  }
  .portal-label {
    padding: 0;
    font-weight: 600;
  }
  legend.portal-label {
    margin-block-end: 0.375rem;
  }
  .portal-error {
    display: flex;
    gap: 0.5rem;
    color: var(--_danger);
    font-weight: 500;
  }
  .portal-input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    padding: 0.5rem 0.75rem;
    border: var(--_control-border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_text);
    font-size: max(1rem, 16px);
    line-height: 1.5;
    text-align: start;
  }
  /* Phones zoom in on smaller text, also where a manager has focused what nobody sees. */
  input.portal-visually-hidden {
    font-size: max(1rem, 16px);
  }
  .portal-input:hover {
    border-color: var(--_text);
  }
  .portal-input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .portal-input-code {
    font-variant-numeric: tabular-nums;
    font-weight: 500;
    letter-spacing: 0.08em;
  }
  .portal-input-short {
    inline-size: 3.5rem;
  }
  .portal-input-year {
    inline-size: 5.5rem;
  }
  .portal-input-plain {
    padding-inline: 0;
    border-color: transparent;
    border-inline-width: 0;
    background: none;
    text-overflow: ellipsis;
  }
  .portal-select {
    appearance: none;
    padding-inline-end: 2.5rem;
    cursor: pointer;
  }
  .portal-select-box {
    display: grid;
    align-items: center;
  }
  .portal-select-box > * {
    grid-area: 1 / 1;
  }
  .portal-select-box > svg {
    justify-self: end;
    margin-inline-end: 0.75rem;
    pointer-events: none;
  }
  .portal-date {
    display: flex;
    gap: 0.75rem;
  }
  .portal-date-part {
    display: grid;
    gap: 0.25rem;
    font-size: 0.9375rem;
  }
  .portal-with-button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 1rem;
    align-items: center;
  }
  /* Hanging out at the end of the row it would have a narrow page scroll sideways. */
  .portal-with-button > .portal-button {
    margin-inline-end: 0;
  }
  /* It keeps its place when the field is left: what stands below must not move away from under a pointer. */
  .portal-with-button:not(:focus-within) + .portal-caps-lock {
    visibility: hidden;
  }
  /* Written from left to right, but begun where the page begins. */
  :dir(rtl) > .portal-input[dir='ltr'] {
    text-align: end;
  }
  .portal-input:autofill {
    -webkit-text-fill-color: var(--_text);
    caret-color: var(--_text);
    box-shadow: inset 0 0 0 100vmax var(--_quiet);
  }
  .portal-input:autofill:focus-visible {
    box-shadow:
      0 0 0 2px var(--_focus-gap),
      inset 0 0 0 100vmax var(--_quiet);
  }
  .portal-input::-ms-reveal {
    display: none;
  }
  .portal-rules {
    display: grid;
    gap: 0.25rem;
    margin-block-end: 0.25rem;
    padding: 0;
    list-style: none;
  }
  .portal-rule {
    display: flex;
    gap: 0.5rem;
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .portal-rule-met {
    color: var(--_success);
  }
`;
