import type { PortalConfig } from '../../contract/config.js';
import { PortalError } from '../../contract/errors.js';
import { parseEmail } from '../../contract/fields/email.js';
import type { Person } from '../records.js';
import type { Deps } from './use-case.js';

type Method = PortalConfig['verification']['methods'][number];

/** What somebody offers as proof of being the person: one of these. */
export type Proof = Partial<{ birthdate: string; phone: string; email: string; answers: Record<string, string> }>;

const ALL: Method[] = ['birthdate', 'phone', 'email', 'answers'];

/**
 * Refuses a proof that this portal doesn't ask for, or that is missing; says nothing about whether it is right.
 *
 * @throws PortalError `invalid_input`
 */
export function demandProof(proof: Proof, methods: readonly Method[]): void {
  const foreign = ALL.find((method) => proof[method] !== undefined && !methods.includes(method));
  if (foreign) throw new PortalError('invalid_input', { fields: { [foreign]: { code: 'unknown' } } });
  if (methods.length > 0 && methods.every((method) => proof[method] === undefined)) {
    throw new PortalError('invalid_input', { fields: { [methods[0]!]: { code: 'missing' } } });
  }
}

/** Whether everything that was offered fits the person on file. */
export function proves({ phones, settings }: Deps, person: Person, proof: Proof): boolean {
  const checks: boolean[] = [];
  if (proof.birthdate !== undefined) checks.push(person.birthdate === proof.birthdate);
  if (proof.phone !== undefined) {
    const typed = phones.parse(proof.phone, settings.config().phoneRegion);
    checks.push(typed !== undefined && [person.homePhone, person.workPhone, person.mobilePhone].includes(typed));
  }
  if (proof.email !== undefined) {
    const typed = parseEmail(proof.email)?.key;
    checks.push(typed !== undefined && person.email !== null && parseEmail(person.email)?.key === typed);
  }
  return checks.length > 0 && checks.every(Boolean);
}

/**
 * Refuses somebody on file of whom nothing is known that this portal asks for: their code could never be used.
 *
 * @throws PortalError `invalid_input` naming what is missing
 */
export function demandProvable({ settings }: Deps, person: Person): void {
  const known: Record<Method, boolean> = {
    birthdate: person.birthdate !== null,
    phone: (person.homePhone ?? person.workPhone ?? person.mobilePhone) !== null,
    email: person.email !== null,
    // Only a backend of the client's own knows.
    answers: true,
  };
  const { methods } = settings.config().verification;
  if (methods.some((method) => known[method])) return;
  throw new PortalError('invalid_input', { fields: { [methods[0] ?? 'birthdate']: { code: 'missing' } } });
}
