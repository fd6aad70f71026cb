import { html, nothing, type TemplateResult } from 'lit';
import type { PortalConfig } from '../../contract/config.js';
import type { ConsentDocument } from '../../contract/consent.js';
import type { Block } from '../../contract/rich-text.js';
import type { FlowController } from '../../forms/flow-controller.js';
import { loading } from '../../forms/form.js';
import { onIcon } from '../../forms/icons.js';
import { plainText } from '../../forms/rich-text.js';
import '../../locale/en/consent.js';

/** Whether what is left open is found again under Settings, as far as the portal's config tells. */
export const comesAgain = ({ pages, settings }: PortalConfig): boolean => settings.consents && pages.settings !== '';

const WORDS_A_MINUTE = 200;

// Chinese has words too, but no blanks between them.
const wordsIn = (text: string, language: string): number =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike)
    .length;

function minutesFor(blocks: readonly Block[], language: string): number {
  const text = blocks
    .flatMap((block) => (block.type === 'list' ? block.items : [block.content]))
    .map(plainText)
    .join(' ');
  return Math.max(1, Math.round(wordsIn(text, language) / WORDS_A_MINUTE));
}

/** What is still to be answered: a button for each document, named after it; its whole row is the target. */
export function consentList(
  flow: FlowController,
  pending: readonly ConsentDocument[] | undefined,
  open: (document: ConsentDocument) => unknown,
): TemplateResult | typeof nothing {
  const { config, words } = flow.portal;
  const { consent } = words;
  if (!pending) return loading(flow);
  const row = (document: ConsentDocument, index: number): TemplateResult => {
    const hint = `${flow.id}-document-${index}`;
    const minutes = minutesFor(document.body, document.language);
    return html`<li class="portal-document-row">
      <button
        class="portal-document-button"
        type="button"
        lang=${document.language}
        aria-describedby=${hint}
        @click=${() => open(document)}
      >${document.title}</button>
      <p class="portal-hint" id=${hint}>${document.required ? consent.required(minutes) : consent.optional(minutes)}</p>
      ${onIcon}
    </li>`;
  };
  const canWait = pending.some(({ required }) => !required) && comesAgain(config);
  return html`<ul class="portal-rows portal-documents" role="list">${pending.map(row)}</ul>
    ${canWait ? html`<p class="portal-hint">${consent.later}</p>` : nothing}`;
}
