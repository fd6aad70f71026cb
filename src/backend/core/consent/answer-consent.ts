import type { Answers, ConsentDocument, ConsentQuestion } from '../../../contract/consent.js';
import { PortalError, type FieldProblem } from '../../../contract/errors.js';
import type { UseCase } from '../use-case.js';
import { documentFor, MOBILE_PHONE_QUESTION, stepAfterActivation } from './consent-state.js';

/**
 * Records an answer to the text as it stands now, with that text, once however often it is sent.
 *
 * Only the current version and known questions are taken: nobody consents to a text that was never shown.
 */
export const answerConsent: UseCase<'answerConsent'> = async (deps, input, { account, language }) => {
  const { store, secrets, random, clock, settings } = deps;
  const now = clock.now();
  const source = settings.consents.find(({ documentId }) => documentId === input.documentId);
  if (!source) throw new PortalError('not_found');
  const document = documentFor(source, account, language);
  if (input.version !== document.version) throw new PortalError('consent_outdated', { document });

  const accepted = input.decision === 'accept';
  if (!accepted && source.required) throw new PortalError('consent_refused');
  const signature = input.signature?.trim() || null;
  if (accepted) demandAnswers(document, input.answers, signature);
  const mobilePhone = accepted && source.recordsMobilePhone ? (account.mobilePhone ?? readPhone()) : null;

  await store.recordConsent(
    {
      id: random.id(),
      accountId: account.id,
      documentId: document.documentId,
      version: document.version,
      document,
      textDigest: await secrets.fingerprint(JSON.stringify(document)),
      decision: input.decision,
      answers: accepted ? input.answers : {},
      signature: accepted && document.signature ? signature : null,
      mobilePhone,
      recordedAt: now,
    },
    {
      events: [
        {
          at: now,
          name: accepted ? 'consent.accepted' : 'consent.declined',
          accountId: account.id,
          detail: { documentId: document.documentId, version: document.version, language: document.language },
        },
      ],
    },
  );
  return { step: await stepAfterActivation(deps, account, language, now) };

  function readPhone(): string | null {
    const typed = input.answers[MOBILE_PHONE_QUESTION];
    if (typeof typed !== 'string' || typed.trim() === '') return null;
    const phone = deps.phones.parse(typed, settings.config(language).phoneRegion);
    if (!phone) throw invalid({ [MOBILE_PHONE_QUESTION]: { code: 'invalid' } });
    return phone;
  }
};

const invalid = (fields: Record<string, FieldProblem>): PortalError => new PortalError('invalid_input', { fields });

function demandAnswers(
  { questions, signature: wanted }: ConsentDocument,
  answers: Answers,
  signature: string | null,
): void {
  const fields: Record<string, FieldProblem> = {};
  for (const id of Object.keys(answers)) {
    if (!questions.some((question) => question.id === id)) fields[id] = { code: 'unknown' };
  }
  for (const question of questions) {
    const answer = answers[question.id];
    if (answer === undefined || answer === '') {
      if (question.required) fields[question.id] = { code: 'missing' };
    } else if (!fits(question, answer)) fields[question.id] = { code: 'invalid' };
  }
  if (wanted && !signature) fields['signature'] = { code: 'missing' };
  if (Object.keys(fields).length > 0) throw invalid(fields);

  const refused = questions.find(
    ({ id, mustBe }) => mustBe !== undefined && answers[id] !== 'yes' && answers[id] !== true,
  );
  if (refused) throw new PortalError('consent_refused', { fields: { [refused.id]: { code: 'invalid' } } });
}

function fits({ type, options }: ConsentQuestion, answer: true | string): boolean {
  switch (type) {
    case 'acknowledge':
      return answer === true;
    case 'yes-no':
      return answer === 'yes' || answer === 'no';
    case 'choice':
      return options?.some(({ value }) => value === answer) ?? false;
    case 'text':
      return typeof answer === 'string';
  }
}
