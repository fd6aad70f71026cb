import { html, svg, type TemplateResult } from 'lit';
import type { Block, Inline } from '../../contract/rich-text.js';
import { plainText, richText } from '../../forms/rich-text.js';

// One for all points: what a point is about isn't known here.
const pointIcon = html`<svg class="portal-icon" viewBox="0 0 20 20" aria-hidden="true">
  ${svg`<circle cx="10" cy="10" r="7.5"/><path d="M6.75 10h6M10.25 7.25 13 10l-2.75 2.75"/>`}
</svg>`;

/** The words of a help text's first heading, which names the dialog, and what follows it. */
export function titleOf(blocks: readonly Block[]): { title: string | undefined; rest: readonly Block[] } {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading') return { title: undefined, rest: blocks };
  return { title: plainText(first.content), rest };
}

/** A help text; its lists become points with an icon. */
export function helpText(blocks: readonly Block[], level: number): TemplateResult {
  const point = (item: Inline[]): TemplateResult =>
    html`<li class="portal-point">${pointIcon}${richText([{ type: 'paragraph', content: item }], level)}</li>`;
  return html`${blocks.map((block) =>
    block.type === 'list' && !block.ordered
      ? html`<ul class="portal-points" role="list">${block.items.map(point)}</ul>`
      : richText([block], level),
  )}`;
}
