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

/** A code as the email shows it; one of another make as it is. */
export const shownCode = (typed: string, format: CodeFormat): string =>
  format === 'portal' ? formatCode(normalizeCode(typed)) : typed;

/**
 * The field for an activation code: one field for the whole of it, taken in any form, and shown as the email shows it once
 * it is left.
 */
export function codeField(parts: Pick<TextParts, 'flow' | 'value'> & { name?: string }): TemplateResult {
  const { config, words } = parts.flow.portal;
  const { format } = config.code;
  return textField({
    ...parts,
    name: parts.name ?? 'code',
    label: words.code.label,
    hint: format === 'portal' ? words.code.hint : words.code.hintAny,
    value: shownCode(parts.value ?? '', format),
    autocomplete: 'one-time-code',
    inputmode: 'text',
    className: 'portal-input-code',
    ltr: true,
    autocapitalize: 'characters',
    secret: true,
    onBlur: ({ target }) => {
      const input = target as HTMLInputElement;
      const next = shownCode(input.value, format);
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
