import { css } from 'lit';
import { dress } from './portal-styles.js';

// Radios and checkboxes: the whole row is the target.
dress(css`
  .portal-choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .portal-choices-inline {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .portal-choice {
    isolation: isolate;
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 0.75rem;
    align-items: center;
    min-block-size: var(--_control);
    padding: 0.625rem 0.75rem;
    border: var(--_control-border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_field);
  }
  .portal-choice:hover {
    border-color: var(--_text);
  }
  .portal-choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_quiet);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .portal-choice-label::after {
    content: '';
    position: absolute;
    inset: 0;
    cursor: pointer;
  }
  .portal-choice > .portal-hint {
    grid-column: 2;
  }
  /* Above what stretches the label over the row: whatever presses a control finds the control itself. */
  .portal-choice-input {
    appearance: none;
    position: relative;
    z-index: 1;
    display: grid;
    place-content: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    border: 1.5px solid var(--_control-border);
    border-radius: 0.3rem;
    background: var(--_field);
  }
  .portal-choice-input[type='radio'] {
    border-radius: 50%;
  }
  .portal-choice-input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .portal-choice-input:checked::before {
    content: '';
    inline-size: 0.9rem;
    block-size: 0.9rem;
    background: var(--_on-accent);
    clip-path: polygon(14% 48%, 4% 59%, 40% 90%, 97% 23%, 86% 13%, 38% 68%);
  }
  .portal-choice-input[type='radio']:checked::before {
    inline-size: 0.625rem;
    block-size: 0.625rem;
    border-radius: 50%;
    clip-path: none;
  }
`);
