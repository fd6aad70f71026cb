import { PortalError } from '../../contract/errors.js';
import { openApiDocument } from '../../contract/openapi.js';
import { operationNamed, OPERATION_NAMES, type OperationName } from '../../contract/operations.js';
import { pathPattern } from '../../contract/path.js';
import { VERSION } from '../../contract/version.js';
import type { Core } from '../core/core.js';
import type { Visitor } from '../core/use-case.js';
import type { Log } from '../ports.js';
import { createWrongCodeAlarm } from './alarm.js';
import { acceptedLanguage } from './language.js';
import { ANSWER_HEADERS, MethodNotAllowed, portalErrorOf, problemResponse } from './problem.js';
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
  return { name, method, pattern: pathPattern(path) };
});

/**
 * The reference backend as a function from `Request` to `Response`. Its routes come from the table of operations; every
 * runtime is an adapter of a few lines around it.
 */
export function createHandler(
  core: Core,
  { basePath, transport, log }: { basePath: string; transport: SessionTransport; log: Log },
): PortalHandler {
  const countWrongCode = createWrongCodeAlarm(log);
  return async (request, { network }) => {
    const entry: LogEntry = { request: crypto.randomUUID() };
    const response = await answer(core, transport, request, { basePath, network, entry }).catch((error: unknown) =>
      answerError(error, entry, log),
    );
    log.info('request', { ...entry, status: response.status });
    if (entry.result === 'no_records_found') countWrongCode();
    return response;
  };
}

/** What the log says of a request: which operation, by whom, how it ended; nothing that was sent. */
interface LogEntry {
  request: string;
  operation?: OperationName;
  account?: string;
  result?: string;
}

async function answer(
  core: Core,
  transport: SessionTransport,
  request: Request,
  { basePath, network, entry }: { basePath: string; network: string; entry: LogEntry },
): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === 'GET' && pathname === `${basePath}/openapi.json`) return openApi(basePath);
  const { route, params } = findRoute(pathname, basePath, request.method);
  entry.operation = route.name;
  const headers = new Headers({ ...ANSWER_HEADERS, 'content-type': 'application/json' });
  const body = route.method === 'GET' ? {} : await readBody(request);
  const visitor: Visitor = {
    network,
    language: acceptedLanguage(request.headers.get('accept-language'), core.languages),
    userAgent: request.headers.get('user-agent') ?? '',
    token: transport.read(request),
    begin: (token) => transport.write(headers, token),
    end: () => transport.clear(headers),
    recognized: (account) => void (entry.account = account),
  };
  const output = await core.run(route.name, { ...body, ...params }, visitor);
  entry.result = 'ok';
  return new Response(JSON.stringify(output), { headers });
}

const openApi = (baseUrl: string): Response =>
  new Response(JSON.stringify(openApiDocument({ version: VERSION, baseUrl })), {
    headers: { ...ANSWER_HEADERS, 'content-type': 'application/json' },
  });

function findRoute(
  pathname: string,
  basePath: string,
  method: string,
): { route: Route; params: Record<string, string> } {
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

function answerError(thrown: unknown, entry: LogEntry, log: Log): Response {
  const error = portalErrorOf(thrown);
  if (error !== thrown) log.error('request.failed', { ...entry, error: thrown });
  entry.result = error.code;
  return problemResponse(error);
}
