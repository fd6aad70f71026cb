import { PortalError } from '../../contract/errors.js';
import type { PortalHandler } from './handler.js';
import { problemResponse } from './problem.js';

const KIB = 1_024;
const MOST_URL = 2 * KIB;
// What is too large is still read so far, so that its sender gets an answer; beyond it the connection is cut.
const MOST_DRAINED = 4 * 1_024 * KIB;

/** What the guards have to know about where the portal stands. */
export interface GuardOptions {
  /** Origins that are the portal's own. */
  ownOrigins: readonly string[];
  /** Other origins whose pages may call the API with credentials. */
  allowedOrigins?: readonly string[];
}

/** Headers of every answer of the API, errors included. Nothing here touches the rest of the client's site. */
const SECURITY_HEADERS: Record<string, string> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * Wraps the handler in what a network needs: who may call (origins, against forged requests), how much they may send,
 * and the headers of every answer. A mock in a browser has none of this: its requests carry no `Origin`.
 */
export function guarded(handler: PortalHandler, options: GuardOptions): PortalHandler {
  const allowed = options.allowedOrigins ?? [];
  return async (request, from) => {
    const origin = request.headers.get('origin');
    const foreign = origin !== null && allowed.includes(origin);
    const response =
      request.method === 'OPTIONS' && foreign
        ? preflight()
        : await answer(handler, options.ownOrigins, allowed, request, from);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
    if (allowed.length > 0) response.headers.append('vary', 'Origin');
    if (foreign) {
      response.headers.set('access-control-allow-origin', origin);
      response.headers.set('access-control-allow-credentials', 'true');
      response.headers.set('cross-origin-resource-policy', 'cross-origin');
    }
    return response;
  };
}

const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': 'Content-Type, Accept-Language',
      'access-control-max-age': '600',
    },
  });

async function answer(
  handler: PortalHandler,
  own: readonly string[],
  allowed: readonly string[],
  request: Request,
  from: { network: string },
): Promise<Response> {
  try {
    if (request.url.length > MOST_URL) throw new PortalError('payload_too_large');
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) demandOrigin(request, own, allowed);
    return await handler(await limited(request), from);
  } catch (error) {
    if (error instanceof PortalError) return problemResponse(error);
    throw error;
  }
}

/**
 * Refuses a request that another site made in somebody's name. Both signs are asked for where the browser gives both;
 * a request without `Origin` is refused too, since no browser sends a change without it.
 */
function demandOrigin({ headers }: Request, own: readonly string[], allowed: readonly string[]): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin !== null && own.includes(origin) && (site === null || site === 'same-origin')) return;
  if (
    origin !== null &&
    allowed.includes(origin) &&
    (site === null || ['same-origin', 'same-site', 'cross-site'].includes(site))
  ) {
    return;
  }
  throw new PortalError('not_allowed');
}

/** The request with its body read no further than allowed: a consent may be longer than anything else. */
async function limited(request: Request): Promise<Request> {
  // To ask one of these for its body, which it can't have, would make Node build the whole request anew.
  if (request.method === 'GET' || request.method === 'HEAD' || request.body === null) return request;
  if (request.headers.has('content-encoding')) throw new PortalError('unsupported_media_type');
  const most = (new URL(request.url).pathname.includes('/consents/') ? 64 : 16) * KIB;
  if (Number(request.headers.get('content-length') ?? 0) > MOST_DRAINED) throw new PortalError('payload_too_large');
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    // The rest is read and thrown away: a client that is still sending would never see the answer.
    if (size <= most) chunks.push(part.value);
    else if (size > MOST_DRAINED) await reader.cancel();
  }
  if (size > most) throw new PortalError('payload_too_large');
  const { url, method, headers } = request;
  return new Request(url, { method, headers, ...(size > 0 && { body: new Blob(chunks) }) });
}
