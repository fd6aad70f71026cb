import { PortalError } from '../../../contract/errors.js';
import { usernameKey } from '../../../contract/fields/email.js';
import type { InvitationWithPerson } from '../../records.js';
import { findByCode, whyUnusable } from '../activation/code.js';
import { stepAfterLogIn } from '../consent/consent-state.js';
import { seal } from '../letters.js';
import { demandProof, proves, type Proof } from '../proof.js';
import { sessionDigest } from '../sessions.js';
import type { Deps, Member, UseCase } from '../use-case.js';
import { shownLink } from './links.js';

/**
 * Adds a further code to the account. Shares the limits of verification; a code that another account used answers like
 * one that doesn't exist, and the reason is told only where the portal asks for a proof here too.
 */
export const linkCode: UseCase<'linkCode'> = async (deps, { code, relationship, ...proof }, member) => {
  const { store, random, clock, settings } = deps;
  const { account } = member;
  const asked = settings.config(member.language).link.verification;
  demandProof(proof, asked === 'none' ? [] : [asked]);
  const own = await store.listLinks(account.id);
  const fits = (found: InvitationWithPerson): boolean =>
    mayLink(
      deps,
      asked,
      found,
      proof,
      own.map((link) => link.invitationId),
    );
  const { invitation, person } = await findByCode(deps, code, member, fits);

  const now = clock.now();
  if (own.some((link) => link.invitationId === invitation.id)) throw new PortalError('already_linked');
  const reason = whyUnusable(invitation, now);
  if (reason) throw new PortalError('no_records_found', { reason });

  const link = {
    id: random.id(),
    accountId: account.id,
    personId: person.id,
    invitationId: invitation.id,
    relationship: relationship ?? (own.some((other) => other.relationship === 'self') ? 'other' : 'self'),
    linkedAt: now,
  } as const;
  const elsewhere = asked === 'none' && usernameKey(invitation.email) !== usernameKey(account.email);
  const outcome = await store.redeemForLink({ invitationId: invitation.id, link }, now, {
    letters: elsewhere
      ? await seal(deps, [{ kind: 'code-linked', to: invitation.email, language: invitation.language }])
      : [],
    events: [{ at: now, name: 'code.linked', accountId: account.id, personId: person.id, invitationId: invitation.id }],
  });
  if (outcome === 'unusable') throw new PortalError('no_records_found');
  await renewToken(deps, member);

  const links = (await store.listLinks(account.id)).map(shownLink);
  const added = links.find(({ id }) => id === link.id)!;
  return {
    link: added,
    // Where the list of people is switched off, only the one that was just added is named.
    links: settings.config(member.language).settings.people ? links : [added],
    step: await stepAfterLogIn(deps, account, member.language, now),
  };
};

// Where nothing is asked, a code that is no longer good counts as a wrong one: its holder has proved nothing.
function mayLink(deps: Deps, asked: string, found: InvitationWithPerson, proof: Proof, own: string[]): boolean {
  if (asked !== 'none') return proves(deps, found.person, proof);
  return own.includes(found.invitation.id) || whyUnusable(found.invitation, deps.clock.now()) === undefined;
}

async function renewToken(deps: Deps, { session, begin }: Member): Promise<void> {
  const token = deps.random.token();
  await deps.store.renewSession(session.digest, await sessionDigest(deps, token));
  begin(token);
}
