import type { ConsentQuestion, ConsentRecord } from '../../contract/consent.js';
import type { Block, Inline } from '../../contract/rich-text.js';
import { plainText } from '../../forms/rich-text.js';
import '../../locale/en/consent.js';
import type { Messages } from '../../locale/messages.js';

/** What was answered to a question, in words. */
export function answerTo({ answers }: ConsentRecord, { id, options }: ConsentQuestion, words: Messages): string {
  const answer = answers[id];
  if (answer === undefined) return '';
  if (answer === true || answer === 'yes') return words.consent.yes;
  if (answer === 'no') return words.consent.no;
  return options?.find(({ value }) => value === answer)?.label ?? answer;
}

// On paper no link can be followed.
const line = (pieces: readonly Inline[]): string =>
  plainText(
    pieces.map((piece) => (typeof piece === 'object' && 'href' in piece ? `${piece.text} (${piece.href})` : piece)),
  );

function block(piece: Block): string {
  if (piece.type !== 'list') return line(piece.content);
  return piece.items.map((item, index) => `${piece.ordered ? `${index + 1}.` : '-'} ${line(item)}`).join('\n');
}

/** A record as plain text, whole: the text that was shown, what was answered, and when. */
export function recordText(record: ConsentRecord, what: string, words: Messages): string {
  const { body, questions, signature, title, version } = record;
  const answers = questions.map((question) => `${question.label}\n${answerTo(record, question, words) || '–'}`);
  const signed = signature ? [`${words.consent.signature}\n${signature}`] : [];
  return [title, words.consent.version(version), what, ...body.map(block), ...answers, ...signed].join('\n\n') + '\n';
}

/** Hands a text to the person as a file. */
export function download(text: string, name: string): void {
  const link = document.createElement('a');
  // The mark at the front tells old editors that it is UTF-8.
  link.href = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/plain;charset=utf-8' }));
  link.download = name.replace(/[^\p{L}\p{N}.-]+/gu, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
