import type { Cases } from './cases.js';
import { equal, fails, tally, together } from './expect.js';
import { consent, DAY, MINUTE, noting, NOW } from './rows.js';
import { activate, eventNames } from './world.js';

/** What was agreed to. */
export const consents: Cases = (test, race) => {
  test('keeps entries as they were given, oldest first', async (store) => {
    const [{ account }, other] = [await activate(store), await activate(store)];
    const entries = [
      consent(account.id),
      consent(account.id, {
        documentId: 'texts',
        decision: 'decline',
        answers: {},
        signature: null,
        mobilePhone: '+15550101',
      }),
      consent(account.id, { decision: 'withdraw' }),
    ];
    for (const entry of entries) equal(await store.recordConsent(entry, noting()), true);
    await store.recordConsent(consent(other.account.id), noting());
    equal(await store.listConsentEntries(account.id), entries);
    equal(await store.listConsentEntries('nobody'), []);
    const decisions = entries.map(({ documentId, version, decision, recordedAt }) => ({
      documentId,
      version,
      decision,
      recordedAt,
    }));
    equal(await store.listConsentDecisions(account.id), decisions);
    equal(await store.listConsentDecisions('nobody'), []);
    await fails(store.recordConsent(consent('nobody'), noting()), 'The consent of no account');
  });

  test('records nothing that the latest entry for the document says already', async (store) => {
    const { account } = await activate(store);
    const record = (given: Parameters<typeof consent>[1]) =>
      store.recordConsent(consent(account.id, given), noting('consent.accepted'));
    equal(await record({}), true);
    equal(await record({ recordedAt: NOW + MINUTE, answers: { read: true, agree: 'yes' } }), false, 'A double click');
    equal(await record({ answers: { agree: 'no', read: true } }), true, 'Another answer');
    equal(await record({}), true, 'The first answer again');
    equal(await record({ decision: 'withdraw' }), true, 'Another decision');
    equal(await record({ version: '3' }), true, 'Another version');
    equal(await record({ decision: 'withdraw' }), true, 'The version before, once another was answered');
    equal(await record({ decision: 'withdraw' }), false, 'That again');
    equal(await record({ documentId: 'other' }), true, 'Another document');
    equal(await record({ documentId: 'other', textDigest: 'another text' }), true, 'Another text');
    equal(
      await record({ documentId: 'other', textDigest: 'another text', signature: 'Z.' }),
      true,
      'Another signature',
    );
    equal((await store.listConsentEntries(account.id)).length, 9);
    equal((await eventNames(store)).filter((name) => name === 'consent.accepted').length, 9, 'Events');
  });

  test('records the same answer another day: a consent may have to be renewed', async (store) => {
    const { account } = await activate(store);
    equal(await store.recordConsent(consent(account.id), noting()), true);
    equal(await store.recordConsent(consent(account.id, { recordedAt: NOW + DAY }), noting()), true);
    equal(await store.recordConsent(consent(account.id, { recordedAt: NOW + DAY + 1 }), noting()), false);
  });

  race('of twenty answers sent at once one is recorded', async (store) => {
    const { account } = await activate(store);
    equal(tally(await together(20, () => store.recordConsent(consent(account.id), noting()))), { true: 1, false: 19 });
    equal((await store.listConsentEntries(account.id)).length, 1);
  });
};
