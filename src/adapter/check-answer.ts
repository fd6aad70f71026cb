import { consentDocumentSchema, type ConsentDocument } from '../contract/consent.js';
import { operationNamed, type OperationName, type Output } from '../contract/operations.js';
import { PortalError } from '../contract/portal-error.js';

/** Reads what a backend answered by the contract. What isn't that is a `server_error`: it never passes for an answer. */
export function checkAnswer<Name extends OperationName>(name: Name, answer: unknown): Output<Name> {
  const read = operationNamed(name).output.safeParse(answer);
  if (!read.success) throw new PortalError('server_error', { cause: read.error });
  return read.data as Output<Name>;
}

/** Reads the document that `consent_outdated` carries. */
export function checkDocument(document: unknown): ConsentDocument {
  const read = consentDocumentSchema.safeParse(document);
  if (!read.success) throw new PortalError('server_error', { cause: read.error });
  return read.data;
}
