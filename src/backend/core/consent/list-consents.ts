import type { ConsentRecord } from '../../../contract/consent.js';
import type { ConsentEntry } from '../../records.js';
import { iso } from '../time.js';
import type { UseCase } from '../use-case.js';
import { consentState, documentFor } from './consent-state.js';

/** What is still to be answered, in the caller's language, and what was answered, as it was shown then. */
export const listConsents: UseCase<'listConsents'> = async (deps, _input, { account, language }) => {
  const entries = await deps.store.listConsentEntries(account.id);
  const { pending } = await consentState(deps, account, language, deps.clock.now(), entries);
  const records = entries.flatMap((entry, index) => recordOf(entry, entries.slice(index + 1)));
  return { pending, records: records.map((record) => ({ ...record, ...today(record) })) };

  function today(record: ConsentRecord): Pick<ConsentRecord, 'required' | 'current'> {
    const isSame = ({ documentId }: { documentId: string }): boolean => documentId === record.documentId;
    const source = deps.settings.consents.find(isSame);
    const required = source?.required ?? false;
    const isNo = record.decision === 'decline' || record.withdrawnAt !== undefined;
    const stands = records.findLast(isSame) === record && !pending.some(isSame);
    if (!source || required || !isNo || !stands) return { required };
    return { required, current: documentFor(source, account, language) };
  }
};

function recordOf(entry: ConsentEntry, later: readonly ConsentEntry[]): ConsentRecord[] {
  if (entry.decision === 'withdraw') return [];
  const { version, language, title, body, questions } = entry.document;
  const next = later.find(({ documentId }) => documentId === entry.documentId);
  return [
    {
      documentId: entry.documentId,
      version,
      language,
      title,
      body,
      questions,
      decision: entry.decision,
      answers: entry.answers,
      ...(entry.signature !== null && { signature: entry.signature }),
      recordedAt: iso(entry.recordedAt),
      ...(next?.decision === 'withdraw' && { withdrawnAt: iso(next.recordedAt) }),
    },
  ];
}
