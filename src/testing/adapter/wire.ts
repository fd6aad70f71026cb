import { ERROR_STATUS, problemSchema } from '../../contract/errors.js';
import { operationNamed, type OperationName } from '../../contract/operations.js';
import { requestOf } from '../../contract/path.js';
import { cookieFetch, type Jar } from '../http-client.js';
import type { HttpUnderTest } from './adapter-under-test.js';
import { demand, inShort } from './conformance-error.js';

/** An answer with its body read. */
export interface WireAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The body where it is a JSON object, else an empty one. */
  json: Record<string, unknown>;
}

/** What may be different from what a page of the portal sends. */
export interface Sending {
  body?: string;
  headers?: Record<string, string>;
  /** Another origin, or none; `Sec-Fetch-Site` is then left out. */
  origin?: string | null;
}

/** A client on the wire, with the cookies of the adapter beside it. */
export interface Wire {
  jar: Jar;
  fetch: typeof fetch;
  send(method: string, path: string, sending?: Sending): Promise<WireAnswer>;
  /** Asks for an operation, as its row in the table says. */
  ask(name: OperationName, input?: Record<string, unknown>): Promise<WireAnswer>;
}

async function read(response: Response): Promise<WireAnswer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: objectIn(text) };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** An answer for a sentence. */
export const shownAnswer = ({ status, headers, text }: WireAnswer): string =>
  `${status} ${headers.get('content-type') ?? 'without a type'} ${inShort(text)}`;

// What programs say of themselves when nobody catches what they throw, in the languages that servers are written in.
const TRACES =
  /\n\s*at .+:\d+|Traceback \(most recent|goroutine \d+ \[|panicked at|Exception in thread|\bat [\w.$]+\([\w.]+:\d+\)|SQLSTATE|syntax error at or near|SQLITE_|ORA-\d{5}|node_modules|\.(ts|js|py|rb|php|go|java|cs|rs):\d+/;

/** Demands that a refusal is a problem of the contract, under its own status, and holds nothing of the program. */
function demandProblem(answer: WireAnswer): void {
  const came = shownAnswer(answer);
  demand(
    !TRACES.test(answer.text.replaceAll('\\n', '\n')),
    'an error to tell nothing of the program',
    came,
    'docs/security.md R-87',
  );
  demand(
    /^application\/problem\+json\b/i.test(answer.headers.get('content-type') ?? ''),
    'an error to be application/problem+json',
    came,
    'docs/http.md The HTTP interface',
  );
  const problem = problemSchema.safeParse(answer.json);
  demand(
    problem.success,
    'an error to be { type, title, status, code, fields?, retryAfter?, reason?, support? } with a code of the contract',
    came,
    'docs/http.md The HTTP interface',
  );
  const { code, status } = problem.data;
  const right = ERROR_STATUS[code];
  demand(
    answer.status === right && status === right,
    `${code} to travel under the status ${right}, in the head and in the body`,
    `${answer.status} in the head and ${status} in the body`,
    'docs/http.md Errors of every operation',
  );
  if (code !== 'too_many_attempts') return;
  const seconds = answer.headers.get('retry-after');
  demand(
    /^[1-9]\d*$/.test(seconds ?? ''),
    'too_many_attempts to carry a Retry-After with the seconds to wait',
    seconds === null ? 'none' : `"${seconds}"`,
    'docs/http.md Errors of every operation',
  );
}

/** A request after a wait, which may have used up the time that an adapter gives an answer. */
const again = (init?: RequestInit): RequestInit | undefined =>
  (init?.signal?.reason as Error | undefined)?.name === 'TimeoutError' ? { ...init, signal: null } : init;

/** Looks at every refusal that passes, and waits where a limit asks for it. */
function watchedFetch(through: typeof fetch, wait: (seconds: number) => Promise<boolean>): typeof fetch {
  return async (input, init) => {
    for (let request = init; ; request = again(init)) {
      const response = await through(input, request);
      if (response.status < 400) return response;
      const answer = await read(response.clone());
      demandProblem(answer);
      if (answer.status !== 429 || !(await wait(Number(answer.headers.get('retry-after'))))) return response;
    }
  };
}

/** Opens a client on the wire. `wait` waits, unless it is too long, and tells which. */
export function openWire(
  { baseUrl, fetch: through = (...request) => fetch(...request), origin }: HttpUnderTest,
  { jar, wait }: { jar: Jar; wait: (seconds: number) => Promise<boolean> },
): Wire {
  const base = baseUrl.replace(/\/+$/, '');
  const asPage = watchedFetch(cookieFetch(origin ?? new URL(base).origin, through, jar), wait);
  const asStranger = watchedFetch(through, wait);

  const send: Wire['send'] = async (method, path, { body, headers = {}, origin: other } = {}) => {
    const init = { method, ...(body !== undefined && { body }) };
    if (other === undefined) return read(await asPage(base + path, { ...init, headers }));
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { ...(other !== null && { origin: other }), ...(cookie && { cookie }), ...headers };
    return read(await asStranger(base + path, { ...init, headers: own }));
  };

  return {
    jar,
    fetch: asPage,
    send,
    ask: (name, input = {}) => {
      const { method, path, body } = requestOf(operationNamed(name), input);
      return send(method, path, body && json(body));
    },
  };
}

/** A body of JSON with its type. */
export const json = (value: unknown): Sending => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});
