import { createContext } from '@lit/context';
import type { Input, OperationName, Operations, Output } from '../contract/operations.js';
import { PortalError } from '../contract/portal-error.js';
import type { PartialMessages } from '../locale/messages.js';

/** What may be said beside the input of every operation. */
export interface CallOptions {
  /** Ends the call: its promise rejects with an `AbortError`. */
  signal?: AbortSignal;
  /** BCP 47 tag of the language that texts are wanted in; over HTTP it is `Accept-Language`. */
  language?: string;
}

type Call<Name extends OperationName> =
  Input<Name> extends Record<string, never>
    ? (input?: Input<Name>, options?: CallOptions) => Promise<Output<Name>>
    : (input: Input<Name>, options?: CallOptions) => Promise<Output<Name>>;

/** An operation whose answer is checked by the contract: the config is merged onto its defaults instead. */
export type CheckedOperation = Exclude<OperationName, 'readConfig'>;

/**
 * How elements reach a backend: one function for each operation of the contract.
 *
 * On purpose it rejects with `PortalError` alone. An operation that a backend lacks is `unsupported`, and absent from the
 * config's `features`.
 */
export type PortalAdapter = { [Name in keyof Operations]: Call<Name> };

/** Stands in for an operation that a backend doesn't have: it always refuses with `not_allowed`. */
export const unsupported =
  (name: OperationName) =>
  (...ignored: unknown[]): Promise<never> => {
    void ignored;
    return Promise.reject(new PortalError('not_allowed', { cause: new Error(`This backend has no ${name}.`) }));
  };

/** What a `portal-provider` gives to the elements inside it. */
export interface PortalContext {
  adapter?: PortalAdapter;
  messages?: PartialMessages;
}

/** The key under which elements ask for a `PortalContext`, by the context protocol of web components. */
export const portalContext = createContext<PortalContext>(Symbol.for('portal-elements'));
