import * as z from 'zod';
import { questionSchema } from '../../contract/consent.js';
import { idSchema } from '../../contract/fields.js';
import type { Path, Problem } from './config-problems.js';
import { isByLanguage, wordsProblems } from './config-words.js';

const words = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);

/** A consent document as portal.config.json has it. */
export const consentSchema = z.object({
  documentId: idSchema,
  version: idSchema,
  required: z.boolean(),
  signature: z.boolean().default(false),
  renewalDays: z.int().min(1).max(36_500).optional(),
  recordsMobilePhone: z.boolean().default(false),
  title: words,
  /** Markdown files, relative to the config's folder; a single path is the text in the portal's first language. */
  text: words,
  questions: z
    .array(
      z.object({
        ...questionSchema.shape,
        label: words,
        options: z
          .array(z.object({ value: idSchema, label: words }))
          .min(1)
          .optional(),
      }),
    )
    .default([]),
});

/** A consent document of the file, once it was checked. */
export type Consent = z.output<typeof consentSchema>;

/** Words that are the same in every language, or come by language. */
export type Words = z.output<typeof words>;

/** The same words by language; a single text counts for the portal's first language. */
export const byLanguage = (text: Words, languages: readonly string[]): Record<string, string> =>
  typeof text === 'string' ? { [languages[0]!]: text } : text;

function repeated(ids: readonly string[], path: (i: number) => Path): Problem[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [{ path: path(i), message: `"${id}" is taken by another one` }] : [],
  );
}

function questionProblems(question: Consent['questions'][number], path: Path): Problem[] {
  const problems: Problem[] = [];
  const say = (key: string, message: string): void => void problems.push({ path: [...path, key], message });
  const { id, type, mustBe, options } = question;
  // A missing signature is named to the page by that name.
  if (id === 'signature') say('id', '"signature" is the name of the signature itself');
  if (mustBe && type !== 'yes-no') say('mustBe', 'is for questions of the type "yes-no"');
  if (type === 'choice' && !options) say('options', 'is missing: a choice needs something to choose from');
  if (type !== 'choice' && options) say('options', 'is for questions of the type "choice"');
  const values = options?.map(({ value }) => value) ?? [];
  return [...problems, ...repeated(values, (i) => [...path, 'options', i, 'value'])];
}

/**
 * What the schema can't tell about the consents, by their position in the file: ids that are taken, questions that make no
 * sense, words that are missing.
 */
export function consentProblems(consents: ReadonlyMap<number, Consent>, languages: readonly string[]): Problem[] {
  const positions = [...consents.keys()];
  const taken = repeated(
    [...consents.values()].map(({ documentId }) => documentId),
    (i) => ['consents', positions[i]!, 'documentId'],
  );
  return [...taken, ...[...consents].flatMap(([i, consent]) => problemsOfOne(consent, ['consents', i], languages))];
}

function problemsOfOne(consent: Consent, base: Path, languages: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const textLanguages = Object.keys(byLanguage(consent.text, languages));
  // A document is shown in one language as a whole: where there is a text, all that belongs to it is there too.
  const check = (said: Words, ...keys: PropertyKey[]): void => {
    if (!isByLanguage(said)) return;
    const path = [...base, ...keys];
    problems.push(...wordsProblems(said, path, languages));
    const missing = textLanguages.filter((tag) => tag !== languages[0] && !Object.hasOwn(said, tag));
    for (const tag of missing)
      problems.push({ path: [...path, tag], message: `is missing: there is a text in "${tag}"` });
  };
  check(consent.title, 'title');
  if (isByLanguage(consent.text)) problems.push(...wordsProblems(consent.text, [...base, 'text'], languages));
  consent.questions.forEach((question, i) => {
    check(question.label, 'questions', i, 'label');
    question.options?.forEach((option, n) => check(option.label, 'questions', i, 'options', n, 'label'));
    problems.push(...questionProblems(question, [...base, 'questions', i]));
  });
  const ids = consent.questions.map(({ id }) => id);
  return [...problems, ...repeated(ids, (i) => [...base, 'questions', i, 'id'])];
}
