import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import type * as Everything from '../../src/elements/index.js';
import { BIRTHDATE } from '../support/deps.js';
import { configWith } from '../support/returning.js';
import { startServer, type TestServer } from '../support/server.js';
import { launch, PASSWORD } from '../support/visitor.js';
import { enter } from './support/enter.js';
import { HostSite } from './support/site.js';

let browser: Browser;
let site: HostSite;
let api: TestServer;
/** The same site as the pages’ by name, and another one, whose cookies the browser keeps from them. */
let near: string;
let far: string;
before(async () => {
  [browser, site] = await Promise.all([launch(), HostSite.open()]);
  api = await startServer({
    env: { PORTAL_CONFIG: configWith({ sessions: { crossSite: true, allowedOrigins: [site.origin] } }) },
  });
  near = api.origin;
  far = near.replace('localhost', '127.0.0.1');
});
after(() => Promise.all([browser?.close(), site?.close(), api?.stop()]));

async function invite(email: string): Promise<string> {
  const { deps } = api.portal;
  const { id } = await addPerson(deps, { email, birthdate: BIRTHDATE, givenName: 'Ann', familyName: 'Ash' });
  return (await issueInvitation(deps, { personId: id, mail: false })).code;
}

async function open(path: string, tag: string, origin: string) {
  const visitor = await enter(
    browser,
    site,
    site.page(path, `<portal-${tag} base-url="${origin}/api/portal"></portal-${tag}>`),
  );
  // Asking another origin is what these pages are for.
  const wrongs = () => visitor.wrongs.filter((wrong) => wrong !== `a request to ${origin}`);
  return { visitor, page: visitor.page, wrongs };
}

test('F23 case 94: an API on the same site is fine, also under an origin of its own', async (t) => {
  const code = await invite('near@example.org');
  const { visitor, page, wrongs } = await open('/activate', 'activate', near);
  t.after(() => visitor.context.close());
  await visitor.field(/^Activation code/).fill(code);
  await visitor.verify();
  await visitor.createAccount('near@example.org');
  await visitor.at('/consent');
  site.page('/consent', `<portal-consent base-url="${near}/api/portal"></portal-consent>`);
  await page.goto(`${site.origin}/consent`);
  await visitor
    .button(/Consent/)
    .first()
    .waitFor();
  assert.deepEqual(wrongs(), []);
});

test('F23 case 94: where the browser keeps no cookie of the API, the log-in says so and goes nowhere', async (t) => {
  const code = await invite('far@example.org');
  const { visitor, page, wrongs } = await open('/activate', 'activate', far);
  t.after(() => visitor.context.close());
  const heard: string[] = [];
  await page.exposeFunction('hear', (text: string) => void heard.push(text));
  const listen = () =>
    page.evaluate(() => {
      const { hear } = window as unknown as { hear(text: string): void };
      for (const type of ['portal-activated', 'portal-logged-in'])
        addEventListener(type, ({ type: name }) => hear(name));
      addEventListener('portal-error', ({ code: why, operation }) => hear(`${operation} ${why}`));
    });
  await listen();
  await visitor.field(/^Activation code/).fill(code);
  await visitor.verify();
  await visitor.createAccount('far@example.org');
  await visitor.alert('Your browser did not keep you logged in').waitFor();
  assert.equal(new URL(page.url()).pathname, '/activate');

  await page.goto(site.page('/login', `<portal-login base-url="${far}/api/portal"></portal-login>`));
  await listen();
  await visitor.logIn('far@example.org', PASSWORD);
  await visitor.alert('Your browser did not keep you logged in').waitFor();
  assert.match((await visitor.alert(/browser/).textContent())!, /cookies/);
  assert.equal(new URL(page.url()).pathname, '/login');
  // A wrong password stays what it is.
  await visitor.field('Password').fill('Wrong-1234');
  await visitor.next();
  await visitor.alert('The username or the password is wrong').waitFor();
  assert.deepEqual(heard, ['createAccount session_required', 'logIn session_required', 'logIn invalid_credentials']);
  assert.deepEqual(wrongs(), []);
});

test('F23: a browser without cookies is told the same on the portal’s own site', async (t) => {
  const code = await invite('none@example.org');
  const { visitor, page } = await open('/', 'login', near);
  t.after(() => visitor.context.close());
  await page.goto(`${near}/portal-elements/portal-elements.min.js`);
  const refused = await page.evaluate(
    async ([secret, birthdate, password]) => {
      // What a browser says of itself that keeps none.
      Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false });
      const src = '/portal-elements/portal-elements.min.js';
      const { createHttpAdapter } = (await import(src)) as typeof Everything;
      const adapter = createHttpAdapter({
        baseUrl: '/api/portal',
        fetch: (input, init) => fetch(input, { ...init, credentials: 'omit' }),
      });
      const { ticket } = await adapter.verifyCode({ code: secret!, birthdate: birthdate! });
      return adapter
        .createAccount({ ticket, relationship: 'self', username: 'none@example.org', password: password! })
        .then(
          () => 'logged in',
          ({ code: why }: { code: string }) => why,
        );
    },
    [code, BIRTHDATE, PASSWORD],
  );
  assert.equal(refused, 'session_required');
});
