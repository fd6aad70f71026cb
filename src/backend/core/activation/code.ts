import { PortalError, type CodeReason } from '../../../contract/errors.js';
import { normalizeCode } from '../../../contract/fields/activation-code.js';
import { invitationState } from '../../invitation-state.js';
import type { Instant, Invitation, InvitationWithPerson } from '../../records.js';
import { seal } from '../letters.js';
import { attempted, charge, codeRules } from '../limits.js';
import type { Deps, Visitor } from '../use-case.js';

/** The digest under which a code is stored and counted. */
export const codeDigest = ({ secrets }: Deps, canonical: string): Promise<string> =>
  secrets.digest('activation-code', canonical);

/** Why a code that is right can't be used now, if it can't. */
export function whyUnusable(invitation: Invitation, now: Instant): CodeReason | undefined {
  const state = invitationState(invitation, now);
  return state === 'pending' || state === 'locked' ? undefined : state;
}

/**
 * Finds the invitation that a code and a proof belong to. Every use of a code comes here, so that all of them share its
 * five attempts, and every failure answers alike.
 *
 * The attempt is reserved before the look-up and given back when both were right: parallel guesses can't outrun it.
 *
 * @param proves whether the person on file is proved to be the one who asks
 * @throws PortalError `no_records_found` for every cause, `too_many_attempts`
 */
export async function findByCode(
  deps: Deps,
  typed: string,
  visitor: Visitor,
  proves: (found: InvitationWithPerson) => boolean,
): Promise<InvitationWithPerson> {
  const { store, clock, settings } = deps;
  const digest = await codeDigest(deps, normalizeCode(typed, settings.config(visitor.language).code.format));
  const attempt = await charge(deps, codeRules(deps, digest, visitor), clock.now());
  const found = await attempted(deps, attempt, () => store.findInvitation(digest));

  if (!attempt.hopeless && found && found.invitation.lockedAt === null && proves(found)) {
    await store.settleAttempt(attempt, 'right', clock.now());
    return found;
  }
  const { locked } = await store.settleAttempt(attempt, 'wrong', clock.now());
  if (found && locked.some((key) => key.startsWith('code:'))) await lock(deps, found.invitation);
  await store.recordEvents([
    {
      at: clock.now(),
      name: 'code.refused',
      ...(found && { invitationId: found.invitation.id, personId: found.person.id }),
    },
  ]);
  // One refusal for every cause: nobody learns which it was.
  throw new PortalError('no_records_found');
}

async function lock(deps: Deps, invitation: Invitation): Promise<void> {
  const now = deps.clock.now();
  const pending = whyUnusable(invitation, now) === undefined;
  await deps.store.lockInvitation(invitation.id, now, {
    letters: pending
      ? await seal(deps, [{ kind: 'code-locked', to: invitation.email, language: invitation.language }])
      : [],
    events: [{ at: now, name: 'code.locked', invitationId: invitation.id, personId: invitation.personId }],
  });
}
