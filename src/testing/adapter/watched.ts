import type { CallOptions, PortalAdapter } from '../../adapter/portal-adapter.js';
import { errorsOf, operationNamed, OPERATION_NAMES, type OperationName } from '../../contract/operations.js';
import { ConformanceError, demand, inShort } from './conformance-error.js';
import { isRefusal, named } from './refusals.js';

const refusedBy = new WeakMap<object, OperationName>();

/** The operation that threw this refusal, as far as the suite called it. */
export const operationThatRefused = (error: unknown): OperationName | undefined =>
  typeof error === 'object' && error !== null ? refusedBy.get(error) : undefined;

/** Demands that an answer is what the contract says it is. */
function demandShape(name: OperationName, answer: unknown): void {
  const read = operationNamed(name).output.safeParse(answer);
  const problems = (read.error?.issues ?? [])
    .map(({ path, message }) => `${path.length > 0 ? path.join('.') : 'the answer'}: ${message}`)
    .join('; ');
  demand(read.success, `${name} to answer in the contract’s shape`, inShort(problems), 'docs/security.md R-90');
}

/** Whether the HTTP adapter refused an answer for its shape; `src/adapter/readers.ts` says it so. */
const isAboutShape = (cause: unknown): cause is TypeError =>
  cause instanceof TypeError && cause.message.startsWith('Not what the contract says');

function judged(name: OperationName, error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted && error instanceof Error && error.name === 'AbortError') return error;
  const cause = error instanceof Error ? error.cause : undefined;
  // What the watch on the wire found comes through the client as a fault of the network.
  if (cause instanceof ConformanceError) return cause;
  if (error instanceof ConformanceError) return error;
  if (!isRefusal(error)) {
    return new ConformanceError(
      `${name} to fail with a PortalError that has a code of the contract`,
      inShort(String(error)),
      'PortalAdapter: PortalAdapter',
    );
  }
  if (isAboutShape(cause)) {
    return new ConformanceError(
      `${name} to answer in the contract’s shape`,
      inShort(cause.message),
      'docs/security.md R-90',
    );
  }
  const possible = [...errorsOf(name), 'network'];
  if (!possible.includes(error.code)) {
    return new ConformanceError(
      `${name} to be refused with one of ${possible.join(', ')}`,
      named(error),
      `docs/http.md ${name}`,
    );
  }
  refusedBy.set(error, name);
  return error;
}

/** What surrounds every call: may make it wait, or say that it can't be made. */
export type Around = <Answer>(name: OperationName, call: () => Promise<Answer>) => Promise<Answer>;

/**
 * An adapter under watch: each of its answers has to be of the contract's shape and each of its errors one of that
 * operation's, in whatever case it is called.
 */
export function watched(adapter: PortalAdapter, around: Around): PortalAdapter {
  const call =
    (name: OperationName) =>
    (input: unknown = {}, options?: CallOptions): Promise<unknown> =>
      around(name, async () => {
        const operation = adapter[name] as ((input: unknown, options?: CallOptions) => Promise<unknown>) | undefined;
        demand(
          typeof operation === 'function',
          `the adapter to have ${name}, be it only to refuse it`,
          typeof operation,
          'PortalAdapter: PortalAdapter',
        );
        let answer: unknown;
        try {
          answer = await operation.call(adapter, input, options);
        } catch (error) {
          throw judged(name, error, options?.signal);
        }
        demandShape(name, answer);
        return answer;
      });
  return Object.fromEntries(OPERATION_NAMES.map((name) => [name, call(name)])) as unknown as PortalAdapter;
}
