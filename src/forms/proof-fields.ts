import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { parseEmail } from '../contract/fields/email.js';
import { asciiDigits, trimmed } from '../contract/fields/text.js';
import type { PortalConfig } from '../contract/config.js';
import '../locale/en/proof.js';
import '../locale/en/username.js';
import { radioField } from './choice-field.js';
import { dateField, exampleDate, readDate } from './date-field.js';
import type { FieldErrors, FlowController } from './flow-controller.js';
import { textField } from './text-field.js';

/** One way to prove to be the person that a code is for. */
export type Method = PortalConfig['verification']['methods'][number];

/** What proves it, as operations take it. */
export interface Proof {
  birthdate?: string;
  phone?: string;
  email?: string;
  answers?: Record<string, string>;
}

type Question = NonNullable<PortalConfig['verification']['questions']>[number];

/** What was typed before, by the name of the control. */
export type Kept = (control: string) => string;

const control = ({ name }: Question): string => `answer-${name}`;

function question(flow: FlowController, asked: Question, kept: Kept): TemplateResult {
  const { name, label, type } = { ...asked, name: control(asked) };
  if (type === 'date') return dateField({ flow, name, label, hint: exampleDate(flow.portal.language), value: kept });
  return textField({
    flow,
    name,
    label,
    autocomplete: 'off',
    value: kept(name),
    secret: true,
    inputmode: type === 'digits' ? 'numeric' : 'text',
  });
}

function fieldsOf(flow: FlowController, method: Method, kept: Kept): unknown {
  const { config, language, words } = flow.portal;
  switch (method) {
    case 'birthdate': {
      const { label, hint } = words.birthdate;
      return dateField({
        flow,
        name: method,
        label,
        hint: hint(exampleDate(language)),
        autocomplete: 'bday',
        value: kept,
      });
    }
    case 'phone': {
      const { phone: label, phoneHint: hint } = words.proof;
      const common = { autocomplete: 'tel', type: 'tel', inputmode: 'tel', secret: true, ltr: true } as const;
      return textField({ flow, name: method, label, hint, value: kept(method), ...common });
    }
    case 'email': {
      const { email: label, emailHint: hint } = words.proof;
      const common = { autocomplete: 'email', inputmode: 'email', secret: true, ltr: true } as const;
      return textField({ flow, name: method, label, hint, value: kept(method), ...common });
    }
    case 'answers':
      return config.verification.questions?.map((each) => question(flow, each, kept));
  }
}

/** The fields of one way to prove it, if any is asked for; below a choice where there are several ways. */
export function proofFields(
  flow: FlowController,
  methods: readonly Method[],
  method: Method | undefined,
  kept: Kept,
  choose: (method: Method) => void,
): TemplateResult {
  const { words } = flow.portal;
  const labels = { ...words.proof, birthdate: words.birthdate.label };
  const choice = radioField({
    flow,
    name: 'method',
    label: words.proof.methods,
    value: method,
    choices: methods.map((value) => ({ value, label: labels[value] })),
    onChange: (value) => choose(value as Method),
  });
  // Keyed, since an address is no phone number: what was typed for one way isn't carried over to another.
  return html`${methods.length > 1 ? choice : nothing} ${method && keyed(method, fieldsOf(flow, method, kept))}`;
}

function readAnswers(flow: FlowController): { proof: Proof } | { errors: FieldErrors } {
  const answers: Record<string, string> = {};
  const errors: FieldErrors = {};
  for (const asked of flow.portal.config.verification.questions ?? []) {
    const name = control(asked);
    const typed = trimmed(flow.values(name));
    if (asked.type === 'date') {
      const date = readDate(flow, name, (words) => words.date);
      if ('error' in date) errors[name] = date.error;
      else answers[asked.name] = date.iso;
    } else if (!typed) errors[name] = { says: (words) => words.proof.answerMissing(asked.label) };
    else if (asked.type === 'digits' && !/^\d+$/.test(asciiDigits(typed).replace(/[\s-]/g, '')))
      errors[name] = { says: (words) => words.proof.digitsOnly(asked.label) };
    else answers[asked.name] = asked.type === 'digits' ? asciiDigits(typed).replace(/[\s-]/g, '') : typed;
  }
  return Object.keys(errors).length > 0 ? { errors } : { proof: { answers } };
}

/** Reads what proves it, or what is wrong with that. */
export function readProof(
  flow: FlowController,
  method: Method | undefined,
): { proof: Proof } | { errors: FieldErrors } {
  const typed = trimmed(flow.values(method ?? ''));
  switch (method) {
    case undefined:
      return { proof: {} };
    case 'birthdate': {
      const date = readDate(flow, method, (words) => words.birthdate);
      return 'error' in date ? { errors: { birthdate: date.error } } : { proof: { birthdate: date.iso } };
    }
    case 'phone':
      return typed ? { proof: { phone: typed } } : { errors: { phone: { says: (words) => words.proof.phoneMissing } } };
    case 'email':
      return parseEmail(typed)
        ? { proof: { email: typed } }
        : { errors: { email: { says: (words) => words.username.invalid } } };
    case 'answers':
      return readAnswers(flow);
  }
}
