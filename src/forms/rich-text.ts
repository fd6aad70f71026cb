import { html, type TemplateResult } from 'lit';
import { isSafeHref } from '../contract/fields/safe-href.js';
import type { Block, Inline } from '../contract/rich-text.js';
import { heading } from './heading.js';

/** The words of a text alone. */
export const plainText = (pieces: readonly Inline[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.text)).join('');

function inline(piece: Inline): unknown {
  if (typeof piece === 'string') return piece;
  if ('strong' in piece) return html`<strong class="portal-strong">${piece.strong}</strong>`;
  if (!isSafeHref(piece.href)) return piece.text;
  return html`<a class="portal-link" href=${piece.href} rel="noopener noreferrer">${piece.text}</a>`;
}

function block(piece: Block, level: number): TemplateResult {
  if (piece.type === 'list') {
    const items = piece.items.map((item) => html`<li>${item.map(inline)}</li>`);
    return piece.ordered
      ? html`<ol>
          ${items}
        </ol>`
      : html`<ul>
          ${items}
        </ul>`;
  }
  const content = piece.content.map(inline);
  return piece.type === 'heading' ? heading(level, content, 'portal-document-heading') : html`<p>${content}</p>`;
}

/** Text of a consent or of the help, drawn from blocks of data; it is never HTML. */
export const richText = (blocks: readonly Block[], level: number): TemplateResult =>
  html`<div class="portal-document">${blocks.map((piece) => block(piece, level))}</div>`;
