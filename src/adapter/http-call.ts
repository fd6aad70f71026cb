import type { Problem } from '../contract/errors.js';
import { requestOf } from '../contract/path.js';
import { PortalError, type PortalErrorCode } from '../contract/portal-error.js';
import { ANSWERS, problem } from './answers.js';
import { checkAnswer } from './check-answer.js';
import { isElsewhere, sendRequest, type HttpAnswer, type HttpDoor } from './http-request.js';
import type { CallOptions, CheckedOperation } from './portal-adapter.js';

// What a gateway in front of the backend may answer in its own words.
const GATEWAY: Record<number, PortalErrorCode> = {
  413: 'payload_too_large',
  429: 'too_many_attempts',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

function errorOf({ status, body, retryAfter }: HttpAnswer): PortalError {
  try {
    const { code, ...details } = problem(body, '') as Problem;
    return new PortalError(code, { ...details, retryAfter: details.retryAfter ?? retryAfter });
  } catch {
    return new PortalError(GATEWAY[status] ?? 'server_error', { status, retryAfter });
  }
}

/** Carries one operation over HTTP, as its row in the table says. */
export async function callOverHttp(
  door: HttpDoor,
  name: CheckedOperation,
  input: Record<string, unknown> = {},
  options: CallOptions = {},
): Promise<unknown> {
  const [method, path] = ANSWERS[name];
  const answer = await sendRequest(
    door,
    // The help is closed on the way out of the page as often as not.
    { ...requestOf({ method, path }, input), keepalive: name === 'markHelpSeen' },
    options,
  );
  if (!answer.ok) throw errorOf(answer);
  const output = checkAnswer(name, answer.body);
  if (BEGINS_SESSION.has(name) && mayLoseCookies(door)) await demandSession(door, options);
  return output;
}

const BEGINS_SESSION: ReadonlySet<CheckedOperation> = new Set(['logIn', 'createAccount']);

// Browsers keep the cookies of other sites less and less, and some keep none at all.
const mayLoseCookies = ({ baseUrl }: HttpDoor): boolean =>
  isElsewhere(baseUrl) || globalThis.navigator?.cookieEnabled === false;

// A session whose cookie was not kept is none: the next page would ask to log in, over and over.
async function demandSession(door: HttpDoor, options: CallOptions): Promise<void> {
  await callOverHttp(door, 'readSession', {}, options).catch((error: PortalError) => {
    if (error.code === 'session_required') throw error;
  });
}
