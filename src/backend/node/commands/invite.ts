import { PortalError } from '../../../contract/errors.js';
import { addPerson } from '../../core/invitations/add-person.js';
import { issueInvitation } from '../../core/invitations/issue-invitation.js';
import { issuedCode } from '../../core/invitations/issued-code.js';
import { readPerson, type NewPerson } from '../../core/invitations/read-person.js';
import { demandProvable } from '../../core/proof.js';
import type { Deps } from '../../core/use-case.js';
import { UsageError } from '../../usage-error.js';

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

async function newPerson(
  deps: Deps,
  { email, ...facts }: Omit<InviteOptions, 'person' | 'mail' | 'json'>,
): Promise<string> {
  if (!email)
    throw new UsageError('Say who is invited: --email with --birthdate or a phone, or --person for somebody on file.');
  const given = { ...facts, email };
  const read = readPerson(deps, given, '');
  try {
    demandProvable(deps, read);
  } catch (error) {
    throw error instanceof PortalError ? new UsageError(whatProves(deps), { cause: error }) : error;
  }
  return (await addPerson(deps, given)).id;
}

const PROOFS = { birthdate: '--birthdate', phone: 'a phone', email: '--email', answers: 'answers' };

function whatProves({ settings }: Deps): string {
  const asked = settings.config().verification.methods.map((method) => PROOFS[method]);
  return `Give ${asked.join(' or ')}: without it nobody can prove to be the person.`;
}
