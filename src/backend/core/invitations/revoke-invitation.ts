import { PortalError } from '../../../contract/errors.js';
import type { Deps } from '../use-case.js';
import { whyUnusable } from '../activation/code.js';

/**
 * Makes a code void that is pending, or that expired: its holder could else have a new one mailed.
 *
 * @throws PortalError `not_found`; `not_allowed`, with the reason, where nothing is left to revoke
 */
export async function revokeInvitation({ store, clock }: Deps, id: string): Promise<void> {
  const now = clock.now();
  const found = await store.findInvitationById(id);
  if (!found) throw new PortalError('not_found');
  const { personId } = found.invitation;
  const event = { at: now, name: 'code.revoked', personId, invitationId: id };
  if (await store.revokeInvitation(id, now, { events: [event] })) return;
  const reason = whyUnusable((await store.findInvitationById(id))!.invitation, now);
  throw new PortalError('not_allowed', reason ? { reason } : {});
}
