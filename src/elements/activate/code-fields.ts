import { html, type TemplateResult } from 'lit';
import { normalizeCode } from '../../contract/fields/activation-code.js';
import type { Input } from '../../contract/operations.js';
import { codeError, codeField } from '../../forms/code-field.js';
import type { FieldErrors, FlowController } from '../../forms/flow-controller.js';
import { proofFields, readProof, type Kept, type Method } from '../../forms/proof-fields.js';

/** The fields of the first step: the code, and what proves to be its person. */
export const codeFields = (
  flow: FlowController,
  method: Method,
  kept: Kept,
  choose: (method: Method) => void,
): TemplateResult =>
  html`${codeField({ flow, value: kept('code') })}
  ${proofFields(flow, flow.portal.config.verification.methods, method, kept, choose)}`;

/** Reads the first step, or what is wrong with it. */
export function readCodeFields(
  flow: FlowController,
  method: Method,
): { input: Input<'verifyCode'> } | { errors: FieldErrors } {
  const { format } = flow.portal.config.code;
  const typed = flow.values('code');
  const wrong = codeError(typed, format);
  const proof = readProof(flow, method);
  if (!wrong && 'proof' in proof) return { input: { code: normalizeCode(typed, format), ...proof.proof } };
  return { errors: { ...(wrong && { code: wrong }), ...('errors' in proof && proof.errors) } };
}
