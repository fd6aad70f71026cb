import { createHttpAdapter } from '../adapter/http-adapter.js';
import type { PortalAdapter } from '../adapter/portal-adapter.js';
import type { AdapterUnderTest, HttpUnderTest } from './adapter/adapter-under-test.js';

/** Cookies by name. */
export type Jar = Map<string, string>;

/** A `fetch` with a cookie jar of its own, which sends what a page of this origin would send. */
export function cookieFetch(origin: string, through: typeof fetch = fetch, jar: Jar = new Map()): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', origin);
    headers.set('sec-fetch-site', 'same-origin');
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await through(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}

/**
 * A client of its own for an HTTP backend, outside of a browser: an adapter with a cookie jar.
 *
 * @param baseUrl where the API stands, such as `https://staging.example/api/portal`
 * @param through sends the requests in place of `fetch`
 */
export const httpClient = (baseUrl: string, through?: typeof fetch): PortalAdapter =>
  createHttpAdapter({ baseUrl, fetch: cookieFetch(new URL(baseUrl).origin, through) });

/**
 * A backend that speaks the HTTP of the contract, for the suite: its answers are looked at on the wire too. Outside of a
 * browser, since clients there may not send cookies and `Origin` of their own.
 *
 * @example
 * await adapterSuite({ test, backend: httpBackend({ baseUrl: 'https://staging.example/api/portal', invite }) });
 */
export const httpBackend = ({
  baseUrl,
  fetch: through,
  origin,
  ...rest
}: HttpUnderTest & Omit<AdapterUnderTest, 'connect' | 'http'>): AdapterUnderTest => ({
  ...rest,
  http: { baseUrl, ...(through && { fetch: through }), ...(origin && { origin }) },
  connect: () => createHttpAdapter({ baseUrl, fetch: cookieFetch(origin ?? new URL(baseUrl).origin, through) }),
});
