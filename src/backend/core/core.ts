import { PortalError } from '../../contract/errors.js';
import { operationNamed, type OperationName } from '../../contract/operations.js';
import { readInput } from '../../contract/read-input.js';
import { admit } from './sessions.js';
import { useCases } from './use-cases.js';
import type { Deps, Visitor } from './use-case.js';

/** The backend's rules, whatever door somebody comes in by. */
export interface Core {
  /** The languages that the portal speaks, its own first. */
  readonly languages: readonly string[];
  /**
   * Does what an operation does: lets the visitor in, reads the input, answers.
   *
   * @param input as it came, not yet read
   * @throws PortalError
   */
  run(name: OperationName, input: unknown, visitor: Visitor): Promise<unknown>;
}

/** Puts the rules on what they reach the world by. */
export const createCore = (deps: Deps): Core => ({
  languages: deps.settings.config().languages,
  async run(name, input, visitor) {
    const { access } = operationNamed(name);
    const caller = access === 'public' ? visitor : await admit(deps, visitor, access);
    if (!deps.settings.config(visitor.language).features.includes(name)) throw new PortalError('not_allowed');
    // The table pairs each use case with its own input and caller; the compiler can't follow that through a look-up.
    const useCase = useCases[name] as (deps: Deps, input: unknown, caller: Visitor) => Promise<unknown>;
    return useCase(deps, readInput(name, input), caller);
  },
});
