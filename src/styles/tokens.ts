import { css } from 'lit';

/**
 * What a client can set, each with its default for light and for dark. Only the private names are ever declared, so an
 * inherited `--portal-…` always wins and the page around is left alone.
 */
export const tokens = css`
  :host {
    --_accent: var(--portal-accent, light-dark(#0b6b74, #6fd3d8));
    --_accent-strong: var(--portal-accent-strong, light-dark(#07525a, #a3e6e9));
    --_on-accent: var(--portal-on-accent, light-dark(#ffffff, #06282c));
    --_text: var(--portal-text, light-dark(#16272b, #e7eeee));
    --_muted: var(--portal-muted, light-dark(#4b5e63, #a9bbbe));
    --_field: var(--portal-field, light-dark(#ffffff, #0f181a));
    --_control-border: var(--portal-control-border, light-dark(#718489, #73888d));
    --_control-border-width: var(--portal-control-border-width, 1px);
    --_line: var(--portal-line, light-dark(#dfe5e4, #2c3b3f));
    --_quiet: var(--portal-quiet, light-dark(#eaf4f4, #14323a));
    --_raised: var(--portal-raised, light-dark(#ffffff, #192427));
    --_danger: var(--portal-danger, light-dark(#a8281c, #ffa396));
    --_danger-surface: var(--portal-danger-surface, light-dark(#fdf2f0, #35201d));
    --_success: var(--portal-success, light-dark(#1b6839, #86d9a6));
    --_success-surface: var(--portal-success-surface, light-dark(#ecf6ef, #162e20));
    --_focus: var(--portal-focus, light-dark(#07525a, #8fe3e7));
    --_focus-gap: var(--portal-focus-gap, light-dark(#ffffff, #0b1416));
    --_radius: var(--portal-radius, 0.5rem);
    --_control: var(--portal-control-size, 2.75rem);
    --_gap: var(--portal-gap, 1.5rem);
  }
`;
