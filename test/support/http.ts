import { createCore } from '../../src/backend/core/core.js';
import { createHandler, type PortalHandler } from '../../src/backend/http/handler.js';
import { cookieSession } from '../../src/backend/node/cookie-session.js';
import { guarded } from '../../src/backend/http/guards.js';
import type { World } from './deps.js';

export const ORIGIN = 'https://portal.example';
export const BASE = `${ORIGIN}/api/portal`;

/** A client with a cookie jar of its own, sending what a page of the portal sends. */
export function createClient(handler: PortalHandler) {
  const jar = new Map<string, string>();
  return {
    jar,
    async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await handler(
        new Request(BASE + path, {
          method,
          headers: {
            origin: ORIGIN,
            'sec-fetch-site': 'same-origin',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
            ...headers,
          },
          ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
        { network: '192.0.2.1' },
      );
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: parse(text) as Record<string, never> };
    },
  };
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The whole HTTP side of a world, as the Node server composes it; what was logged is kept. */
export function createDoors({ deps }: Pick<World, 'deps'>) {
  const logged: unknown[][] = [];
  const handler = guarded(
    createHandler(createCore(deps), {
      basePath: '/api/portal',
      transport: cookieSession({ secure: true, crossSite: false }),
      log: { info: (...entry) => void logged.push(entry), error: (...entry) => void logged.push(entry) },
    }),
    { ownOrigins: [ORIGIN] },
  );
  return { handler, logged, client: () => createClient(handler) };
}
