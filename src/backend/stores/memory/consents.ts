import type { ConsentStore } from '../../ports.js';
import { CONSENT_DECISION, pick, repeats } from '../rules.js';
import { carry, type Database, type Sync } from './database.js';

/** What was agreed to, in memory. */
export const consents = (db: Database): Sync<ConsentStore> => ({
  listConsentEntries: (accountId) => db.consents.filter((entry) => entry.accountId === accountId),

  listConsentDecisions: (accountId) =>
    db.consents.filter((entry) => entry.accountId === accountId).map((entry) => pick(entry, CONSENT_DECISION)),

  recordConsent(entry, along) {
    db.accounts.demand(entry.accountId);
    const { accountId, documentId } = entry;
    const latest = db.consents.filter((one) => one.accountId === accountId && one.documentId === documentId).at(-1);
    if (repeats(entry, latest)) return false;
    db.consents.insert(entry);
    carry(db, along);
    return true;
  },
});
