import type { PortalErrorCode } from './errors.js';
import type * as z from './zod.js';

/**
 * Who may call an operation: anybody; somebody logged in; or somebody logged in with no required consent open.
 */
export type Access = 'public' | 'session' | 'consented';

/** One row of the contract: everything that the adapter, the HTTP client, the handler and the documents derive from. */
export interface Operation<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
  Who extends Access = Access,
  Code extends PortalErrorCode = PortalErrorCode,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base path; `{name}` stands for the property of that name in the input. */
  readonly path: string;
  readonly access: Who;
  /** One sentence for the HTTP documentation. */
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** The errors of its own; those of its access and the common ones come on top. */
  readonly errors: readonly Code[];
}

/** Writes a row down with its exact types. */
export const operation = <
  Input extends z.ZodMiniType,
  Output extends z.ZodMiniType,
  Who extends Access,
  Code extends PortalErrorCode = never,
>(
  row: Operation<Input, Output, Who, Code>,
): Operation<Input, Output, Who, Code> => row;
