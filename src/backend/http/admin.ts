import { PortalError } from '../../contract/errors.js';
import type { Staff } from '../core/staff.js';
import type { Log } from '../ports.js';
import type { PortalHandler } from './handler.js';
import { ANSWER_HEADERS, problemResponse } from './problem.js';
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
export function withAdmin(handler: PortalHandler, staff: Staff, { basePath, admits, log }: AdminOptions): PortalHandler {
  return async (request, from) => {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith(`${basePath}/admin/`)) return handler(request, from);
    const path = pathname.slice(basePath.length);
    try {
      const [, key = ''] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
      // Before the route is looked for: whoever has no key learns nothing of what there is.
      if (!(await admits(key, from.network))) throw new PortalError('session_required');
      const route = ROUTES.find(({ pattern }) => pattern.test(path));
      if (!route) throw new PortalError('not_found');
      const act = route.methods[request.method];
      if (!act) return methodNotAllowed(Object.keys(route.methods));
      const call: Call = {
        id: route.pattern.exec(path)?.groups?.['id'] ?? '',
        body: () => readBody(request),
        query: Object.fromEntries(searchParams),
      };
      const answer = await act(staff, call);
      log.info('admin', { method: request.method, path: route.pattern.source, status: 200 });
      return new Response(JSON.stringify(answer), { headers: { ...ANSWER_HEADERS, 'content-type': 'application/json' } });
    } catch (error) {
      if (error instanceof PortalError) return problemResponse(error);
      log.error('admin.failed', { error });
      return problemResponse(new PortalError((error as Error).name === 'StoreUnavailable' ? 'unavailable' : 'server_error'));
    }
  };
}

const methodNotAllowed = (allowed: string[]): Response =>
  problemResponse(new PortalError('method_not_allowed'), { allow: allowed.join(', ') });
