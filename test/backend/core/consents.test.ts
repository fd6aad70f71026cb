import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerConsent } from '../../../src/backend/core/consent/answer-consent.js';
import { listConsents } from '../../../src/backend/core/consent/list-consents.js';
import { withdrawConsent } from '../../../src/backend/core/consent/withdraw-consent.js';
import { admit } from '../../../src/backend/core/sessions.js';
import type { ConsentDocument, PortalError } from '../../../src/contract/index.js';
import { consentDocuments } from '../../../mock-server/clinic.js';
import { accept, createWorld } from '../../support/deps.js';

const DAY = 86_400_000;
const refused = (code: string, more: Partial<PortalError> = {}) => ({ name: 'PortalError', code, ...more });
const start = async (over?: Parameters<typeof createWorld>[0]) => {
  const world = await createWorld(over);
  const { member, email } = await world.activate({ consents: false });
  const answer = (documentId: string, more: object) =>
    answerConsent(world.deps, { documentId, version: '2026-01', decision: 'accept', answers: {}, ...more }, member);
  const agree = (documentId: string) =>
    accept(
      world.deps,
      member,
      world.deps.settings.consents.find((source) => source.documentId === documentId)!,
    );
  const entries = () => world.deps.store.listConsentEntries(member.account.id);
  const pending = async () => (await listConsents(world.deps, {}, member)).pending.map(({ documentId }) => documentId);
  return { world, member, email, answer, agree, entries, pending };
};

