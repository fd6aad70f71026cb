import { html, nothing, type TemplateResult } from 'lit';
import { trimmed } from '../../contract/fields/text.js';
import type { Answers, ConsentDocument, ConsentQuestion } from '../../contract/consent.js';
import type { FieldProblem, PortalError } from '../../contract/portal-error.js';
import { checkboxField, radioField } from '../../forms/choice-field.js';
import type { FieldErrors, FlowController, FormValues } from '../../forms/flow-controller.js';
import { textField } from '../../forms/text-field.js';
import '../../locale/en/consent.js';
import '../../locale/en/settings.js';
import type { Says } from '../../locale/messages.js';

/** What somebody has filled in below a text. */
export interface Given {
  answers: Answers;
  signature: string;
}

/** The name of a question's control. The signature has a name of its own, which no question can take. */
const controlOf = ({ id }: ConsentQuestion): string => `answer-${id}`;

const SIGNATURE = 'signature';

// The one question that the contract knows by its id.
const isPhone = ({ id }: ConsentQuestion): boolean => id === 'mobilePhone';

const isNeeded = ({ required, mustBe }: ConsentQuestion): boolean => required || mustBe !== undefined;

function questionField(flow: FlowController, question: ConsentQuestion, lang: string): TemplateResult {
  const { words } = flow.portal;
  const optional = !isNeeded(question);
  const label = optional ? words.form.optional(question.label) : question.label;
  const parts = { flow, name: controlOf(question), label, lang, optional };
  switch (question.type) {
    case 'acknowledge':
      return checkboxField({ ...parts, label: words.consent.acknowledgement, choice: label });
    case 'yes-no': {
      const choices = (['yes', 'no'] as const).map((value) => ({ value, label: words.consent[value] }));
      return radioField({ ...parts, choices, inline: true });
    }
    case 'choice':
      return radioField({ ...parts, choices: (question.options ?? []).map((option) => ({ ...option, lang })) });
    case 'text':
      return textField(
        isPhone(question)
          ? { ...parts, type: 'tel', autocomplete: 'tel', ltr: true }
          : { ...parts, autocomplete: 'off' },
      );
  }
}

/** The questions of a document as fields, in their order; nothing is chosen from the start. */
export function questionFields(
  flow: FlowController,
  { language, questions, signature }: ConsentDocument,
): TemplateResult {
  const { consent } = flow.portal.words;
  const signing = {
    flow,
    name: SIGNATURE,
    label: consent.signature,
    hint: consent.signatureHint,
    autocomplete: 'name',
  };
  return html`${questions.map((question) => questionField(flow, question, language))} ${signature ? textField(signing) : nothing}`;
}

/** What the form holds now, as the contract wants it: what wasn't answered is left out. */
export function readGiven({ questions }: Pick<ConsentDocument, 'questions'>, values: FormValues): Given {
  const answers: Answers = {};
  for (const question of questions) {
    const value = trimmed(values(controlOf(question)));
    if (value) answers[question.id] = question.type === 'acknowledge' ? true : value;
  }
  return { answers, signature: trimmed(values(SIGNATURE)) };
}

// Links of the summary that read alike would lead nobody anywhere.
function missing({ questions }: ConsentDocument, { type, label }: ConsentQuestion): Says {
  const several = questions.filter((other) => other.type === type).length > 1;
  return ({ consent }) => (several ? consent.missingOf(consent.missing[type], label) : consent.missing[type]);
}

/** Which questions are still open, in the order of the page. */
export function findMissing(document: ConsentDocument, given: Given): FieldErrors {
  const open = document.questions.filter((question) => isNeeded(question) && given.answers[question.id] === undefined);
  const unsigned = document.signature && !given.signature;
  return {
    ...Object.fromEntries(open.map((question) => [controlOf(question), { says: missing(document, question) }])),
    ...(unsigned && { [SIGNATURE]: { says: ({ consent }) => consent.missing.signature } }),
  };
}

/** Finds the questions that an answer was refused for. */
export function explainRefusal(document: ConsentDocument, { code, fields = {} }: PortalError): FieldErrors {
  const says = (question: ConsentQuestion, problem: FieldProblem): Says => {
    if (code === 'consent_refused') return ({ consent }) => consent.mustBeYes;
    if (problem.code === 'missing') return missing(document, question);
    return (words) => (isPhone(question) ? words.settings.contact.phoneInvalid : words.form.invalid);
  };
  const errors: FieldErrors = {};
  for (const question of document.questions) {
    const problem = fields[question.id];
    if (problem) errors[controlOf(question)] = { says: says(question, problem) };
  }
  if (document.signature && fields[SIGNATURE]) errors[SIGNATURE] = { says: ({ consent }) => consent.missing.signature };
  return errors;
}

/** Puts back into a fresh form what was given before, as far as its questions are still there. */
export function putBack(form: HTMLFormElement, { questions }: ConsentDocument, { answers, signature }: Given): void {
  const put = (name: string, value: string): void => {
    for (const control of form.querySelectorAll('input')) {
      if (control.name !== name) continue;
      if (control.type === 'radio' || control.type === 'checkbox') control.checked = control.value === value;
      else control.value = value;
    }
  };
  for (const question of questions) {
    const answer = answers[question.id];
    if (answer !== undefined) put(controlOf(question), String(answer));
  }
  put(SIGNATURE, signature);
}
