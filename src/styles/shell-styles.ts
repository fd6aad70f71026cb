import { css } from 'lit';
import { focusStyles, textStyles } from './text-styles.js';
import { tokens } from './tokens.js';

/** The shadow shell: width, frame, and the words around the form. The page can style it by its parts. */
export const shellStyles = css`
  ${tokens}
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  :host([data-scheme='light']) {
    color-scheme: light;
  }
  :host([data-scheme='dark']) {
    color-scheme: dark;
  }
  [part='base'] {
    box-sizing: content-box;
    max-inline-size: var(--portal-max-inline-size, 28rem);
    padding: var(--portal-padding, 0);
    border: var(--portal-border, 0);
    border-radius: var(--portal-surface-radius, 1rem);
    background: var(--portal-surface, transparent);
    box-shadow: var(--portal-shadow, none);
    color: var(--_text);
    line-height: 1.5;
  }
  /* A page that has chosen no font of its own. */
  :host(:state(plain-page)) [part='base'] {
    font-family: system-ui, sans-serif;
  }
  [class^='portal-'] {
    box-sizing: border-box;
    margin: 0;
    font: inherit;
  }
  ${textStyles} ${focusStyles}
  [part='heading']:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-gap);
  }
  [part='footer'] {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    margin-block-start: 2rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_line);
  }
  [part='footer'][hidden] {
    display: none;
  }
  .portal-support.portal-support {
    color: var(--_muted);
  }
  .portal-waiting {
    color: var(--_muted);
    animation: portal-appear 1s step-end;
  }
  .portal-spinner {
    display: inline-block;
  }
  @keyframes portal-appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .portal-spinner {
      animation: portal-turn 0.8s linear infinite;
    }
  }
  @keyframes portal-turn {
    to {
      rotate: 1turn;
    }
  }
  .portal-or.portal-or {
    display: flex;
    gap: 1rem;
    align-items: center;
    margin-block: 1.5rem;
    color: var(--_muted);
    font-size: 0.9375rem;
  }
  .portal-or.portal-or::before,
  .portal-or.portal-or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_line);
  }
  @media print {
    [part='footer'] {
      display: none;
    }
  }
`;
