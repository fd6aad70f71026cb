import { css } from 'lit';

/** How words look, in the shell and in the form alike. Nested in whatever bounds the sheet. */
export const textStyles = css`
  .portal-step {
    margin-block-end: 0.25rem;
    color: var(--_muted);
    font-size: 0.9375rem;
    font-weight: 500;
  }
  .portal-strong {
    font-weight: 600;
  }
  .portal-heading {
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .portal-subheading {
    font-size: 1.125rem;
    font-weight: 600;
    line-height: 1.35;
  }
  .portal-intro {
    margin-block-start: 0.5rem;
    color: var(--_muted);
  }
  .portal-hint {
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .portal-intro,
  .portal-hint,
  .portal-text {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .portal-link {
    color: var(--_accent);
    font-weight: 500;
    text-decoration: underline;
    text-decoration-thickness: 0.0625em;
    text-underline-offset: 0.2em;
  }
  .portal-link:hover {
    color: var(--_accent-strong);
    text-decoration-thickness: 0.125em;
  }
  .portal-support {
    font-size: 0.9375rem;
  }
  .portal-support > [href^='tel:'] {
    white-space: nowrap;
  }
  .portal-icon {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin-block: 0.125rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .portal-icon-flip:dir(rtl) {
    scale: -1 1;
  }
  .portal-spinner {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
  }
  .portal-visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    min-block-size: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Two rings, a light and a dark one: together they show on any ground. */
export const focusStyles = css`
  /* Room for the rings, and for bars of a page that stick to its edges: they must not cover what has the focus. */
  [class^='portal-']:is(a, button, input, select, [tabindex]) {
    scroll-margin-block: 6rem;
  }
  [class^='portal-']:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-gap);
  }
`;
