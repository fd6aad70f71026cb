import { PortalError } from '../../../contract/errors.js';
import type { Person } from '../../records.js';
import type { Deps } from '../use-case.js';
import { readPerson, type NewPerson } from './read-person.js';

/**
 * Puts somebody on file.
 *
 * @throws PortalError `email_invalid`, or `invalid_input` naming every phone or birthdate that is none, or the reference
 *   where somebody has it
 */
export async function addPerson(deps: Deps, given: NewPerson): Promise<Person> {
  const person = readPerson(deps, given, deps.random.id());
  if (await putOnFile(deps, person)) return person;
  throw new PortalError('invalid_input', { fields: { reference: { code: 'invalid' } } });
}

/** Puts somebody on file whose facts were read; tells whether it did, or somebody is under their reference already. */
export async function putOnFile({ store, clock }: Deps, person: Person): Promise<boolean> {
  const event = { at: clock.now(), name: 'person.added', personId: person.id };
  return (await store.addPerson(person, { events: [event] })) !== 'reference_taken';
}
