import type { Deps } from '../use-case.js';
import { iso } from '../time.js';
import { findAccount } from './find-account.js';

const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/**
 * All that is kept on an account, as data for its owner: no password, not even its hash, and no token. Times are ISO 8601
 * UTC.
 *
 * @param named an account's id or user name
 * @throws PortalError `not_found`
 */
export async function exportAccount(deps: Deps, named: string) {
  const { store, settings, clock } = deps;
  const found = await findAccount(deps, named);
  const { passwordHash: _hash, usernameKey: _key, ...account } = found;
  const links = await store.listLinks(found.id);
  const people = await Promise.all(links.map(({ personId }) => store.findPerson(personId)));
  const sessions = await store.listSessions(found.id, settings.sessions, clock.now());
  const consents = await store.listConsentEntries(found.id);
  const events = await store.listEvents({ accountId: found.id });
  return {
    exportedAt: iso(clock.now()),
    account: {
      ...account,
      emailConfirmedAt: isoOrNull(account.emailConfirmedAt),
      passwordChangedAt: iso(account.passwordChangedAt),
      createdAt: iso(account.createdAt),
      helpSeenAt: isoOrNull(account.helpSeenAt),
      disabledAt: isoOrNull(account.disabledAt),
    },
    people: links.map(({ relationship, linkedAt }, index) => ({
      relationship,
      linkedAt: iso(linkedAt),
      // Of somebody else only the name is the account holder's to have.
      ...(relationship === 'self' ? people[index] : { name: links[index]!.name }),
    })),
    consents: consents.map((entry) => ({ ...entry, recordedAt: iso(entry.recordedAt) })),
    sessions: sessions.map(({ id, startedAt, lastSeenAt, expiresAt, userAgent }) => ({
      id,
      startedAt: iso(startedAt),
      lastSeenAt: iso(lastSeenAt),
      expiresAt: iso(expiresAt),
      userAgent,
    })),
    events: events.map((event) => ({ ...event, at: iso(event.at) })),
  };
}
