import type { ConsentDocument } from '../../../contract/consent.js';
import type { Step } from '../../../contract/step.js';
import type { Account, ConsentDecision, Instant } from '../../records.js';
import type { ConsentSource } from '../../settings.js';
import type { Deps } from '../use-case.js';
import { DAY } from '../../units.js';

/** The text question in which a text message agreement asks for a number that isn't on the account. */
export const MOBILE_PHONE_QUESTION = 'mobilePhone';

/** The document as this account is shown it: a number that is on the account is not asked for. */
export function documentFor(source: ConsentSource, account: Account, language: string): ConsentDocument {
  const document = source.inLanguage(language);
  if (!source.recordsMobilePhone || account.mobilePhone === null) return document;
  return { ...document, questions: document.questions.filter(({ id }) => id !== MOBILE_PHONE_QUESTION) };
}

/** The account's latest word on a document, whatever its version. */
export const latestEntry = <Entry extends ConsentDecision>(
  entries: readonly Entry[],
  documentId: string,
): Entry | undefined => entries.findLast((entry) => entry.documentId === documentId);

function isAnswered(
  source: ConsentSource,
  version: string,
  entries: readonly ConsentDecision[],
  now: Instant,
): boolean {
  const latest = latestEntry(entries, source.documentId);
  if (!latest || latest.version !== version) return false;
  if (source.renewalDays !== null && latest.recordedAt + source.renewalDays * DAY <= now) return false;
  return source.required ? latest.decision === 'accept' : true;
}

/** What an account still has to answer, and whether any of it stands between it and the portal. */
export interface ConsentState {
  pending: ConsentDocument[];
  requiredOpen: boolean;
}

/**
 * Reads the state of an account's consents: never stored, always derived from its entries and today's documents.
 *
 * @param given the entries, for who has them already
 */
export async function consentState(
  { store, settings }: Deps,
  account: Account,
  language: string,
  now: Instant,
  given?: readonly ConsentDecision[],
): Promise<ConsentState> {
  const entries = given ?? (await store.listConsentDecisions(account.id));
  const pending = settings.consents
    .map((source) => ({ source, document: documentFor(source, account, language) }))
    .filter(({ source, document }) => !isAnswered(source, document.version, entries, now))
    .map(({ document }) => document);
  return { pending, requiredOpen: pending.some(({ required }) => required) };
}

/** Where to go after the account was made, or after one consent: to the consents while any is unanswered. */
export async function stepAfterActivation(deps: Deps, account: Account, language: string, now: Instant): Promise<Step> {
  return (await consentState(deps, account, language, now)).pending.length > 0 ? 'consent' : 'landing';
}

/** Where somebody who came back goes: to the consents only while a required one is open. */
export async function stepAfterLogIn(deps: Deps, account: Account, language: string, now: Instant): Promise<Step> {
  return (await consentState(deps, account, language, now)).requiredOpen ? 'consent' : 'landing';
}
