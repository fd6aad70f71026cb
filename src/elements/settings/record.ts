import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentRecord } from '../../contract/consent.js';
import { labelOf } from '../../forms/field.js';
import { printIcon } from '../../forms/icons.js';
import type { Portal } from '../../forms/portal.js';
import { richText } from '../../forms/rich-text.js';
import '../../locale/en/consent.js';
import '../../locale/en/settings.js';
import { isRightToLeft } from '../../locale/load-messages.js';
import { answerTo, download, recordText } from './record-text.js';

/** What has become of a record, and when. */
export function fateOf(
  { decision, recordedAt, withdrawnAt }: ConsentRecord,
  { language, words }: Portal,
  required = false,
): string {
  const { agreed, agreedRequired, declined, withdrawn } = words.settings.consents;
  const on = (time: string): string => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(time));
  if (withdrawnAt) return withdrawn(on(withdrawnAt));
  if (decision === 'decline') return declined(on(recordedAt));
  return required ? agreedRequired(on(recordedAt)) : agreed(on(recordedAt));
}

/** A record to read again: the text as it was shown, the answers, and ways to keep it. */
export function recordView(record: ConsentRecord, portal: Portal, level: number): TemplateResult {
  const { words } = portal;
  const { body, documentId, language, questions, signature, version } = record;
  const save = (): void =>
    download(recordText(record, fateOf(record, portal, record.required), words), `${documentId}-${version}.txt`);
  const answered = questions.filter(({ id }) => record.answers[id] !== undefined);
  const answer = (label: unknown, text: string): TemplateResult =>
    html`<div>
      <dt class="portal-strong">${label}</dt>
      <dd class="portal-answer">${text}</dd>
    </div>`;
  return html`<div class="portal-record">
    <p class="portal-hint">${words.consent.version(version)}</p>
    <div lang=${language} dir=${isRightToLeft(language) ? 'rtl' : 'ltr'}>${richText(body, level)}</div>
    ${
      answered.length > 0 || signature
        ? html`<dl class="portal-answers">
            ${answered.map((question) => answer(labelOf(question.label, language), answerTo(record, question, words)))}
            ${signature ? answer(words.consent.signature, signature) : nothing}
          </dl>`
        : nothing
    }
    <div class="portal-ways">
      <button class="portal-button portal-button-text" type="button" @click=${() => print()}>
        ${printIcon}${words.consent.print}
      </button>
      <button class="portal-button portal-button-text" type="button" @click=${save}>${words.consent.download}</button>
    </div>
  </div>`;
}
