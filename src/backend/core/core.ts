import { PortalError, type FieldProblem } from '../../contract/errors.js';
import { operationNamed, type OperationName } from '../../contract/operations.js';
import type * as z from '../../contract/zod.js';
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
  languages: deps.settings.config('').languages,
  async run(name, input, visitor) {
    const { access, input: schema } = operationNamed(name);
    const caller = access === 'public' ? visitor : await admit(deps, visitor, access);
    if (!deps.settings.config(visitor.language).features.includes(name)) throw new PortalError('not_allowed');
    const read = schema.safeParse(input);
    if (!read.success) throw new PortalError('invalid_input', { fields: fieldProblems(read.error, input) });
    // The table pairs each use case with its own input and caller; the compiler can't follow that through a look-up.
    const useCase = useCases[name] as (deps: Deps, input: unknown, caller: Visitor) => Promise<unknown>;
    return useCase(deps, read.data, caller);
  },
});

function fieldProblems(error: z.core.$ZodError, input: unknown): Record<string, FieldProblem> {
  const fields: Record<string, FieldProblem> = {};
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) fields[nameOf([key])] = { code: 'unknown' };
    else {
      const [first] = issue.path;
      const absent = first !== undefined && (input as Record<PropertyKey, unknown>)[first] === undefined;
      fields[nameOf(issue.path)] ??= { code: absent ? 'missing' : 'invalid' };
    }
  }
  return fields;
}

// A key is typed by the caller too: what is no name isn't said back.
function nameOf(path: PropertyKey[]): string {
  const names = path.map(String);
  return names.every((name) => /^[\w.-]{1,100}$/.test(name)) ? names.join('.') : '';
}
