import { css } from 'lit';
import { steady } from './steady.js';
import { focusStyles, textStyles } from './text-styles.js';
import { tokens } from './tokens.js';

/** The shadow shell: width, frame, and the words around the form. The page can style it by its parts. */
export const shellStyles = steady(css`
  ${tokens}
  :host {
    --_rem: max(1rem, 16px);
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
    max-inline-size: var(--portal-max-inline-size, 28rem); /* How wide the content may grow; a consent document up to 65ch. */
    padding: var(--portal-padding, 0); /* Around the content. */
    border: var(--portal-border, 0); /* The frame. */
    border-radius: var(--portal-surface-radius, 1rem); /* Corners of the frame. */
    background: var(--portal-surface, transparent); /* Ground of the frame. */
    box-shadow: var(--portal-shadow, none); /* Shadow of the frame. */
  }
  [part='base'],
  [part='body'] {
    color: var(--_text);
    line-height: 1.5;
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
  }
  /* A page that has chosen no font of its own. */
  :host(:state(plain-page)) :is([part='base'], [part='body']) {
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
`);
