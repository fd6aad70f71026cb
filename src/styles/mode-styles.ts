import { css } from 'lit';

/** Focus, narrow screens, less motion, forced colors, paper. */
export const modeStyles = css`
  .portal-document-button:focus-visible {
    outline: 0;
    box-shadow: none;
  }
  .portal-document-button:focus-visible::after {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-gap);
  }
  @media (width < 30rem) {
    .portal-actions > .portal-button {
      inline-size: 100%;
      margin-inline: 0;
    }
    .portal-alert-body {
      grid-column: 1 / -1;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .portal-button,
    .portal-input,
    .portal-choice {
      transition: 150ms;
      transition-property: color, background-color, border-color;
    }
    .portal-spinner {
      animation: portal-turn 0.8s linear infinite;
    }
  }
  @media (forced-colors: active) {
    .portal-choice-input {
      appearance: auto;
    }
    .portal-choice:has(:checked) {
      outline: 2px solid Highlight;
    }
    .portal-status {
      border: 1px solid;
    }
    .portal-button-primary {
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }
    .portal-button-text {
      margin-inline: 0;
    }
    .portal-icon {
      forced-color-adjust: auto;
    }
  }
  @media print {
    .portal-button,
    .portal-alert {
      display: none;
    }
    .portal-document {
      max-inline-size: none;
    }
  }
`;
