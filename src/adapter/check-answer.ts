import type { ConsentDocument } from '../contract/consent.js';
import type { Output } from '../contract/operations.js';
import { PortalError } from '../contract/portal-error.js';
import { ANSWERS, consentDocument } from './answers.js';
import type { CheckedOperation } from './portal-adapter.js';
import type { Read } from './readers.js';

// Exported from here, so that both are loaded with the first answer and not before.
export { noteAnswer } from './activity.js';

function check(read: Read, answer: unknown): unknown {
  try {
    return read(answer, '');
  } catch (cause) {
    throw new PortalError('server_error', { cause });
  }
}

/** Reads what a backend answered by the contract. What isn't that is a `server_error`: it never passes for an answer. */
export const checkAnswer = <Name extends CheckedOperation>(name: Name, answer: unknown): Output<Name> =>
  check(ANSWERS[name][2], answer) as Output<Name>;

/** Reads the document that `consent_outdated` carries. */
export const checkDocument = (document: unknown): ConsentDocument =>
  check(consentDocument, document) as ConsentDocument;
