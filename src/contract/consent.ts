import { done, idSchema, languageSchema, lineSchema, nothing, timeSchema } from './fields.js';
import { operation } from './operation.js';
import { blockSchema } from './rich-text.js';
import { nextStep } from './step.js';
import * as z from './zod.js';

/** One question of a consent document. */
export const questionSchema = z.object({
  id: idSchema,
  label: z.string(),
  type: z.enum(['acknowledge', 'yes-no', 'choice', 'text']),
  required: z.boolean(),
  /** Only this answer lets the person go on. */
  mustBe: z.optional(z.literal('yes')),
  options: z.optional(z.array(z.object({ value: idSchema, label: z.string() }))),
});

export type ConsentQuestion = z.infer<typeof questionSchema>;

const shown = {
  documentId: idSchema,
  version: idSchema,
  language: languageSchema,
  title: z.string(),
  body: z.array(blockSchema),
  questions: z.array(questionSchema),
};

/** A versioned text with questions, in one language, as it is shown. */
export const consentDocumentSchema = z.object({ ...shown, required: z.boolean(), signature: z.boolean() });

export type ConsentDocument = z.infer<typeof consentDocumentSchema>;

/** By question: `true` where it was acknowledged, else what was chosen or written. */
export const answersSchema = z.record(idSchema, z.union([z.literal(true), z.string().check(z.maxLength(2_000))]));

export type Answers = z.infer<typeof answersSchema>;

const decision = z.enum(['accept', 'decline']);

/** What was answered to which text, and when: written once, never changed. */
export const consentRecordSchema = z.object({
  ...shown,
  decision,
  answers: answersSchema,
  signature: z.optional(z.string()),
  recordedAt: timeSchema,
  withdrawnAt: z.optional(timeSchema),
  /** Whether the portal can't be used without it, and it so can't be withdrawn. */
  required: z.optional(z.boolean()),
  /** The document as it stands now, where a No to it can be taken back: it was optional, and declined or withdrawn. */
  current: z.optional(consentDocumentSchema),
});

export type ConsentRecord = z.infer<typeof consentRecordSchema>;

export const consentOperations = {
  /**
   * What is still to be answered, and what was.
   *
   * Requires a session.
   *
   * @throws PortalError `session_required`
   */
  listConsents: operation({
    method: 'GET',
    path: '/consents',
    access: 'session',
    summary: 'The consents that are still to be answered, and the answers given.',
    input: nothing,
    output: z.object({ pending: z.array(consentDocumentSchema), records: z.array(consentRecordSchema) }),
    errors: [],
  }),

  /**
   * Records an answer to the document's current version, once, however often it is sent.
   *
   * `consent_outdated` carries the document as it stands now; `consent_refused` says that this portal can't be used
   * without it: nothing is recorded and nothing is lost.
   *
   * Requires a session.
   *
   * @throws PortalError `consent_outdated`, `consent_refused`, `session_required`
   */
  answerConsent: operation({
    method: 'POST',
    path: '/consents/{documentId}',
    access: 'session',
    summary: 'Records an answer to the current version of a consent document.',
    input: z.strictObject({
      documentId: idSchema,
      version: idSchema,
      decision,
      answers: answersSchema,
      signature: z.optional(lineSchema),
    }),
    output: nextStep,
    errors: ['consent_outdated', 'consent_refused'],
  }),

  /**
   * Takes an optional consent back; the record of it stays.
   *
   * Requires a session.
   *
   * @throws PortalError `not_allowed`, `session_required`
   */
  withdrawConsent: operation({
    method: 'DELETE',
    path: '/consents/{documentId}',
    access: 'session',
    summary: 'Withdraws an optional consent.',
    input: z.strictObject({ documentId: idSchema }),
    output: done,
    errors: ['not_allowed'],
  }),
};
