import { PortalError } from '../../../contract/errors.js';
import { listInvitations, type ListedInvitation } from '../../core/invitations/list-invitations.js';
import { unfinishedInvitations } from '../../core/invitations/remind.js';
import { resendInvitation } from '../../core/invitations/resend-invitation.js';
import { revokeInvitation } from '../../core/invitations/revoke-invitation.js';
import type { Deps } from '../../core/use-case.js';
import type { InvitationState } from '../../invitation-state.js';
import { UsageError } from '../../usage-error.js';
import { table } from './table.js';
import { DAY } from '../../units.js';

const PAGE = 500;

/** Lists invitations page by page: as lines of a table, or of JSON, one each. */
export async function* invitations(
  deps: Deps,
  { state, json }: { state?: InvitationState; json?: boolean },
): AsyncGenerator<string> {
  const cells = ({ id, email, kind, state, issuedAt, expiresAt }: ListedInvitation): string[] => [
    id,
    email,
    kind,
    state,
    issuedAt.slice(0, 10),
    expiresAt.slice(0, 10),
  ];
  for (let offset = 0; ; offset += PAGE) {
    const page = await listInvitations(deps, { state, limit: PAGE, offset });
    if (json) yield page.map((each) => `${JSON.stringify(each)}\n`).join('');
    else if (page.length > 0)
      yield table(['invitation', 'sent to', 'kind', 'state', 'issued', 'expires'], page.map(cells));
    else if (offset === 0) yield 'There are no invitations.\n';
    if (page.length < PAGE) return;
  }
}

/** Refusals of `resend` and `revoke` in words. */
function inWords(error: unknown, id: string): Error {
  if (!(error instanceof PortalError)) return error as Error;
  if (error.code === 'not_found') return new UsageError(`There is no invitation "${id}": \`invitations\` lists them.`);
  return new UsageError(`The code of this invitation was ${error.reason ?? 'not pending'}: there is nothing to do.`);
}

export async function resend(deps: Deps, id: string): Promise<string> {
  const { invitation } = await resendInvitation(deps, id).catch((error: unknown) => Promise.reject(inWords(error, id)));
  return `A new code waits to be mailed: ${invitation.id}.\n`;
}

export async function revoke(deps: Deps, id: string): Promise<string> {
  await revokeInvitation(deps, id).catch((error: unknown) => Promise.reject(inWords(error, id)));
  return 'The code no longer works.\n';
}

/**
 * Mails a new code to everybody who was invited so many days ago or earlier and hasn't come through.
 *
 * @throws UsageError when that is more people than allowed
 */
export async function remind(
  deps: Deps,
  { days, most, dryRun }: { days: number; most: number | undefined; dryRun: boolean },
): Promise<string> {
  const ids = await unfinishedInvitations(deps, deps.clock.now() - days * DAY);
  if (most !== undefined && ids.length > most)
    throw new UsageError(`${ids.length} people would be mailed, and --max allows ${most}. Nothing was sent.`);
  if (dryRun) return `${ids.length} people would be mailed a new code.\n`;
  let sent = 0;
  for (const id of ids)
    try {
      await resendInvitation(deps, id);
      sent += 1;
    } catch (error) {
      // Whoever came through meanwhile needs none.
      if (!(error instanceof PortalError)) throw error;
    }
  return `A new code waits to be mailed to ${sent} people.\n`;
}
