import { PortalError } from '../../contract/errors.js';
import { operationNamed, OPERATION_NAMES, type OperationName } from '../../contract/operations.js';
import type { Core } from '../core/core.js';
import type { Visitor } from '../core/use-case.js';
import type { Log } from '../ports.js';
import { acceptedLanguage } from './language.js';
import { ANSWER_HEADERS, problemResponse } from './problem.js';
import { readBody } from './read-body.js';
import type { SessionTransport } from './session-transport.js';

/** Answers a request of the portal's API; `network` is where it came from. */
export type PortalHandler = (request: Request, from: { network: string }) => Promise<Response>;

interface Route {
  name: OperationName;
  method: string;
  pattern: RegExp;
}

const routes: Route[] = OPERATION_NAMES.map((name) => {
  const { method, path } = operationNamed(name);
  return { name, method, pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`) };
});

/**
 * The reference backend as a function from `Request` to `Response`. Its routes come from the table of operations; every
 * runtime is an adapter of a few lines around it.
 */
export function createHandler(
  core: Core,
  { basePath, transport, log }: { basePath: string; transport: SessionTransport; log: Log },
): PortalHandler {
  return async (request, { network }) => {
    try {
      const { route, params } = findRoute(new URL(request.url).pathname, basePath, request.method);
      const headers = new Headers({ ...ANSWER_HEADERS, 'content-type': 'application/json' });
      const body = route.method === 'GET' ? {} : await readBody(request);
      const visitor: Visitor = {
        network,
        language: acceptedLanguage(request.headers.get('accept-language'), core.languages),
        userAgent: request.headers.get('user-agent') ?? '',
        token: transport.read(request),
        begin: (token, expiresAt) => transport.write(headers, token, expiresAt),
        end: () => transport.clear(headers),
      };
      const output = await core.run(route.name, { ...body, ...params }, visitor);
      return new Response(JSON.stringify(output), { headers });
    } catch (error) {
      return answerError(error, log);
    }
  };
}

function findRoute(pathname: string, basePath: string, method: string): { route: Route; params: Record<string, string> } {
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
  const matching = routes.flatMap((route) => {
    const found = route.pattern.exec(path);
    return found ? [{ route, params: { ...found.groups } }] : [];
  });
  if (matching.length === 0) throw new PortalError('not_found');
  const match = matching.find(({ route }) => route.method === method);
  if (!match) throw new MethodNotAllowed(matching.map(({ route }) => route.method));
  return match;
}

class MethodNotAllowed extends PortalError {
  readonly allow: string;
  constructor(methods: string[]) {
    super('method_not_allowed');
    this.allow = methods.join(', ');
  }
}

function answerError(error: unknown, log: Log): Response {
  if (error instanceof MethodNotAllowed) return problemResponse(error, { allow: error.allow });
  if (error instanceof PortalError) return problemResponse(error);
  if (isUnavailable(error)) return problemResponse(new PortalError('unavailable', { retryAfter: 1 }));
  log.error('request.failed', { error });
  return problemResponse(new PortalError('server_error'));
}

/** Whether a store or another port says that it can't answer now: it is worth trying again. */
const isUnavailable = (error: unknown): boolean =>
  error instanceof Error && error.name === 'StoreUnavailable';