test('consents', async (t) => {
  await t.test('stand between a new account and the portal until the required ones are given', async () => {
    const { world, member, agree, pending } = await start();
    assert.deepEqual(await pending(), ['portal-consent', 'text-messages', 'telehealth']);
    await assert.rejects(admit(world.deps, member, 'consented'), refused('consent_required'));
    assert.deepEqual(await agree('portal-consent'), { step: 'consent' });
    await admit(world.deps, member, 'consented');
    await agree('telehealth');
    assert.deepEqual(await pending(), ['text-messages']);
  });
  await t.test('name every answer that is missing, unknown or wrong', async () => {
    const { answer } = await start();
    await assert.rejects(
      answer('portal-consent', { answers: { results: 'perhaps', other: 'x' } }),
      refused('invalid_input', {
        fields: {
          other: { code: 'unknown' },
          read: { code: 'missing' },
          results: { code: 'invalid' },
          signature: { code: 'missing' },
        },
      }),
    );
  });
  await t.test('refuse to be declined where they are required, and record nothing', async () => {
    const { answer, entries } = await start();
    await assert.rejects(answer('portal-consent', { decision: 'decline' }), refused('consent_refused'));
    await assert.rejects(
      answer('telehealth', { answers: { understood: 'no', where: 'home' } }),
      refused('consent_refused'),
    );
    assert.equal((await entries()).length, 0);
    await answer('telehealth', { decision: 'decline' });
    assert.equal((await entries())[0]?.decision, 'decline');
  });
  await t.test(
    'are asked for again, and given again, when the portal goes back to an older text the same day',
    async () => {
      const { world, member, agree, pending } = await start();
      const [source] = world.deps.settings.consents;
      const { inLanguage } = source!;
      await agree('portal-consent');
      source!.inLanguage = (language) => ({ ...inLanguage(language), version: 'next' });
      await agree('portal-consent');
      source!.inLanguage = inLanguage;
      assert.ok((await pending()).includes('portal-consent'));
      await agree('portal-consent');
      assert.ok(!(await pending()).includes('portal-consent'));
      await admit(world.deps, member, 'consented');
    },
  );
  await t.test('are given to the text as it stands, never to an older one', async () => {
    const { answer } = await start();
    await assert.rejects(answer('telehealth', { version: '2025-01' }), (error: PortalError) => {
      assert.equal(error.code, 'consent_outdated');
      assert.equal((error.document as ConsentDocument).version, '2026-01');
      return true;
    });
    await assert.rejects(answer('nothing-of-ours', {}), refused('not_found'));
  });
  await t.test('are recorded once, with the exact text, however often they are sent', async () => {
    const { agree, entries } = await start();
    await Promise.all(Array.from({ length: 20 }, () => agree('portal-consent')));
    const [entry, ...more] = await entries();
    assert.equal(more.length, 0);
    assert.deepEqual(entry?.document, consentDocuments[0]);
    assert.equal(entry?.signature, 'Pat Doe');
    assert.match(entry?.textDigest ?? '', /^[\w-]{43}$/);
  });
  await t.test('to text messages name the number: the account’s, else one that is given and is one', async () => {
    const { world, answer, entries } = await start();
    await assert.rejects(
      answer('text-messages', { answers: { agree: true, mobilePhone: '12' } }),
      refused('invalid_input', { fields: { mobilePhone: { code: 'invalid' } } }),
    );
    await answer('text-messages', { answers: { agree: true, mobilePhone: '(202) 555-0177' } });
    assert.equal((await entries())[0]?.mobilePhone, '+12025550177');

    const known = await world.activate({ consents: false, mobilePhone: '+12025550188' });
    const { pending } = await listConsents(world.deps, {}, known.member);
    const document = pending.find(({ documentId }) => documentId === 'text-messages')!;
    assert.deepEqual(
      document.questions.map(({ id }) => id),
      ['agree'],
    );
    await accept(world.deps, known.member, world.deps.settings.consents[1]!);
    assert.equal((await world.deps.store.listConsentEntries(known.member.account.id))[0]?.mobilePhone, '+12025550188');
  });
  await t.test('come along as they stand where a No can be taken back', async () => {
    const { world, member, agree, answer, pending } = await start();
    const again = async () =>
      (await listConsents(world.deps, {}, member)).records.flatMap(({ current }) => current?.documentId ?? []);
    await agree('portal-consent');
    await agree('telehealth');
    await answer('text-messages', { decision: 'decline' });
    assert.deepEqual(await again(), ['text-messages']);
    await withdrawConsent(world.deps, { documentId: 'telehealth' }, member);
    assert.deepEqual((await again()).toSorted(), ['telehealth', 'text-messages']);
    assert.deepEqual(await pending(), []);
    await agree('telehealth');
    assert.deepEqual(await again(), ['text-messages']);
  });
  await t.test('can be withdrawn where they are optional; the record stays', async () => {
    const { world, member, agree, pending } = await start();
    await agree('portal-consent');
    await agree('telehealth');
    await withdrawConsent(world.deps, { documentId: 'telehealth' }, member);
    await withdrawConsent(world.deps, { documentId: 'telehealth' }, member);
    const { records } = await listConsents(world.deps, {}, member);
    assert.ok(records.find(({ documentId }) => documentId === 'telehealth')?.withdrawnAt);
    assert.deepEqual(await pending(), ['text-messages']);
    await assert.rejects(withdrawConsent(world.deps, { documentId: 'portal-consent' }, member), refused('not_allowed'));
    await assert.rejects(withdrawConsent(world.deps, { documentId: 'text-messages' }, member), refused('not_found'));
  });
  await t.test('are asked again in a new version, and when their time has passed', async () => {
    let version = '2026-01';
    const source = {
      documentId: 'portal-consent',
      required: true,
      renewalDays: 365,
      recordsMobilePhone: false,
      inLanguage: () => ({ ...consentDocuments[0]!, version }),
    };
    const { agree, pending, world } = await start({ consents: [source] });
    await agree('portal-consent');
    assert.deepEqual(await pending(), []);
    version = '2026-02';
    assert.deepEqual(await pending(), ['portal-consent']);
    await agree('portal-consent');
    world.clock.advance(365 * DAY);
    assert.deepEqual(await pending(), ['portal-consent']);
    await agree('portal-consent');
    assert.deepEqual(await pending(), []);
  });
});
