import { PortalError } from '../../../contract/errors.js';
import type { Deps } from '../use-case.js';
import { issueInvitation, type IssuedInvitation } from './issue-invitation.js';

/**
 * Mails a new code to the person of an invitation, at the address that is on file today: a code is stored as a digest, so
 * the old one can't be sent again.
 *
 * @throws PortalError `not_found`; `not_allowed` once the code was used
 */
export async function resendInvitation(deps: Deps, id: string): Promise<IssuedInvitation> {
  const found = await deps.store.findInvitationById(id);
  if (!found) throw new PortalError('not_found');
  const { invitation, person } = found;
  if (invitation.usedAt !== null) throw new PortalError('not_allowed', { reason: 'used' });
  return issueInvitation(deps, { personId: person.id, language: invitation.language });
}
