import type { PortalErrorCode } from '../../contract/errors.js';
import type { OperationName } from '../../contract/operations.js';
import type { Definition } from './adapter-case.js';
import { demand, inShort, type Rule } from './conformance-error.js';
import type { Refusal } from './refusals.js';

/** A case that makes an operation end in an error; its rule is the operation's own section unless told. */
export const error = (
  operation: OperationName,
  code: PortalErrorCode,
  name: string,
  run: Definition['run'],
  rule: Rule = `docs/http.md ${operation}`,
): Definition => ({ name, rule, covers: [{ operation, error: code }], run });

/** Texts that are no e-mail address. */
export const NO_ADDRESSES = [
  '',
  'ann',
  'ann@',
  '@example.org',
  'ann@@example.org',
  'ann b@example.org',
  'ann@example',
  'ann@example..org',
  'ann@example.org, bob@example.org',
  'ann@example.org\r\nBcc: eve@example.net',
  '"ann@evil.example x"@example.org',
  'ann@example.org(eve@evil.example)',
  '<ann@example.org>',
];

/** Demands that a refused password is told which of the portal's rules it breaks, all of them and no others. */
export function demandRules({ fields }: Refusal, field: string, expected: string[]): void {
  // Whether a password is common only the backend knows.
  const told = (fields?.[field]?.failed ?? []).filter((rule) => rule !== 'common').sort();
  const wanted = [...expected].sort();
  demand(inShort(told) === inShort(wanted), `"failed" of the field ${field} to be ${inShort(wanted)}`, told);
}
