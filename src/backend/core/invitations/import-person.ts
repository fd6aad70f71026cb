import { invitationState } from '../../invitation-state.js';
import type { Person } from '../../records.js';
import { demandProvable } from '../proof.js';
import type { Deps } from '../use-case.js';
import { putOnFile } from './add-person.js';
import { issueInvitation } from './issue-invitation.js';
import { readPerson, type NewPerson } from './read-person.js';

/** What an import does with a person: a code was mailed, or they have one that is good, or have come through already. */
export type Imported = 'issued' | 'skipped';

/**
 * Invites one person of a list, once, however often the list is read: their reference, or where the list has none what it
 * says about them, is how they are known again. With a code that died, or expired, they get a new one, and what is on file
 * becomes what the list says.
 *
 * @param dryRun tell what would be done, and do nothing
 * @throws PortalError `email_invalid`, or `invalid_input` naming what is wrong with the person
 */
export async function importPerson(
  deps: Deps,
  given: NewPerson,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<Imported> {
  const { store, clock, random } = deps;
  const read = readPerson(deps, given, random.id());
  demandProvable(deps, read);
  const reference = read.reference ?? (await referenceOf(deps, read));
  const known = await store.findPersonByReference(reference);
  const invitations = known ? await store.listInvitationsOf(known.id) : [];
  const states = invitations.map((invitation) => invitationState(invitation, clock.now()));
  if (states.includes('pending') || states.includes('used')) return 'skipped';
  if (dryRun) return 'issued';
  const person = { ...read, id: known?.id ?? read.id, reference };
  if (known) await correct(deps, known, person);
  // Somebody else reads the same list at this moment, and invites them.
  else if (!(await putOnFile(deps, person))) return 'skipped';
  await issueInvitation(deps, { personId: person.id });
  return 'issued';
}

// Without a key of the organisation's own somebody is known by all that is said of them.
async function referenceOf({ secrets }: Deps, { id: _, ...facts }: Person): Promise<string> {
  return `import-${await secrets.fingerprint(JSON.stringify(facts))}`;
}

async function correct({ store, clock }: Deps, known: Person, corrected: Person): Promise<void> {
  if (JSON.stringify(known) === JSON.stringify(corrected)) return;
  await store.correctPerson(corrected, {
    events: [{ at: clock.now(), name: 'person.corrected', personId: known.id }],
  });
}
