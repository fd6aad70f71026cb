import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { under } from '../support/conformance.js';

interface Api {
  createExistingApi(): { fetch: typeof fetch; register(person: { mail: string; dob: string }): string };
}
interface Adapter {
  createExistingApiAdapter(api: { baseUrl: string; fetch: typeof fetch }): PortalAdapter;
}

const load = <Module>(file: string): Promise<Module> =>
  import(new URL(`../../demo/backends/existing-api/${file}`, import.meta.url).href) as Promise<Module>;

test('an adapter over an API of another shape', async (t) => {
  const { createExistingApi } = await load<Api>('api.js');
  const { createExistingApiAdapter } = await load<Adapter>('adapter.js');
  const api = createExistingApi();
  const { features } = await createExistingApiAdapter({
    baseUrl: 'https://clinic.example',
    fetch: api.fetch,
  }).readConfig();
  assert.deepEqual(features, ['readConfig', 'verifyCode', 'createAccount', 'logIn', 'readSession', 'logOut']);
  await adapterSuite({
    test: under(t),
    backend: {
      connect: () =>
        createExistingApiAdapter({ baseUrl: 'https://clinic.example', fetch: (...request) => api.fetch(...request) }),
      invite: async ({ email, birthdate }) => ({
        code: api.register({ mail: email, dob: birthdate.split('-').reverse().join('.') }),
      }),
      async outage(how, work) {
        const right = api.fetch;
        const failing = { server_error: 500, unavailable: 503 };
        api.fetch = async () => {
          if (how === 'network') throw new TypeError('fetch failed');
          return new Response('<h1>Sorry</h1>', { status: failing[how] });
        };
        await work().finally(() => (api.fetch = right));
      },
    },
  });
});
