import { PortalError, type FieldProblem } from './errors.js';
import { operationNamed, type OperationName, type ParsedInput } from './operations.js';
import type * as z from './zod.js';

/**
 * Reads what somebody hands to an operation, as the contract says: spelled as it is kept, with all its keys and no others.
 *
 * @throws PortalError `invalid_input`, naming each field that is missing, invalid or unknown
 */
export function readInput<Name extends OperationName>(name: Name, input: unknown): ParsedInput<Name> {
  const read = operationNamed(name).input.safeParse(input);
  if (!read.success) throw new PortalError('invalid_input', { fields: fieldProblems(read.error, input) });
  return read.data as ParsedInput<Name>;
}

/** What is wrong with an input, by the names of its fields. */
export function fieldProblems(error: z.core.$ZodError, input: unknown): Record<string, FieldProblem> {
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
