import { css } from 'lit';

/** Consent texts, sections of the settings, dialogs. */
export const pageStyles = css`
  .portal-document {
    max-inline-size: 65ch;
    margin-block-start: 1rem;
    line-height: 1.6;
  }
  .portal-changed {
    margin-block-start: 0.75rem;
  }
  .portal-reading + .portal-form {
    padding-block-start: 1.75rem;
    border-block-start: 1px solid var(--_line);
  }
  .portal-document :where(p, ul, ol) {
    margin-block: 0 0.75rem;
  }
  .portal-document :where(ul, ol) {
    padding-inline-start: 2.5rem;
    list-style: disc;
  }
  .portal-document :where(ol) {
    list-style: decimal;
  }
  .portal-document-heading {
    margin-block: 1.75rem 0.375rem;
    font-size: 1.0625rem;
    font-weight: 600;
  }
  .portal-section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    padding-block: 2.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .portal-heading + .portal-section {
    margin-block-start: 1.75rem;
  }
  .portal-subheading + .portal-hint {
    margin-block-start: 0.25rem;
  }
  .portal-section:last-child {
    padding-block-end: 0;
  }
  .portal-section > .portal-form {
    margin-block-start: 0;
  }
  .portal-dialog {
    --_pad: clamp(1.5rem, 6vw, 2rem);
    position: fixed;
    inset: 0;
    inline-size: min(32rem, 100vw - 2rem);
    block-size: fit-content;
    max-block-size: calc(100dvh - 2rem);
    margin: auto;
    padding: var(--_pad);
    border: 1px solid var(--_line);
    border-radius: 1rem;
    overflow: auto;
    background: var(--_raised);
    color: var(--_text);
    box-shadow: 0 1.5rem 4rem rgb(0 20 24 / 0.28);
  }
  .portal-dialog::backdrop {
    background: rgb(9 24 27 / 0.55);
  }
  .portal-dialog-close {
    position: absolute;
    inset-block-start: calc(var(--_pad) - 0.4375rem);
    inset-inline-end: calc(var(--_pad) - 0.75rem);
  }
  .portal-dialog > .portal-actions {
    margin-block-start: 1.5rem;
  }
  .portal-dialog > .portal-heading {
    padding-inline-end: 2.5rem;
  }
  .portal-countdown {
    margin-block: 0.5rem;
    font-size: 2.5rem;
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
`;
