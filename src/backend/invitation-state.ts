import type { Instant, Invitation } from './records.js';

/** What has become of a code. A locked one died of wrong proofs. */
export const INVITATION_STATES = ['pending', 'used', 'expired', 'replaced', 'revoked', 'locked'] as const;

export type InvitationState = (typeof INVITATION_STATES)[number];

/** What a code is at that moment. Where more than one thing has become of it, what nothing can undo comes first. */
export function invitationState(
  { usedAt, revokedAt, replacedAt, expiresAt, lockedAt }: Omit<Invitation, 'codeDigest'>,
  now: Instant,
): InvitationState {
  if (usedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  if (replacedAt !== null) return 'replaced';
  if (expiresAt <= now) return 'expired';
  return lockedAt === null ? 'pending' : 'locked';
}
