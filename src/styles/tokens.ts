import { css } from 'lit';

/**
 * What a client can set, each with its default for light and for dark. Only the private names are ever declared, so an
 * inherited `--portal-…` always wins and the page around is left alone. The documentation's table is made of these lines.
 */
export const tokens = css`
  :host {
    --_accent: var(--portal-accent, light-dark(#0b6b74, #6fd3d8)); /* Links, the filled button, what is chosen. */
    --_accent-strong: var(--portal-accent-strong, light-dark(#07525a, #a3e6e9)); /* Both of them under the pointer. */
    --_on-accent: var(--portal-on-accent, light-dark(#ffffff, #06282c)); /* Text on the filled button. */
    --_text: var(--portal-text, light-dark(#16272b, #e7eeee)); /* Text. */
    --_muted: var(--portal-muted, light-dark(#4b5e63, #a9bbbe)); /* Intro, hints, steps, rules that are still open. */
    --_field: var(--portal-field, light-dark(#ffffff, #0f181a)); /* Ground of fields, choices and plain buttons. */
    --_control-border: var(--portal-control-border, light-dark(#718489, #73888d)); /* Lines of fields, choices and plain buttons. */
    --_control-border-width: var(--portal-control-border-width, 1px); /* How thick those lines are. */
    --_line: var(--portal-line, light-dark(#dfe5e4, #2c3b3f)); /* Hairlines between rows and sections. */
    --_quiet: var(--portal-quiet, light-dark(#eaf4f4, #14323a)); /* Ground of what is chosen, or under the pointer. */
    --_raised: var(--portal-raised, light-dark(#ffffff, #192427)); /* Ground of dialogs. */
    --_danger: var(--portal-danger, light-dark(#a8281c, #ffa396)); /* Errors: text, icon, bar, line. */
    --_danger-surface: var(--portal-danger-surface, light-dark(#fdf2f0, #35201d)); /* Ground of an alert. */
    --_success: var(--portal-success, light-dark(#1b6839, #86d9a6)); /* Success: text and icon; rules that are met. */
    --_success-surface: var(--portal-success-surface, light-dark(#ecf6ef, #162e20)); /* Ground of a message of success. */
    --_focus: var(--portal-focus, light-dark(#07525a, #8fe3e7)); /* Outer ring of the focus. */
    --_focus-gap: var(--portal-focus-gap, light-dark(#ffffff, #0b1416)); /* Inner ring of the focus. */
    --_radius: var(--portal-radius, 0.5rem); /* Corners of fields, buttons and alerts. */
    --_control: var(--portal-control-size, 2.75rem); /* Least height of a control. */
    --_gap: var(--portal-gap, 1.5rem); /* Between fields. */
  }
`;
