import { PortalError } from '../../../contract/errors.js';
import { demandProof, proves } from '../proof.js';
import { iso } from '../time.js';
import type { UseCase } from '../use-case.js';
import { findByCode, whyUnusable } from './code.js';

/**
 * Exchanges an activation code for a ticket to create an account with.
 *
 * A wrong code and a wrong birthdate answer alike, so nobody learns which codes exist; the reason why a code can't be
 * used is told only to who proved to be the person. Nothing about the code changes.
 */
export const verifyCode: UseCase<'verifyCode'> = async (deps, { code, ...proof }, visitor) => {
  const { store, secrets, random, clock, settings } = deps;
  demandProof(proof, settings.config(visitor.language).verification.methods);
  const { invitation, person } = await findByCode(deps, code, visitor, (found) => proves(deps, found.person, proof));

  const now = clock.now();
  const reason = whyUnusable(invitation, now);
  if (reason) throw new PortalError('no_records_found', { reason });

  const ticket = random.token();
  const expiresAt = now + settings.validity.ticketMs;
  await store.openTicket(
    {
      digest: await secrets.digest('ticket', ticket),
      invitationId: invitation.id,
      openedAt: now,
      expiresAt,
      spentAt: null,
    },
    { events: [{ at: now, name: 'code.verified', invitationId: invitation.id, personId: person.id }] },
  );
  return { step: 'create-account', ticket, expiresAt: iso(expiresAt), invitedEmail: invitation.email };
};
