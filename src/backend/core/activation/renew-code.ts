import { PortalError } from '../../../contract/errors.js';
import { issueInvitation } from '../invitations/issue-invitation.js';
import { demandFewMailRequests, letterRules, spend } from '../limits.js';
import { demandProof, proves } from '../proof.js';
import type { Deps, UseCase } from '../use-case.js';
import type { InvitationWithPerson } from '../../records.js';
import { findByCode, whyUnusable } from './code.js';

/**
 * Mails a new code in place of an expired one, once: the person must have got no later one, and have come through
 * with none. Answers alike whatever the code and the proof were; wrong ones count as they do in verification.
 */
export const renewCode: UseCase<'renewCode'> = async (deps, { code, ...proof }, visitor) => {
  demandProof(proof, deps.settings.config(visitor.language).verification.methods);
  await demandFewMailRequests(deps, visitor, deps.clock.now());
  try {
    await renew(deps, await findByCode(deps, code, visitor, (found) => proves(deps, found.person, proof)));
  } catch (error) {
    // The answer must not tell whether there was such a code.
    if (!(error instanceof PortalError && error.code === 'no_records_found')) throw error;
  }
  return {};
};

async function renew(deps: Deps, { invitation, person }: InvitationWithPerson): Promise<void> {
  const now = deps.clock.now();
  if (whyUnusable(invitation, now) !== 'expired') return;
  // What staff did since, and an account that was made since, an old code must not get around.
  const [newest, ...older] = await deps.store.listInvitationsOf(person.id);
  if (newest?.id !== invitation.id || older.some(({ usedAt }) => usedAt !== null)) return;
  if (!(await spend(deps, letterRules(deps, 'invitation', person.id), now))) return;
  await issueInvitation(deps, { personId: person.id, language: invitation.language });
}
