import { css } from 'lit';

/** Rows, points and the list of documents. */
export const listStyles = css`
  .portal-rows,
  .portal-points {
    display: grid;
    padding: 0;
    list-style: none;
  }
  .portal-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding-block: 1rem;
  }
  .portal-row:first-child {
    padding-block-start: 0;
  }
  .portal-row:last-child {
    padding-block-end: 0;
  }
  .portal-row + .portal-row {
    border-block-start: 1px solid var(--_line);
  }
  .portal-row-name {
    display: block;
    font-weight: 600;
  }
  .portal-points {
    gap: 1rem;
    margin-block-start: 1.25rem;
  }
  .portal-point {
    display: flex;
    gap: 0.75rem;
  }
  .portal-point > svg {
    color: var(--_accent);
  }
  .portal-document-button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font-size: 1.0625rem;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .portal-document-button::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  .portal-document-row {
    position: relative;
    display: grid;
    align-items: center;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 1rem;
    padding: 1rem 1.25rem;
    border: var(--_control-border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_field);
  }
  .portal-documents {
    gap: 0.75rem;
    margin-block: 1.75rem 1.25rem;
  }
  .portal-form > .portal-documents {
    margin-block: 0 -0.25rem;
  }
  .portal-document-row > svg {
    grid-area: 1 / 2 / 3;
    color: var(--_accent);
  }
  .portal-document-row:hover {
    border-color: var(--_accent);
    background: var(--_quiet);
  }
`;
