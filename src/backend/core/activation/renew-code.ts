import { PortalError } from '../../../contract/errors.js';
import { issueInvitation } from '../invitations/issue-invitation.js';
import { demandFewMailRequests, letterRules, spend } from '../limits.js';
import { demandProof, proves } from '../proof.js';
import type { Deps, UseCase } from '../use-case.js';
import type { InvitationWithPerson } from '../../records.js';
import { findByCode, whyUnusable } from './code.js';

/**
 * Mails a new code in place of an expired one, as often as mail gets lost within the limit of letters: unless the person has
 * come through with one, or staff revoked a later one. Answers alike whatever the code and the proof were; wrong ones count as they do in verification.
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
  const theirs = await deps.store.listInvitationsOf(person.id);
  const later = theirs.slice(
    0,
    theirs.findIndex(({ id }) => id === invitation.id),
  );
  if (theirs.some(({ usedAt }) => usedAt !== null) || later.some(({ revokedAt }) => revokedAt !== null)) return;
  if (!(await spend(deps, letterRules(deps, 'invitation', person.id), now))) return;
  await issueInvitation(deps, { personId: person.id, language: invitation.language });
}
