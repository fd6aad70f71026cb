import { EXAMPLES } from '../../contract/examples.js';
import { operationNamed, OPERATION_NAMES } from '../../contract/operations.js';
import { defineCases } from './adapter-case.js';
import { demand, NotApplicable, type Rule } from './conformance-error.js';
import { agree, PASSWORD, requiredOf, type Member, type Portal } from './portal.js';
import { refuses } from './refusals.js';

/** A new account that a required consent stands before. */
async function heldBack(portal: Portal): Promise<Member> {
  const newcomer = await portal.newcomer();
  const { pending } = await newcomer.adapter.listConsents();
  if (requiredOf(pending).length === 0) throw new NotApplicable('the portal has no required consent document');
  return newcomer;
}

const R60: Rule = 'docs/security.md R-60';

/** What an open consent keeps somebody from, and where it leads. */
export const consents = defineCases('consents', [
  ...OPERATION_NAMES.filter((name) => operationNamed(name).access === 'consented').map((operation) => ({
    name: `${operation} waits for the required consents`,
    rule: R60,
    covers: [{ operation, error: 'consent_required' as const }],
    run: async (portal: Portal) => {
      const { adapter } = await heldBack(portal);
      const call = adapter[operation] as (input: unknown) => Promise<unknown>;
      await refuses(
        call(EXAMPLES[operation].input),
        'consent_required',
        `${operation} while a required consent is open`,
      );
    },
  })),
  {
    name: 'session, consents and config don’t wait for them',
    rule: R60,
    covers: [
      { operation: 'readSession' },
      { operation: 'listConsents' },
      { operation: 'readConfig' },
      { operation: 'logOut' },
    ],
    run: async (portal) => {
      const { adapter } = await heldBack(portal);
      await adapter.readConfig();
      const { step } = await adapter.readSession();
      demand(step === 'consent', 'the step of the session to be "consent"', `"${step}"`);
      await adapter.listConsents();
      await adapter.logOut();
    },
  },
  {
    name: 'the portal opens once every required consent is given, and not before',
    rule: R60,
    covers: [{ operation: 'answerConsent' }, { operation: 'readAccount' }],
    run: async (portal) => {
      const { adapter } = await heldBack(portal);
      for (const document of requiredOf((await adapter.listConsents()).pending)) {
        await refuses(adapter.readAccount(), 'consent_required', `the account while ${document.documentId} is open`);
        await agree(adapter, document);
      }
      await adapter.readAccount();
    },
  },
  {
    name: 'a new account is led to the consents while any is unanswered',
    rule: 'docs/http.md createAccount',
    covers: [{ operation: 'createAccount' }],
    run: async (portal) => {
      const { adapter, step } = await portal.newcomer();
      const { pending } = await adapter.listConsents();
      const right = pending.length > 0 ? 'consent' : 'landing';
      demand(step === right, `the step "${right}" with ${pending.length} documents unanswered`, `"${step}"`);
    },
  },
  {
    name: 'who comes back is led to the consents only while a required one is open',
    rule: 'docs/http.md logIn',
    covers: [{ operation: 'logIn' }],
    run: async (portal) => {
      const { email, adapter } = await heldBack(portal);
      const logIn = async (): Promise<string> =>
        (await portal.visitor().adapter.logIn({ username: email, password: PASSWORD })).step;
      const before = await logIn();
      demand(before === 'consent', 'the step "consent" while a required consent is open', `"${before}"`);
      const { pending } = await adapter.listConsents();
      for (const document of requiredOf(pending)) await agree(adapter, document);
      const optional = pending.length - requiredOf(pending).length;
      const after = await logIn();
      demand(after === 'landing', `the step "landing" with ${optional} optional consents open`, `"${after}"`);
    },
  },
  {
    name: 'an optional consent can be declined, and the record says so',
    rule: 'docs/security.md R-64',
    covers: [{ operation: 'answerConsent' }],
    run: async (portal) => {
      const { adapter } = await portal.newcomer();
      const document = (await adapter.listConsents()).pending.find(({ required }) => !required);
      if (!document) throw new NotApplicable('the portal has no optional consent document');
      const { documentId, version } = document;
      await adapter.answerConsent({ documentId, version, decision: 'decline', answers: {} });
      const record = (await adapter.listConsents()).records.find((each) => each.documentId === documentId);
      demand(record?.decision === 'decline', 'a record with the decision "decline"', record ?? 'no record');
    },
  },
  {
    name: 'a consent that is taken back keeps its first record',
    rule: 'docs/security.md R-61',
    covers: [{ operation: 'withdrawConsent' }],
    run: async (portal) => {
      const { adapter } = await portal.newcomer();
      const document = (await adapter.listConsents()).pending.find(({ required }) => !required);
      if (!document) throw new NotApplicable('the portal has no optional consent document');
      const { documentId } = document;
      const find = async () => (await adapter.listConsents()).records.find((each) => each.documentId === documentId);
      await agree(adapter, document);
      const before = await find();
      await adapter.withdrawConsent({ documentId });
      const after = await find();
      const kept = after?.recordedAt === before?.recordedAt && after?.decision === 'accept';
      demand(kept, `the record of ${before?.recordedAt}, accepted, to stay`, after ?? 'no record');
    },
  },
]);
