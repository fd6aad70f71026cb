import { ERROR_CODES } from './portal-error.js';
import * as z from './zod.js';

// The class and the list of codes stand apart, free of zod: a page needs them before it needs a schema.
export * from './portal-error.js';

const fieldProblem = z.object({
  code: z.enum(['missing', 'invalid', 'unknown', 'policy']),
  failed: z.optional(z.array(z.string())),
});

/** An error on the wire: RFC 9457 `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(ERROR_CODES),
  fields: z.optional(z.record(z.string(), fieldProblem)),
  retryAfter: z.optional(z.number()),
  reason: z.optional(z.enum(['used', 'expired', 'replaced', 'revoked'])),
  support: z.optional(
    z.object({
      phone: z.optional(z.string()),
      email: z.optional(z.string()),
      url: z.optional(z.string()),
      hours: z.optional(z.string()),
    }),
  ),
  document: z.optional(z.unknown()),
});

/** An error as `application/problem+json` carries it. */
export type Problem = z.infer<typeof problemSchema>;
