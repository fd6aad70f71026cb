import { PortalError } from '../../contract/errors.js';
import { idSchema, languageSchema, lineSchema, usernameSchema } from '../../contract/fields.js';
import * as z from '../../contract/zod.js';
import { INVITATION_STATES } from '../invitation-state.js';
import { addPerson } from './invitations/add-person.js';
import { issuedCode, type IssuedCode } from './invitations/issued-code.js';
import { issueInvitation } from './invitations/issue-invitation.js';
import { listInvitations, type ListedInvitation } from './invitations/list-invitations.js';
import { readPerson } from './invitations/read-person.js';
import { resendInvitation } from './invitations/resend-invitation.js';
import { revokeInvitation } from './invitations/revoke-invitation.js';
import { demandProvable } from './proof.js';
import { fieldProblems } from '../../contract/read-input.js';
import type { Deps } from './use-case.js';

const facts = {
  email: usernameSchema,
  birthdate: z.optional(lineSchema),
  homePhone: z.optional(lineSchema),
  workPhone: z.optional(lineSchema),
  mobilePhone: z.optional(lineSchema),
  givenName: z.optional(lineSchema),
  familyName: z.optional(lineSchema),
  kind: z.optional(lineSchema),
  reference: z.optional(lineSchema),
};
const how = { language: z.optional(languageSchema), mail: z.optional(z.boolean()) };
const newPerson = z.strictObject({ ...facts, ...how });
const knownPerson = z.strictObject({ personId: idSchema, ...how });
const page = z.strictObject({
  state: z.optional(z.enum(INVITATION_STATES)),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1_000)), 100),
  offset: z._default(z.coerce.number().check(z.int(), z.minimum(0)), 0),
});

function read<Schema extends z.ZodMiniType>(schema: Schema, input: object): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new PortalError('invalid_input', { fields: fieldProblems(parsed.error, input) });
}

/** What the organisation's own people may do over HTTP. Inputs are as they came, not yet read. */
export interface Staff {
  /** Puts somebody on file, or takes `personId`, and issues a code: told this once. */
  issue(input: object): Promise<IssuedCode>;
  list(query: object): Promise<{ invitations: ListedInvitation[] }>;
  /** Mails a new code; it isn't told. */
  resend(id: string): Promise<Omit<IssuedCode, 'code' | 'activateUrl' | 'linkUrl'>>;
  revoke(id: string): Promise<Record<string, never>>;
}

/** Puts what staff may do on what it reaches the world by. */
export const createStaff = (deps: Deps): Staff => ({
  async issue(input) {
    if ('personId' in input) return issuedCode(deps, await issueInvitation(deps, read(knownPerson, input)));
    const { language, mail, ...given } = read(newPerson, input);
    demandProvable(deps, readPerson(deps, given, ''));
    // Whoever is on file is named by `personId`: a reference that somebody has is refused.
    const { id: personId } = await addPerson(deps, given);
    return issuedCode(deps, await issueInvitation(deps, { personId, language, mail }));
  },
  list: async (query) => ({ invitations: await listInvitations(deps, read(page, query)) }),
  async resend(id) {
    const { id: newId, personId, expiresAt } = issuedCode(deps, await resendInvitation(deps, id));
    return { id: newId, personId, expiresAt };
  },
  async revoke(id) {
    await revokeInvitation(deps, id);
    return {};
  },
});
