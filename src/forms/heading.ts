import { html, nothing, type TemplateResult } from 'lit';

/** A heading of a level that is only known on the page. It can take the focus, by script alone. */
export function heading(level: number, content: unknown, className: string, id?: string): TemplateResult {
  switch (Math.min(6, Math.max(1, Math.trunc(level) || 2))) {
    case 1:
      return html`<h1 class=${className} id=${id ?? nothing} tabindex="-1">${content}</h1>`;
    case 2:
      return html`<h2 class=${className} id=${id ?? nothing} tabindex="-1">${content}</h2>`;
    case 3:
      return html`<h3 class=${className} id=${id ?? nothing} tabindex="-1">${content}</h3>`;
    case 4:
      return html`<h4 class=${className} id=${id ?? nothing} tabindex="-1">${content}</h4>`;
    case 5:
      return html`<h5 class=${className} id=${id ?? nothing} tabindex="-1">${content}</h5>`;
    default:
      return html`<h6 class=${className} id=${id ?? nothing} tabindex="-1">${content}</h6>`;
  }
}
