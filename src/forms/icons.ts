import { html, nothing, svg, type TemplateResult } from 'lit';

const icon = (path: string, className = 'portal-icon'): TemplateResult =>
  html`<svg class=${className} viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`;

const inCircle = (path?: string): TemplateResult =>
  html`<svg class="portal-icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.5" />${path ? svg`<path d=${path} />` : nothing}</svg>`;

// Marked as pure, so that a page takes along only those that it draws.

/** Beside what went wrong. */
export const alertIcon = /* @__PURE__ */ inCircle('M10 6.2v4.3M10 13.6v.05');

/** Beside what is done, and a rule that is met. */
export const doneIcon = /* @__PURE__ */ inCircle('m6.7 10.3 2.3 2.3 4.4-4.9');

/** Beside a rule that isn't met yet. */
export const openIcon = /* @__PURE__ */ inCircle();

/** In a select. */
export const downIcon = /* @__PURE__ */ icon('m5.5 8 4.5 4.5L14.5 8');

/** In a row that leads on. */
export const onIcon = /* @__PURE__ */ icon('m8 5.5 4.5 4.5L8 14.5', 'portal-icon portal-icon-flip');

/** On the button that prints. */
export const printIcon = /* @__PURE__ */ icon(
  'M6 6.75V3h8v3.75M6 13.5H4.5A1.5 1.5 0 0 1 3 12V8.75a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2V12a1.5 1.5 0 0 1-1.5 1.5H14M6 11h8v6H6z',
);

/** On the button that closes. */
export const closeIcon = /* @__PURE__ */ icon('m5 5 10 10M15 5 5 15');

/** On the button that helps. */
export const helpIcon = /* @__PURE__ */ inCircle(
  'M7.9 8.1c.1-1.2 1-1.9 2.2-1.9s2.1.7 2.1 1.8c0 1.6-2.1 1.6-2.1 3.1M10.1 13.8v.05',
);
