import { invitationState } from '../../invitation-state.js';
import type { Instant } from '../../records.js';
import type { Deps } from '../use-case.js';

const PAGE = 500;

/**
 * The latest invitation of everybody who was invited before that moment and hasn't come through: codes that are pending,
 * expired or dead of wrong proofs. Who was revoked isn't among them.
 */
export async function unfinishedInvitations({ store, clock }: Deps, before: Instant): Promise<string[]> {
  const now = clock.now();
  const latest = new Map<string, string | undefined>();
  for (let offset = 0; ; offset += PAGE) {
    const page = await store.listInvitations({ limit: PAGE, offset });
    for (const { invitation } of page) {
      const { id, personId, issuedAt } = invitation;
      const state = invitationState(invitation, now);
      // Newest first: what is seen first of a person is the latest. Whoever came through once needs no reminder.
      if (state === 'used') latest.set(personId, undefined);
      else if (!latest.has(personId))
        latest.set(personId, ['pending', 'expired', 'locked'].includes(state) && issuedAt < before ? id : undefined);
    }
    if (page.length < PAGE) return [...latest.values()].filter((id) => id !== undefined);
  }
}
