import { accountOperations } from './account.js';
import { activationOperations } from './activation.js';
import { configOperations } from './config.js';
import { consentOperations } from './consent.js';
import type { PortalErrorCode } from './errors.js';
import { linkingOperations } from './linking.js';
import { loginOperations } from './login.js';
import type { Operation } from './operation.js';
import { recoveryOperations } from './recovery.js';
import type * as z from './zod.js';

/**
 * The contract, whole. The adapter's type, the HTTP client, the handler, the mock, the conformance kit and the OpenAPI
 * document are derived from this table, so that they can't drift apart.
 */
export const operations = {
  ...configOperations,
  ...activationOperations,
  ...loginOperations,
  ...consentOperations,
  ...linkingOperations,
  ...accountOperations,
  ...recoveryOperations,
};

export type Operations = typeof operations;

/** The name of an operation. */
export type OperationName = keyof Operations;

export const OPERATION_NAMES = Object.keys(operations) as OperationName[];

/** What a caller hands to an operation. */
export type Input<Name extends OperationName> = z.input<Operations[Name]['input']>;

/** What an operation gets once its input was read. */
export type ParsedInput<Name extends OperationName> = z.output<Operations[Name]['input']>;

/** What an operation answers. */
export type Output<Name extends OperationName> = z.output<Operations[Name]['output']>;

/** The row of an operation as the table's users see it. */
export const operationNamed = (name: OperationName): Operation => operations[name];

const COMMON: readonly PortalErrorCode[] = [
  'invalid_input',
  'not_allowed',
  'not_found',
  'method_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
  'too_many_attempts',
  'server_error',
  'unavailable',
];

/** Every error an operation can end in: its own, those of its access, and the common ones. */
export function errorsOf(name: OperationName): PortalErrorCode[] {
  const { access, errors } = operationNamed(name);
  const guarded: PortalErrorCode[] =
    access === 'public' ? [] : access === 'session' ? ['session_required'] : ['session_required', 'consent_required'];
  return [...new Set([...errors, ...guarded, ...COMMON])];
}
