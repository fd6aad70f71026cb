import {
  agree,
  expect,
  fits,
  invited,
  PASSWORD,
  proof,
  refusal,
  refuses,
  type AdapterCase,
  type AdapterUnderTest,
} from './adapter-case.js';

const needs: AdapterCase['needs'] = ['listConsents', 'answerConsent', 'createAccount'];

async function newcomer(backend: AdapterUnderTest) {
  const { code, email } = await invited(backend);
  const adapter = backend.connect();
  const { ticket } = await adapter.verifyCode({ code, ...(await proof(adapter)) });
  const { step } = await adapter.createAccount({ ticket, relationship: 'self', username: email, password: PASSWORD });
  const { pending } = await adapter.listConsents();
  return { adapter, step, pending, required: pending.filter((document) => document.required) };
}

/** What must be agreed to, and what may. A backend without documents passes with nothing to show. */
export const consentCases: AdapterCase[] = [
  {
    name: 'sends a newcomer to the consents while any is unanswered',
    needs,
    run: async (backend) => {
      const { adapter, step, pending } = await newcomer(backend);
      expect(
        step === (pending.length > 0 ? 'consent' : 'landing'),
        `It led to ${step} with ${pending.length} consents open.`,
      );
      fits('listConsents', await adapter.listConsents());
    },
  },
  {
    name: 'lets nobody past a required consent',
    needs: [...needs, 'readAccount'],
    run: async (backend) => {
      const { adapter, required } = await newcomer(backend);
      if (required.length > 0) await refuses(adapter.readAccount(), 'consent_required');
      for (const document of required) fits('answerConsent', await agree(adapter, document));
      fits('readAccount', await adapter.readAccount());
    },
  },
  {
    name: 'takes an answer to the current version alone, and shows it',
    needs,
    run: async (backend) => {
      const { adapter, pending } = await newcomer(backend);
      const [document] = pending;
      if (!document) return;
      const outdated = await refusal(agree(adapter, { ...document, version: 'of-another-time' }));
      expect(outdated.code === 'consent_outdated' && 'document' in outdated, `It was refused with ${outdated.code}.`);
    },
  },
  {
    name: 'refuses a decline of what is required, and takes one of what isn’t',
    needs,
    run: async (backend) => {
      const { adapter, pending } = await newcomer(backend);
      for (const { documentId, version, required } of pending) {
        const declining = adapter.answerConsent({ documentId, version, decision: 'decline', answers: {} });
        if (required) await refuses(declining, 'consent_refused');
        else fits('answerConsent', await declining);
      }
    },
  },
  {
    name: 'names the questions that are left out or unknown',
    needs,
    run: async (backend) => {
      const { adapter, required } = await newcomer(backend);
      const document = required.find(({ questions }) => questions.some((question) => question.required));
      if (!document) return;
      const { documentId, version } = document;
      const found = await refusal(
        adapter.answerConsent({ documentId, version, decision: 'accept', answers: { nonsense: 'x' } }),
      );
      expect(found.code === 'invalid_input', `It was refused with ${found.code}.`);
      expect(found.fields?.['nonsense']?.code === 'unknown', 'It should name the unknown question.');
    },
  },
  {
    name: 'records an answer once, however often it is sent',
    needs,
    run: async (backend) => {
      const { adapter, pending } = await newcomer(backend);
      const [document] = pending;
      if (!document) return;
      await Promise.all([agree(adapter, document), agree(adapter, document), agree(adapter, document)]);
      const { records } = await adapter.listConsents();
      expect(records.length === 1, `There are ${records.length} records.`);
    },
  },
  {
    name: 'takes an optional consent back, and no required one',
    needs: [...needs, 'withdrawConsent'],
    run: async (backend) => {
      const { adapter, required, pending } = await newcomer(backend);
      for (const document of pending) await agree(adapter, document);
      for (const { documentId } of required) await refuses(adapter.withdrawConsent({ documentId }), 'not_allowed');
      const optional = pending.find((document) => !document.required);
      if (!optional) return;
      fits('withdrawConsent', await adapter.withdrawConsent({ documentId: optional.documentId }));
      const { records } = await adapter.listConsents();
      expect(
        records.some(({ documentId, withdrawnAt }) => documentId === optional.documentId && withdrawnAt !== undefined),
        'The record should say when it was withdrawn.',
      );
    },
  },
];
