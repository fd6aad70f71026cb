import { codeSchema, proofShape, relationshipSchema, timeSchema } from './fields.js';
import { operation } from './operation.js';
import { stepSchema } from './step.js';
import * as z from './zod.js';

/** A person whose record the account opens. */
export const linkSchema = z.object({
  id: z.string(),
  name: z.string(),
  relationship: relationshipSchema,
  linkedAt: timeSchema,
});

export type Link = z.infer<typeof linkSchema>;

export const linkingOperations = {
  /**
   * Adds a further activation code to the account that is logged in. Shares the limits of `verifyCode`.
   *
   * `relationship` is `self` where the account has no such link yet, else `other`, unless it is given.
   *
   * Requires a session, and no required consent pending.
   *
   * @throws PortalError `no_records_found`, `already_linked`, `session_required`, `consent_required`
   */
  linkCode: operation({
    method: 'POST',
    path: '/links',
    access: 'consented',
    summary: 'Adds a further activation code to the account.',
    input: z.strictObject({ code: codeSchema, ...proofShape, relationship: z.optional(relationshipSchema) }),
    output: z.object({ link: linkSchema, links: z.array(linkSchema), step: stepSchema }),
    errors: ['no_records_found', 'already_linked'],
  }),
};
