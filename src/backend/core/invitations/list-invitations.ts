import { invitationState, type InvitationState } from '../../invitation-state.js';
import type { Instant, InvitationWithPerson } from '../../records.js';
import { iso } from '../time.js';
import type { Deps } from '../use-case.js';
import { maskEmail } from './mask-email.js';

/** An invitation as staff see it: what became of it, never its code. Times are ISO 8601 UTC. */
export interface ListedInvitation {
  id: string;
  personId: string;
  /** The organisation's own key for the person. */
  reference: string | null;
  kind: string;
  /** To whom it was sent, masked. */
  email: string;
  state: InvitationState;
  issuedAt: string;
  expiresAt: string;
  usedAt: string | null;
}

/** Invitations by the page, newest first: all of them, or those in one state. */
export async function listInvitations(
  { store, clock }: Deps,
  { state, limit, offset }: { state?: InvitationState | undefined; limit: number; offset: number },
): Promise<ListedInvitation[]> {
  const now = clock.now();
  const found = await store.listInvitations({ limit, offset, ...(state && { state: { is: state, now } }) });
  return found.map((each) => listed(each, now));
}

const listed = ({ invitation, person }: InvitationWithPerson, now: Instant): ListedInvitation => ({
  id: invitation.id,
  personId: person.id,
  reference: person.reference,
  kind: person.kind,
  email: maskEmail(invitation.email),
  state: invitationState(invitation, now),
  issuedAt: iso(invitation.issuedAt),
  expiresAt: iso(invitation.expiresAt),
  usedAt: invitation.usedAt === null ? null : iso(invitation.usedAt),
});
