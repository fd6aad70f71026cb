import type { Person } from '../../records.js';
import type { Deps } from '../use-case.js';
import { readPerson, type NewPerson } from './read-person.js';

/**
 * Puts somebody on file.
 *
 * @throws PortalError `email_invalid`, or `invalid_input` naming every phone or birthdate that is none
 */
export async function addPerson(deps: Deps, given: NewPerson): Promise<Person> {
  const { store, random, clock } = deps;
  const person = readPerson(deps, given, random.id());
  await store.addPerson(person, { events: [{ at: clock.now(), name: 'person.added', personId: person.id }] });
  return person;
}
