import type { TemplateResult } from 'lit';
import {
  CODE_RANDOM_SYMBOLS,
  formatCode,
  isWellFormedCode,
  normalizeCode,
  type CodeFormat,
} from '../contract/fields/activation-code.js';
import '../locale/en/code.js';
import type { FieldError } from './flow-controller.js';
import { textField, type TextParts } from './text-field.js';

/**
 * The field for an activation code: one field for the whole of it, taken in any form, and shown as the email shows it once
 * it is left.
 */
export function codeField(parts: Pick<TextParts, 'flow' | 'value'> & { name?: string }): TemplateResult {
  const { config, words } = parts.flow.portal;
  const ours = config.code.format === 'portal';
  const shown = (typed: string): string => (ours ? formatCode(normalizeCode(typed)) : typed);
  return textField({
    ...parts,
    name: parts.name ?? 'code',
    label: words.code.label,
    hint: ours ? words.code.hint : words.code.hintAny,
    value: parts.value ? shown(parts.value) : '',
    autocomplete: 'one-time-code',
    inputmode: 'text',
    className: 'portal-input-code',
    ltr: true,
    autocapitalize: 'characters',
    secret: true,
    onBlur: ({ target }) => {
      const input = target as HTMLInputElement;
      const next = shown(input.value);
      // Setting an equal value would still move the cursor.
      if (next !== input.value) input.value = next;
    },
  });
}

/** What is wrong with a typed activation code, if anything: a typing mistake is told here, and costs no attempt. */
export function codeError(typed: string, format: CodeFormat): FieldError | undefined {
  const code = normalizeCode(typed, format);
  if (!code) return { says: (words) => words.code.missing };
  if (format === 'any') return undefined;
  const { length } = [...code];
  if (length !== CODE_RANDOM_SYMBOLS + 1) return { says: (words) => words.code.length(length) };
  return isWellFormedCode(code) ? undefined : { says: (words) => words.code.mistyped };
}
