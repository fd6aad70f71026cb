import { PortalError } from '../../../contract/errors.js';
import type { UseCase } from '../use-case.js';
import { latestEntry } from './consent-state.js';

/** Takes an optional consent back by a new entry; what was agreed to before stays on record. */
export const withdrawConsent: UseCase<'withdrawConsent'> = async (deps, { documentId }, { account }) => {
  const { store, random, clock, settings } = deps;
  const now = clock.now();
  const latest = latestEntry(await store.listConsentEntries(account.id), documentId);
  if (!latest || latest.decision === 'decline') throw new PortalError('not_found');
  if (settings.consents.find((source) => source.documentId === documentId)?.required)
    throw new PortalError('not_allowed');
  if (latest.decision === 'withdraw') return {};
  await store.recordConsent(
    { ...latest, id: random.id(), decision: 'withdraw', recordedAt: now },
    {
      events: [
        { at: now, name: 'consent.withdrawn', accountId: account.id, detail: { documentId, version: latest.version } },
      ],
    },
  );
  return {};
};
