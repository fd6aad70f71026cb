import type { PortalAdapter } from '../../adapter/portal-adapter.js';
import type { ConsentDocument } from '../../contract/consent.js';
import type { PortalErrorCode } from '../../contract/errors.js';
import type { OperationName, Output } from '../../contract/operations.js';
import { operationNamed } from '../../contract/operations.js';

/** What a backend brings to the suite. */
export interface AdapterUnderTest {
  /** A new client that shares no session with others. */
  connect(): PortalAdapter;
  /** Puts somebody new on file with this birthdate and phone and issues a code for them. */
  invite(person: { email: string; birthdate: string; homePhone: string }): Promise<{ code: string }>;
}

/** One sentence about a backend, and how to find out whether it holds. */
export interface AdapterCase {
  name: string;
  /** The operations without which it makes no sense. */
  needs: OperationName[];
  run(backend: AdapterUnderTest): Promise<void>;
}

export const BIRTHDATE = '1980-02-29';
export const PHONE = '+12025550123';
export const PASSWORD = 'Bluewater7-';

/** Says what should have been. */
export function expect(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

let people = 0;

/** An address that nobody else in this run has. */
export const newAddress = (): string => `suite-${Date.now().toString(36)}-${++people}@example.org`;

/** Somebody new on file, with a code. */
export async function invited(backend: AdapterUnderTest): Promise<{ code: string; email: string }> {
  const email = newAddress();
  return { email, ...(await backend.invite({ email, birthdate: BIRTHDATE, homePhone: PHONE })) };
}

/** What proves to be that person, as the backend's config asks. */
export async function proof(adapter: PortalAdapter): Promise<{ birthdate: string } | { phone: string }> {
  const { verification } = await adapter.readConfig();
  if (verification.methods.includes('birthdate')) return { birthdate: BIRTHDATE };
  if (verification.methods.includes('phone')) return { phone: PHONE };
  throw new Error('The suite can prove a birthdate or a phone; the backend asks for neither.');
}

/** A new account, logged in, with every required consent given. */
export async function activated(
  backend: AdapterUnderTest,
): Promise<{ adapter: PortalAdapter; code: string; email: string }> {
  const { code, email } = await invited(backend);
  const adapter = backend.connect();
  const { ticket } = await adapter.verifyCode({ code, ...(await proof(adapter)) });
  const { step } = await adapter.createAccount({ ticket, relationship: 'self', username: email, password: PASSWORD });
  if (step === 'consent')
    for (const document of (await adapter.listConsents()).pending)
      if (document.required) await agree(adapter, document);
  return { adapter, code, email };
}

/** Agrees to a document as somebody would who has no objections. */
export const agree = (adapter: PortalAdapter, { documentId, version, questions, signature }: ConsentDocument) =>
  adapter.answerConsent({
    documentId,
    version,
    decision: 'accept',
    answers: Object.fromEntries(
      questions.map(({ id, type, options }) => [
        id,
        type === 'acknowledge' ? true : type === 'yes-no' ? 'yes' : type === 'choice' ? options![0]!.value : PHONE,
      ]),
    ),
    ...(signature && { signature: 'Pat Doe' }),
  });

/** The error that a call ends in; it is an error of the suite when it ends in none, or in one that isn't a PortalError. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: PortalErrorCode; reason?: string; fields?: Record<string, { code: string; failed?: string[] }> }> {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  expect(
    'error' in outcome,
    `It was answered (${JSON.stringify((outcome as { answer: unknown }).answer)}), and should have been refused.`,
  );
  const { error } = outcome;
  expect(
    error instanceof Error && error.name === 'PortalError' && 'code' in error,
    `It threw ${String(error)}, and should have thrown a PortalError.`,
  );
  return error as never;
}

/** Expects a call to be refused with this code. */
export async function refuses(call: Promise<unknown>, code: PortalErrorCode): Promise<void> {
  const found = await refusal(call);
  expect(found.code === code, `It was refused with ${found.code}, and should have been with ${code}.`);
}

/** Expects an answer to have the shape that the contract gives it. */
export function fits<Name extends OperationName>(name: Name, answer: Output<Name>): void {
  const read = operationNamed(name).output.safeParse(answer);
  expect(read.success, `${name} answered in another shape: ${JSON.stringify(read.error?.issues)}`);
}
