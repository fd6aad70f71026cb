import { ERROR_CODES, type PortalError, type PortalErrorCode } from '../../contract/errors.js';
import { ConformanceError, demand, inShort, NotApplicable, type Rule } from './conformance-error.js';

/** A refusal as an adapter throws it; an adapter of a second copy of this package has a class of its own. */
export type Refusal = PortalError & { document?: unknown };

/** Whether something thrown is a `PortalError` with a code of the contract. */
export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && error.name === 'PortalError' && ERROR_CODES.includes((error as Refusal).code);

/** What a refusal says, without its stack and its cause. */
export const factsOf = ({ code, status, fields, retryAfter, reason, support, document }: Refusal): object => ({
  code,
  status,
  fields,
  retryAfter,
  reason,
  support,
  document,
});

/** A refusal for a sentence. */
export const named = (error: Refusal): string => {
  const { code, status, ...more } = JSON.parse(JSON.stringify(factsOf(error))) as Record<string, unknown>;
  return `${String(code)} (${String(status)})${Object.keys(more).length > 0 ? ` ${inShort(more)}` : ''}`;
};

/** How a call ended: answered, or refused. */
export type End = { answer: unknown } | { refused: Refusal };

/** Waits for a call and tells how it ended; what is neither an answer nor a refusal goes on as it is. */
export const endOf = (call: Promise<unknown>): Promise<End> =>
  call.then(
    (answer) => ({ answer }),
    (error: unknown) => {
      if (isRefusal(error)) return { refused: error };
      throw error;
    },
  );

/**
 * Demands that a call is refused with this code.
 *
 * @param what begins the sentence "… to be refused with …"
 */
export async function refuses(
  call: Promise<unknown>,
  code: PortalErrorCode,
  what: string,
  rule?: Rule,
): Promise<Refusal> {
  const end = await endOf(call);
  const came = 'refused' in end ? named(end.refused) : `an answer: ${inShort(end.answer)}`;
  demand('refused' in end && end.refused.code === code, `${what} to be refused with ${code}`, came, rule);
  return end.refused;
}

/**
 * Demands that a call is answered, and hands the answer on.
 *
 * @param what begins the sentence "… to be taken"
 */
export async function takes<Answer>(call: Promise<Answer>, what: string, rule?: Rule): Promise<Answer> {
  const end = await endOf(call);
  if ('refused' in end) throw new ConformanceError(`${what} to be taken`, named(end.refused), rule);
  return end.answer as Answer;
}

/** Demands that a refusal names this field, with this problem. */
export function namesField(refusal: Refusal, field: string, problems: readonly string[]): void {
  const problem = refusal.fields?.[field];
  demand(
    problem !== undefined && problems.includes(problem.code),
    `${refusal.code} to name the field "${field}" as ${problems.join(' or ')}`,
    problem ? `"${problem.code}"` : `the fields ${inShort(refusal.fields ?? {})}`,
  );
}

/** Whatever ends a case before its end, as a broken rule; a reason for skipping it goes on as it is. */
export function asBroken(error: unknown, rule: Rule, operation?: string): Error {
  if (error instanceof NotApplicable) return error;
  if (error instanceof ConformanceError) {
    return error.rule ? error : new ConformanceError(error.expected, error.came, rule);
  }
  if (!isRefusal(error)) return error instanceof Error ? error : new Error(String(error));
  const advice =
    error.code === 'too_many_attempts'
      ? '; if that is a limit for each network, widen it for the time of the test'
      : '';
  return new ConformanceError(`${operation ?? 'the operation'} to be answered`, `${named(error)}${advice}`, rule);
}
