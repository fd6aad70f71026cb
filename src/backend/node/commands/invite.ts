import { addPerson } from '../../core/invitations/add-person.js';
import { issueInvitation } from '../../core/invitations/issue-invitation.js';
import { issuedCode } from '../../core/invitations/issued-code.js';
import type { NewPerson } from '../../core/invitations/read-person.js';
import type { Deps } from '../../core/use-case.js';
import { EnvironmentError } from '../environment.js';

/** The options of `invite`, as the command line names them. */
export type InviteOptions = Partial<Omit<NewPerson, 'email' | 'reference'>> & {
  email?: string;
  /** Somebody on file. */
  person?: string;
  mail: boolean;
  json?: boolean;
};

/** Issues one code and says it once: as JSON, or as a few lines. */
export async function invite(deps: Deps, { person, mail, json, ...given }: InviteOptions): Promise<string> {
  const personId = person ?? (await newPerson(deps, given));
  const issuance = await issueInvitation(deps, { personId, mail });
  const issued = issuedCode(deps, issuance);
  if (json) return `${JSON.stringify(issued)}\n`;
  const names: [string, string][] = [
    ['Code', issued.code],
    ['Create an account', issued.activateUrl],
    ['Add to an account', issued.linkUrl],
    ['Valid until', issued.expiresAt],
    ['Person', personId],
    ['Mail', mail ? `waits to be sent to ${issuance.invitation.email}` : 'none'],
  ];
  return names.map(([name, value]) => `${`${name}:`.padEnd(20)}${value}\n`).join('');
}

async function newPerson(deps: Deps, given: Omit<InviteOptions, 'person' | 'mail' | 'json'>): Promise<string> {
  const { email, birthdate, homePhone, workPhone, mobilePhone } = given;
  if (!email) throw new EnvironmentError('Say who is invited: --email with --birthdate or a phone, or --person for somebody on file.');
  if (!birthdate && !homePhone && !workPhone && !mobilePhone) {
    throw new EnvironmentError('Give a --birthdate or a phone: without one nobody can prove to be the person.');
  }
  return (await addPerson(deps, { ...given, email })).id;
}
