import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openSqlite } from '../../src/backend/stores/sqlite.js';
import type { ConsentDocument } from '../../src/contract/consent.js';
import { CONSENT, jsonOf, openDoors } from '../support/security-calls.js';

const pendingOf = (answer: { json: object }): string[] =>
  (jsonOf(answer)['pending'] as { documentId: string }[]).map(({ documentId }) => documentId);

test('case 82: a record holds what was agreed to, by whom, when and in which language, and a later text changes none of it', async (t) => {
  const { store, db } = await openSqlite(':memory:');
  t.after(() => store.close());
  const { world, member } = await openDoors({ store });
  const { call, email } = await member();
  const { settings, secrets } = world.deps;
  const portalConsent = settings.consents.find(({ documentId }) => documentId === 'portal-consent')!;
  const agreedTo = portalConsent.inLanguage('en');
  const { id } = (await store.findAccountByName(email))!;
  const entries = async () =>
    (await store.listConsentEntries(id)).filter(({ documentId }) => documentId === 'portal-consent');

  const [record] = await entries();
  assert.ok(record);
  assert.deepEqual(
    [record.accountId, record.documentId, record.version, record.decision, record.signature],
    [id, 'portal-consent', agreedTo.version, 'accept', CONSENT.signature],
  );
  assert.deepEqual(record.answers, CONSENT.answers);
  assert.deepEqual(record.document, agreedTo, 'the text itself, in its language');
  assert.equal(record.textDigest, await secrets.fingerprint(JSON.stringify(agreedTo)));
  assert.ok(record.recordedAt <= world.clock.now() && record.recordedAt > world.clock.now() - 60_000);

  const changed: ConsentDocument = {
    ...agreedTo,
    version: '2027-01',
    body: [{ type: 'paragraph', content: ['Another text.'] }],
  };
  Object.assign(portalConsent, { inLanguage: () => changed });
  assert.deepEqual(
    pendingOf(await call('GET', '/consents')),
    ['portal-consent', 'text-messages', 'telehealth'],
    'it is asked anew',
  );
  assert.equal((await call('GET', '/account')).status, 403, 'and stands in the way until then');
  assert.deepEqual(await entries(), [record], 'what was agreed to is still there, word for word');

  world.clock.advance(60_000);
  assert.equal((await call('POST', '/consents/portal-consent', { ...CONSENT, version: '2027-01' })).status, 200);
  const both = await entries();
  assert.equal(both.length, 2);
  assert.ok(both.some(({ textDigest }) => textDigest === record.textDigest));
  assert.equal(new Set(both.map(({ textDigest }) => textDigest)).size, 2);
  for (const change of ['delete from consent_entries', `update consent_entries set account_id = 'x'`])
    await assert.rejects(sql.raw(change).execute(db), /append-only/);
});

test('case 83: nobody has to agree to text messages: unanswered, declined or withdrawn, the account is open', async () => {
  const { member } = await openDoors();
  const { call } = await member();
  const isOpen = async () => (await call('GET', '/account')).status === 200;
  assert.ok(pendingOf(await call('GET', '/consents')).includes('text-messages'));
  assert.ok(await isOpen(), 'unanswered');
  const answer = (body: object) => call('POST', '/consents/text-messages', { version: '2026-01', ...body });
  assert.equal((await answer({ decision: 'decline', answers: {} })).status, 200);
  assert.ok(await isOpen(), 'declined');

  const other = await member();
  const agreed = { version: '2026-01', decision: 'accept', answers: { agree: true, mobilePhone: '(202) 555-0188' } };
  assert.equal((await other.call('POST', '/consents/text-messages', agreed)).status, 200);
  assert.equal((await other.call('DELETE', '/consents/text-messages')).status, 200);
  assert.equal((await other.call('GET', '/account')).status, 200, 'withdrawn');
});
