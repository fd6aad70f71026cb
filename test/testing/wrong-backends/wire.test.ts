import { createHttpAdapter } from '../../../src/adapter/http-adapter.js';
import { cookieFetch } from '../../../src/testing/http-client.js';
import { inProcess } from '../../support/conformance.js';
import { ORIGIN } from '../../support/http.js';
import { caught } from './wrong.js';

type Through = (request: Request, right: (request: Request) => Promise<Response>) => Promise<Response>;

/** The handler in this process, with something wrong between it and its clients. */
const wrong = (what: string, by: string, through: Through): void =>
  caught(what, by, async () => {
    const backend = await inProcess();
    const { baseUrl, fetch: right } = backend.http!;
    const fetch: typeof globalThis.fetch = (input, init) =>
      through(new Request(input, init), (request) => right!(request, { signal: init?.signal }));
    return {
      ...backend,
      http: { baseUrl, fetch },
      connect: () => createHttpAdapter({ baseUrl, fetch: cookieFetch(ORIGIN, fetch) }),
    };
  });

/** An answer with other headers. */
function withHeaders(answer: Response, change: (headers: Headers) => void): Response {
  const headers = new Headers(answer.headers);
  change(headers);
  return new Response(answer.body, { status: answer.status, headers });
}

/** A request that looks otherwise to the backend. */
async function requestWith(request: Request, change: (headers: Headers) => void): Promise<Request> {
  const headers = new Headers(request.headers);
  change(headers);
  const body = await request.arrayBuffer();
  return new Request(request.url, { method: request.method, headers, ...(body.byteLength > 0 && { body }) });
}

wrong(
  'a cookie in reach of scripts',
  'http: the session’s cookie is for this host, and out of reach of scripts',
  async (request, right) =>
    withHeaders(await right(request), (headers) => {
      const cookies = headers.getSetCookie();
      headers.delete('set-cookie');
      for (const cookie of cookies) headers.append('set-cookie', cookie.replace(/;\s*httponly/i, ''));
    }),
);

wrong('an answer that caches keep', 'http: answers and errors are kept by no cache', async (request, right) =>
  withHeaders(await right(request), (headers) => headers.delete('cache-control')),
);

wrong('an answer for every origin', 'http: other origins are told nothing', async (request, right) =>
  withHeaders(await right(request), (headers) => headers.set('access-control-allow-origin', '*')),
);

wrong(
  'a change that any page may ask for',
  'http: a change needs an origin that is the portal’s own',
  async (request, right) =>
    right(
      await requestWith(request, (headers) => {
        headers.set('origin', ORIGIN);
        headers.delete('sec-fetch-site');
      }),
    ),
);

wrong(
  'a form that passes for JSON',
  'http: a body that says that it is something else than JSON is refused',
  async (request, right) =>
    right(
      await requestWith(request, (headers) => {
        if (headers.has('content-type')) headers.set('content-type', 'application/json');
      }),
    ),
);

wrong(
  'a program that shows where it fell',
  'secrets: whatever is sent, an error says nothing of the program, and the program stands',
  async (request, right) => {
    const answer = await right(request.clone());
    const sent = await request.text();
    if (answer.status !== 400 || !sent.startsWith('{"username":') || sent.endsWith('}')) return answer;
    const problem = (await answer.json()) as object;
    const body = JSON.stringify({
      ...problem,
      detail: 'SyntaxError: Unexpected end\n    at JSON.parse (server.js:12:3)',
    });
    return new Response(body, { status: 400, headers: answer.headers });
  },
);
