import { css } from 'lit';

/** What is said about the last act: alerts, statuses, whom to turn to. */
export const noticeStyles = css`
  .portal-saved {
    display: flex;
    gap: 0.5rem;
    color: var(--_success);
    font-weight: 500;
  }
  .portal-loading {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .portal-notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.5rem 0.75rem;
    padding: 1rem 1.125rem;
    border-radius: var(--_radius);
  }
  .portal-alert {
    border: 1px solid var(--_danger);
    background: var(--_danger-surface);
  }
  .portal-status {
    background: var(--_success-surface);
    color: var(--_success);
    font-weight: 500;
  }
  .portal-alert > svg,
  .portal-alert-title {
    color: var(--_danger);
  }
  .portal-alert-title {
    font-weight: 600;
  }
  .portal-alert-body {
    grid-column: 2;
    display: grid;
    gap: 0.75rem;
  }
  .portal-wait {
    display: grid;
  }
  .portal-wait > .portal-text {
    grid-area: 1 / 1;
  }
  .portal-unseen {
    visibility: hidden;
  }
  .portal-bullets {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1.25rem;
    list-style: disc;
  }
  .portal-bullets > li {
    margin: 0;
    padding: 0;
    color: inherit;
    list-style: inherit;
    text-align: start;
  }
  /* High enough to be pressed, in whatever font. */
  .portal-bullets .portal-link {
    display: inline-block;
    min-block-size: 1.5rem;
  }
  .portal-ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    align-items: center;
    padding: 0;
    list-style: none;
  }
  .portal-ways > .portal-link {
    padding-block: 0.375rem;
  }
  .portal-support {
    padding-block-start: 0.75rem;
    border-block-start: 1px solid color-mix(in srgb, currentColor 18%, transparent);
    font-size: 0.9375rem;
  }
`;
