import { css } from 'lit';

/** Buttons, and the row they stand in. */
export const buttonStyles = css`
  .portal-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.25rem;
    align-items: center;
    margin-block-start: 0.5rem;
  }
  /* A row with nothing to see in it takes no room. */
  .portal-actions:not(:has(> :not(.portal-visually-hidden))) {
    position: absolute;
  }
  .portal-root > .portal-actions:only-child {
    margin-block-start: 1.75rem;
  }
  .portal-actions > .portal-actions-even {
    inline-size: 100%;
  }
  .portal-button {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_control);
    padding: 0.5rem 1.5rem;
    border: var(--_control-border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_accent);
    font-size: 1rem;
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .portal-button:hover {
    border-color: currentColor;
    background: var(--_quiet);
  }
  .portal-button-primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .portal-button-primary:hover {
    border-color: transparent;
    background: var(--_accent-strong);
  }
  .portal-button-text {
    margin-inline: calc(-0.5rem - 1px);
    padding-inline: 0.5rem;
    border-color: transparent;
    background: none;
    font-weight: 500;
    text-decoration: underline;
    text-decoration-thickness: 0.0625em;
    text-underline-offset: 0.2em;
  }
  .portal-ways > .portal-button-text {
    text-align: start;
  }
  .portal-button-icon {
    inline-size: var(--_control);
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--_text);
  }
  .portal-actions-even {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem;
  }
`;
