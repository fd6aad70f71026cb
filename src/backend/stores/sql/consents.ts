import type { Answers, ConsentDocument } from '../../../contract/consent.js';
import type { ConsentEntry } from '../../records.js';
import type { ConsentStore } from '../../ports.js';
import { CONSENT_DECISION, pick, repeats } from '../rules.js';
import type { Db } from '../schema.js';
import type { Acts } from './acts.js';
import { carry } from './carry.js';
import { CONSENT } from './columns.js';

const entriesOf = (db: Db, accountId: string) =>
  db.selectFrom('consentEntries').select(CONSENT).where('accountId', '=', accountId);

type Row = Awaited<ReturnType<ReturnType<typeof entriesOf>['execute']>>[number];

const parsed = (row: Row): ConsentEntry => ({
  ...row,
  document: JSON.parse(row.document) as ConsentDocument,
  answers: JSON.parse(row.answers) as Answers,
});

/** What was agreed to, in SQL. */
export const consents = ({ db, act, hold }: Acts): ConsentStore => ({
  listConsentEntries: async (accountId) => (await entriesOf(db, accountId).orderBy('position').execute()).map(parsed),

  listConsentDecisions: (accountId) => {
    const theirs = db.selectFrom('consentEntries').select(CONSENT_DECISION).where('accountId', '=', accountId);
    return theirs.orderBy('position').execute();
  },

  recordConsent: (entry, along) =>
    act(async (trx) => {
      // Two of one account at once would else not see each other, and both be recorded.
      await hold(trx, 'accounts', entry.accountId);
      const latest = await entriesOf(trx, entry.accountId)
        .where('documentId', '=', entry.documentId)
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (repeats(entry, latest && parsed(latest))) return false;
      const written = { document: JSON.stringify(entry.document), answers: JSON.stringify(entry.answers) };
      await trx
        .insertInto('consentEntries')
        .values({ ...pick(entry, CONSENT), ...written })
        .execute();
      await carry(trx, along);
      return true;
    }),
});
