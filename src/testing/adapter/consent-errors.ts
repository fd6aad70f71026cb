import { consentDocumentSchema } from '../../contract/consent.js';
import { defineCases } from './adapter-case.js';
import { demand, NotApplicable } from './conformance-error.js';
import { error } from './error-case.js';
import { agree, agreement, requiredOf, UNKNOWN_CODE } from './portal.js';
import { refuses } from './refusals.js';

/** The errors of consents and of linking. */
export const consentErrors = defineCases('errors', [
  error(
    'answerConsent',
    'consent_outdated',
    'an answer to a text of another time is refused with the present one',
    async (portal) => {
      const { adapter } = await portal.newcomer();
      const { pending } = await adapter.listConsents();
      if (!pending[0]) throw new NotApplicable('the portal has no consent document');
      const { document } = await refuses(
        agree(adapter, { ...pending[0], version: 'of-another-time' }),
        'consent_outdated',
        'an answer to another version',
      );
      const current = consentDocumentSchema.safeParse(document);
      demand(
        current.success && current.data.version === pending[0].version,
        `consent_outdated to carry the document as it stands, version ${pending[0].version}`,
        document ?? 'none',
      );
      const { records } = await adapter.listConsents();
      demand(records.length === 0, 'nothing to be recorded', records);
    },
    'docs/security.md R-62',
  ),
  error(
    'answerConsent',
    'consent_refused',
    'declining what is required is refused, and nothing is lost',
    async (portal) => {
      const { adapter } = await portal.newcomer();
      const [document] = requiredOf((await adapter.listConsents()).pending);
      if (!document) throw new NotApplicable('the portal has no required consent document');
      const { documentId, version } = document;
      await refuses(
        adapter.answerConsent({ documentId, version, decision: 'decline', answers: {} }),
        'consent_refused',
        'declining a required document',
      );
      const { pending } = await adapter.listConsents();
      demand(
        pending.some((each) => each.documentId === documentId),
        'the document still to be pending',
        pending.map((each) => each.documentId),
      );
      await agree(adapter, document);
    },
    'docs/security.md R-64',
  ),
  error(
    'answerConsent',
    'consent_refused',
    'a question that must be answered with yes takes no other answer',
    async (portal) => {
      const { adapter } = await portal.newcomer();
      const document = (await adapter.listConsents()).pending.find(({ questions }) =>
        questions.some(({ mustBe }) => mustBe),
      );
      if (!document) throw new NotApplicable('no question here must be answered with yes (mustBe)');
      const { id } = document.questions.find(({ mustBe }) => mustBe)!;
      const answer = agreement(document);
      await refuses(
        adapter.answerConsent({ ...answer, answers: { ...answer.answers, [id]: 'no' } }),
        'consent_refused',
        `"no" to the question ${id}`,
      );
      await adapter.answerConsent(answer);
    },
  ),
  error(
    'answerConsent',
    'not_found',
    'a document that there is none of can’t be answered',
    async (portal) => {
      const { adapter } = await portal.newcomer();
      const answer = { documentId: 'no-such-document', version: '1', decision: 'accept', answers: {} } as const;
      await refuses(adapter.answerConsent(answer), 'not_found', 'an answer to an unknown document');
    },
    'docs/http.md Errors of every operation',
  ),
  error('withdrawConsent', 'not_allowed', 'a required consent can’t be taken back', async (portal) => {
    const { adapter } = await portal.newcomer();
    const [document] = requiredOf((await adapter.listConsents()).pending);
    if (!document) throw new NotApplicable('the portal has no required consent document');
    await agree(adapter, document);
    const { documentId } = document;
    await refuses(adapter.withdrawConsent({ documentId }), 'not_allowed', 'taking a required consent back');
    const [record] = (await adapter.listConsents()).records;
    demand(record !== undefined && record.withdrawnAt === undefined, 'the record to stay as it was', record ?? 'none');
  }),
  error(
    'withdrawConsent',
    'not_found',
    'a document that there is none of can’t be taken back',
    async (portal) => {
      const { adapter } = await portal.newcomer();
      await refuses(
        adapter.withdrawConsent({ documentId: 'no-such-document' }),
        'not_found',
        'taking back an unknown document',
      );
    },
    'docs/http.md Errors of every operation',
  ),
  error('linkCode', 'no_records_found', 'a code that was never issued can’t be linked', async (portal) => {
    const { adapter } = await portal.member();
    await refuses(
      adapter.linkCode({ code: UNKNOWN_CODE, ...(await portal.linkProof()) }),
      'no_records_found',
      'an unknown code',
    );
  }),
  error(
    'linkCode',
    'already_linked',
    'a code that this very account linked is told as that',
    async (portal) => {
      const { adapter } = await portal.member();
      const { code } = await portal.invited();
      const proof = await portal.linkProof();
      await adapter.linkCode({ code, ...proof });
      await refuses(adapter.linkCode({ code, ...proof }), 'already_linked', 'the same code again');
    },
    'docs/security.md R-57',
  ),
]);
