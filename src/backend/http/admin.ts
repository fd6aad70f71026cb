import { PortalError } from '../../contract/errors.js';
import type { Staff } from '../core/staff.js';
import type { Log } from '../ports.js';
import type { PortalHandler } from './handler.js';
import { ANSWER_HEADERS, MethodNotAllowed, portalErrorOf, problemResponse } from './problem.js';
import { readBody } from './read-body.js';

/** What the staff side is made of. */
export interface AdminOptions {
  basePath: string;
  /** Whether a caller with this key may come in; counts wrong ones, and throws `too_many_attempts`. */
  admits: (key: string, network: string) => Promise<boolean>;
  log: Log;
}

interface Call {
  id: string;
  body: () => Promise<Record<string, unknown>>;
  query: Record<string, string>;
}

type Act = (staff: Staff, call: Call) => Promise<object>;

const ROUTES: { pattern: RegExp; methods: Record<string, Act> }[] = [
  {
    pattern: /^\/admin\/invitations$/,
    methods: {
      GET: (staff, { query }) => staff.list(query),
      POST: async (staff, { body }) => staff.issue(await body()),
    },
  },
  { pattern: /^\/admin\/invitations\/(?<id>[\w-]+)$/, methods: { DELETE: (staff, { id }) => staff.revoke(id) } },
  { pattern: /^\/admin\/invitations\/(?<id>[\w-]+)\/resend$/, methods: { POST: (staff, { id }) => staff.resend(id) } },
];

/** Answers the staff side of the API in front of a handler that answers the rest. */
export function withAdmin(
  handler: PortalHandler,
  staff: Staff,
  { basePath, admits, log }: AdminOptions,
): PortalHandler {
  return async (request, from) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${basePath}/admin/`)) return handler(request, from);
    const [, key = ''] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
    const entry: LogEntry = { method: request.method };
    const response = await (async () => {
      // Before the route is looked for: whoever has no key learns nothing of what there is.
      if (!(await admits(key, from.network))) throw new PortalError('session_required');
      return answer(staff, request, pathname.slice(basePath.length), entry);
    })().catch((thrown: unknown) => {
      const error = portalErrorOf(thrown);
      if (error !== thrown) log.error('admin.failed', { ...entry, error: thrown });
      return problemResponse(error);
    });
    log.info('admin', { ...entry, status: response.status });
    return response;
  };
}

/** What the log says of a request: which route, never its parameters. */
interface LogEntry {
  method: string;
  path?: string;
}

async function answer(staff: Staff, request: Request, path: string, entry: LogEntry): Promise<Response> {
  const route = ROUTES.find(({ pattern }) => pattern.test(path));
  if (!route) throw new PortalError('not_found');
  entry.path = route.pattern.source;
  const act = route.methods[request.method];
  if (!act) throw new MethodNotAllowed(Object.keys(route.methods));
  const output = await act(staff, {
    id: route.pattern.exec(path)?.groups?.['id'] ?? '',
    body: () => readBody(request),
    query: Object.fromEntries(new URL(request.url).searchParams),
  });
  return new Response(JSON.stringify(output), { headers: { ...ANSWER_HEADERS, 'content-type': 'application/json' } });
}
