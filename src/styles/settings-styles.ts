import { css } from 'lit';

/** What only the settings, the session and the language menu have. */
export const settingsStyles = css`
  /* A form that only shows something has no row of buttons, and no room for one. */
  .portal-section .portal-actions:not(:has(> :not(.portal-visually-hidden))) {
    display: contents;
  }
  .portal-section:first-child {
    margin-block-start: 1.75rem;
  }
  .portal-linked {
    margin-block-start: 1.5rem;
  }
  .portal-row > .portal-record,
  .portal-row > .portal-question {
    flex: 1 0 100%;
  }
  .portal-row-text {
    flex: 1 1 14rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .portal-record {
    margin-block-start: 0.75rem;
  }
  .portal-question {
    display: grid;
    gap: 0.75rem;
    margin-block-start: 0.5rem;
    padding: 1rem 1.125rem;
    border: var(--_control-border-width) solid var(--_control-border);
    border-radius: var(--_radius);
  }
  .portal-answers {
    display: grid;
    gap: 0.75rem;
    margin-block-start: 1rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_line);
  }
  .portal-answer {
    margin-inline-start: 0;
    overflow-wrap: anywhere;
  }
  .portal-fixed {
    overflow-wrap: anywhere;
  }
  @media print {
    /* A record that is open is printed alone. */
    .portal-root:has(.portal-record) .portal-section:not(:has(.portal-record)),
    .portal-root:has(.portal-record) .portal-section-head,
    .portal-root:has(.portal-record) .portal-row:not(:has(> .portal-record)) {
      display: none;
    }
  }
`;

/** The same, where a tag stands in another, or as one small thing among others of a page. */
export const partStyles = css`
  :where(portal-settings) portal-link-code {
    --portal-padding: initial;
    --portal-surface: initial;
    --portal-border: initial;
    --portal-shadow: initial;
  }
  :where(portal-settings portal-link-code, portal-session) .portal-form.portal-form {
    margin-block-start: 0;
  }
  :where(portal-session) .portal-form.portal-form {
    gap: 0.75rem;
  }
  :where(portal-session) .portal-alert.portal-alert {
    max-inline-size: 28rem;
  }
  :where(portal-session) .portal-dialog.portal-dialog > .portal-form {
    margin-block-start: 1.5rem;
  }
  :where(portal-session, portal-language) .portal-actions.portal-actions {
    margin-block-start: 0;
  }
  :where(portal-session) .portal-root > .portal-form.portal-form > .portal-actions > .portal-button,
  :where(portal-language) .portal-select.portal-select {
    inline-size: auto;
  }
  :where(portal-session) .portal-form.portal-form > .portal-actions:not(:has(> :not(.portal-visually-hidden))) {
    display: contents;
  }
  :where(portal-settings) > .portal-root {
    container-type: inline-size;
  }
  @container (inline-size > 44em) {
    :where(portal-settings) .portal-section.portal-section {
      grid-template-columns: minmax(0, 1fr) minmax(0, 28rem);
      column-gap: 3rem;
    }
  }
`;

/** The shell of a tag that is one small thing among others: the frame of the forms isn't meant for it. */
export const framelessStyles = css`
  [part='base'] {
    max-inline-size: none;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
  }
`;
