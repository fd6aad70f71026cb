import { PortalError, type FieldProblem } from '../../../contract/errors.js';
import { isBirthdate, latestToday } from '../../../contract/fields/birthdate.js';
import { parseEmail } from '../../../contract/fields/email.js';
import type { Person } from '../../records.js';
import type { Deps } from '../use-case.js';

/** What is known of somebody who is put on file; phones in any spelling. */
export type NewPerson = Partial<Omit<Person, 'id'>> & { email: string };

const PHONES = ['homePhone', 'workPhone', 'mobilePhone'] as const;

/**
 * Reads what somebody typed about a person into the form in which it is kept.
 *
 * @throws PortalError `email_invalid`, or `invalid_input` naming every phone that is none, and a birthdate that is none or is still to come
 */
export function readPerson({ clock, phones, settings }: Deps, given: NewPerson, id: string): Person {
  const address = parseEmail(given.email)?.address;
  if (!address) throw new PortalError('email_invalid', { fields: { email: { code: 'invalid' } } });
  const fields: Record<string, FieldProblem> = {};
  const { birthdate } = given;
  if (birthdate && (!isBirthdate(birthdate) || birthdate > latestToday(clock.now())))
    fields['birthdate'] = { code: 'invalid' };
  const region = settings.config().phoneRegion;
  const [homePhone, workPhone, mobilePhone] = PHONES.map((key) => {
    const typed = given[key];
    if (!typed) return null;
    const parsed = phones.parse(typed, region);
    if (!parsed) fields[key] = { code: 'invalid' };
    return parsed ?? null;
  }) as [string | null, string | null, string | null];
  if (Object.keys(fields).length > 0) throw new PortalError('invalid_input', { fields });
  return {
    id,
    reference: given.reference || null,
    kind: given.kind ?? 'person',
    givenName: given.givenName ?? '',
    familyName: given.familyName ?? '',
    email: address,
    birthdate: birthdate || null,
    homePhone,
    workPhone,
    mobilePhone,
  };
}
