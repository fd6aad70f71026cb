import { html } from 'lit';
import type { PortalError } from '../contract/portal-error.js';
import type { AlertContent } from '../forms/alert.js';
import type { Portal } from '../forms/portal.js';
import type { Method } from '../forms/proof-fields.js';
import '../locale/en/no-records.js';

/**
 * What is said of a code that opens nothing: why, where that is told, else what to check.
 *
 * @param unknown said above that where the code is asked for alone
 */
export function noRecords(
  { reason }: PortalError,
  { words }: Portal,
  method: Method | undefined,
  unknown = '',
): AlertContent {
  const { body, check, reasons } = words.activate.noRecords;
  const { title } = words.errors.no_records_found;
  // A custom backend may have reasons that nobody has words for.
  if (reason && Object.hasOwn(reasons, reason)) return { title, body: reasons[reason] };
  const points = [check.code, ...(method ? [check[method]] : []), check.used];
  return {
    title,
    body: html`<p class="portal-text">${method ? body[method] : unknown}</p>
      <ul class="portal-bullets">
        ${points.map((point) => html`<li>${point}</li>`)}
      </ul>`,
  };
}
