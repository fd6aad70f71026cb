import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import Database from 'better-sqlite3';
import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { cookieFetch } from '../../src/testing/http-client.js';
import { under } from '../support/conformance.js';

interface Plugin {
  portal(): BetterAuthPlugin & { invite(person: { email: string; birthdate: string }): string };
}
interface Adapter {
  createBetterAuthAdapter(auth: { baseUrl: string; fetch: typeof fetch }): PortalAdapter;
}

const load = <Module>(file: string): Promise<Module> =>
  import(new URL(`../../demo/backends/better-auth/${file}`, import.meta.url).href) as Promise<Module>;

const ORIGIN = 'https://clinic.example';

test('log-in, session and activation on Better Auth', async (t) => {
  const plugin = (await load<Plugin>('plugin.js')).portal();
  const { createBetterAuthAdapter } = await load<Adapter>('adapter.js');
  const database = new Database(':memory:');
  t.after(() => database.close());
  const auth = betterAuth({
    database,
    baseURL: ORIGIN,
    secret: 'a secret of these tests, which is long enough',
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 256 },
    session: { expiresIn: 30 * 60, updateAge: 60 },
    plugins: [plugin],
    logger: { disabled: true },
  });
  await (await getMigrations(auth.options)).runMigrations();

  const through: typeof fetch = (input, init) => auth.handler(new Request(input, init));
  const connect = (): PortalAdapter =>
    createBetterAuthAdapter({ baseUrl: `${ORIGIN}/api/auth`, fetch: cookieFetch(ORIGIN, through) });
  assert.deepEqual((await connect().readConfig()).features, [
    'readConfig',
    'verifyCode',
    'createAccount',
    'logIn',
    'readSession',
    'logOut',
  ]);
  await adapterSuite({
    test: under(t),
    backend: {
      connect,
      invite: async ({ email, birthdate }) => ({ code: plugin.invite({ email, birthdate }) }),
    },
  });
  const count = (table: string): number =>
    (database.prepare(`select count(*) as n from "${table}"`).get() as { n: number }).n;
  assert.ok(count('user') > 20 && count('session') > 20, 'Accounts and sessions are not in Better Auth’s tables.');
});
