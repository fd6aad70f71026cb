import type { FieldProblem } from '../../contract/errors.js';
import type * as z from '../../contract/zod.js';

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
