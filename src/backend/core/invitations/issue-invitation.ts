import { PortalError } from '../../../contract/errors.js';
import {
  CODE_ALPHABET,
  CODE_RANDOM_SYMBOLS,
  formatCode,
  withCheckSymbol,
} from '../../../contract/fields/activation-code.js';
import type { Invitation } from '../../records.js';
import { codeDigest } from '../activation/code.js';
import { seal } from '../letters.js';
import type { Deps } from '../use-case.js';

/** A code just issued: the only moment at which it is known outside of its mail. */
export interface IssuedInvitation {
  invitation: Invitation;
  /** Grouped, as it is printed. */
  code: string;
}

function newCode({ random }: Deps): string {
  let symbols = '';
  while (symbols.length < CODE_RANDOM_SYMBOLS) symbols += CODE_ALPHABET[random.integer(CODE_ALPHABET.length)]!;
  return withCheckSymbol(symbols);
}

/**
 * Issues one code for somebody on file and, unless `mail` is false, mails it to them in the same transaction.
 *
 * @throws PortalError `not_found` when there is nobody of that id, `email_invalid` when nobody can be written to
 */
export async function issueInvitation(
  deps: Deps,
  { personId, language, mail = true }: { personId: string; language?: string; mail?: boolean },
): Promise<IssuedInvitation> {
  const { store, random, clock, settings } = deps;
  const person = await store.findPerson(personId);
  if (!person) throw new PortalError('not_found');
  if (person.email === null) throw new PortalError('email_invalid');
  const now = clock.now();
  const canonical = newCode(deps);
  const invitation: Invitation = {
    id: random.id(),
    personId,
    codeDigest: await codeDigest(deps, canonical),
    email: person.email,
    language: language ?? settings.config().languages[0]!,
    issuedAt: now,
    expiresAt: now + settings.validity.codeMs,
    usedAt: null,
    replacedAt: null,
    revokedAt: null,
    lockedAt: null,
  };
  const letter = {
    kind: 'invitation',
    to: person.email,
    language: invitation.language,
    code: canonical,
    expiresAt: invitation.expiresAt,
  } as const;
  await store.issueInvitation(
    invitation,
    { replaceOlder: settings.replaceOlderCodes },
    {
      letters: mail ? await seal(deps, [letter]) : [],
      events: [{ at: now, name: 'code.issued', personId, invitationId: invitation.id, detail: { mailed: mail } }],
    },
  );
  return { invitation, code: formatCode(canonical) };
}
