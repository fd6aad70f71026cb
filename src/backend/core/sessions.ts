import { PortalError } from '../../contract/errors.js';
import type { Access } from '../../contract/operation.js';
import type { Account, AuditEvent, Instant, Session } from '../records.js';
import { consentState } from './consent/consent-state.js';
import type { Deps, Member, Visitor } from './use-case.js';

/** The digest under which a session's token is stored. */
export const sessionDigest = ({ secrets }: Deps, token: string): Promise<string> => secrets.digest('session', token);

// What a page asks at once is one use. A session may end by so much sooner than it says, which is in seconds, never later.
const GRAIN_MS = 1_000;

/** A new session for an account, and its token: the store keeps the first, the visitor gets the second. */
export async function newSession(
  deps: Deps,
  accountId: string,
  { userAgent }: Visitor,
  now: Instant,
): Promise<{ session: Session; token: string }> {
  const token = deps.random.token();
  const session: Session = {
    id: deps.random.id(),
    digest: await sessionDigest(deps, token),
    accountId,
    startedAt: now,
    lastSeenAt: now,
    expiresAt: now + deps.settings.sessions.absoluteMs,
    userAgent: userAgent.slice(0, 300),
  };
  return { session, token };
}

/** Ends the session that a visitor came with: a new log-in never inherits anything from an old one. */
export async function leaveOldSession(deps: Deps, { token }: Visitor, event: AuditEvent): Promise<void> {
  if (token) await deps.store.closeSession(await sessionDigest(deps, token), { events: [event] });
}

/**
 * Logs a visitor in, in place of whoever they were before.
 *
 * @param account as it was when its password was checked
 * @returns whether it did: not where the password was changed since, or the account closed
 */
export async function startSession(deps: Deps, account: Account, visitor: Visitor, now: Instant): Promise<boolean> {
  const { id: accountId } = account;
  const { session, token } = await newSession(deps, accountId, visitor, now);
  const started = { at: now, name: 'session.started', accountId };
  if (!(await deps.store.openSession(session, account, { events: [started] }))) return false;
  await leaveOldSession(deps, visitor, { at: now, name: 'session.replaced', accountId });
  visitor.begin(token);
  return true;
}

/**
 * Lets a visitor in, or says why not. State is read anew at each request, so that what was closed or what has become
 * due since counts at once.
 *
 * @throws PortalError `session_required`, `consent_required`
 */
export async function admit(deps: Deps, visitor: Visitor, access: Access): Promise<Member> {
  const now = deps.clock.now();
  const limits = { idleMs: deps.settings.sessions.idleMs, grainMs: GRAIN_MS };
  const found = visitor.token && (await deps.store.touchSession(await sessionDigest(deps, visitor.token), limits, now));
  if (!found || found.account.disabledAt !== null) throw new PortalError('session_required');
  visitor.recognized?.(found.account.id);
  const member = { ...visitor, ...found };
  if (access === 'consented' && (await consentState(deps, found.account, visitor.language, now)).requiredOpen) {
    throw new PortalError('consent_required');
  }
  return member;
}
