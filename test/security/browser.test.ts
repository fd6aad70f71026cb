import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { BIRTHDATE } from '../support/deps.js';
import { HOSTILE_SCRIPT } from '../support/security-hostile.js';
import { startServer, type TestServer } from '../support/server.js';
import { launch, PASSWORD, Visitor } from '../support/visitor.js';

/** Where hostile answers, hostile links and hostile refusals can be seen. */
const HOSTILE: Record<string, string[]> = {
  activate: ['links', 'refusals'],
  login: ['links', 'refusals'],
  consent: ['answers', 'links', 'refusals'],
  'link-code': ['links', 'refusals'],
  settings: ['answers', 'links'],
  'reset-password': ['refusals'],
  help: ['answers', 'links'],
  session: ['links'],
  language: ['links'],
};
const page = (body: string, scripts = ''): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><script type="module" src="/portal-elements/portal-elements.min.js"></script>${scripts}<body>${body}`;

/** Notes every event of the tags with all that hangs on it. As text: what the compiler adds to functions is not in a page. */
const EVENT_SPY = `{
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('portal-')) {
      const seen = new Set();
      const plain = (value) => {
        if (typeof value === 'function') return undefined;
        if (typeof value !== 'object' || value === null) return value;
        if (seen.has(value) || value instanceof Node || value === window) return undefined;
        seen.add(value);
        const keys = new Set([value, Object.getPrototypeOf(value) ?? {}].flatMap((one) => Object.getOwnPropertyNames(one)));
        return Object.fromEntries([...keys].filter((key) => key !== 'constructor').map((key) => [key, plain(value[key])]));
      };
      noteEvent(JSON.stringify([event.type, plain(event)]));
    }
    return dispatchEvent.call(this, event);
  };
}`;

let browser: Browser;
let server: TestServer;
let folder: string;
before(async () => {
  assert.ok(existsSync('dist/cdn/portal-elements.min.js'), 'Run `npm run build` first.');
  folder = mkdtempSync(join(tmpdir(), 'portal-browser-'));
  cpSync('demo/pages', folder, { recursive: true });
  writeFileSync(join(folder, 'hostile.js'), HOSTILE_SCRIPT);
  for (const tag of Object.keys(HOSTILE))
    writeFileSync(
      join(folder, `hostile-${tag}.html`),
      page(
        `<main><portal-${tag} page="landing"></portal-${tag}></main>`,
        '<script type="module" src="/hostile.js"></script>',
      ),
    );
  const traps = [
    'adapter',
    'config',
    'messages',
    'portal',
    'portalConfig',
    'settings',
    'language',
    'baseUrl',
    'features',
    'events',
  ];
  const clobbering = traps
    .map(
      (name) =>
        `<form id="${name}" name="${name}"><input name="attributes"><input name="parentNode"></form><img name="${name}" alt=""><a id="${name}" href="https://evil.example/"></a>`,
    )
    .join('');
  writeFileSync(
    join(folder, 'clobbered.html'),
    page(
      `${clobbering}<script type="application/json" id="data-portal-config">{"pages":{"landing":"https://evil.example"}}</script><main><portal-activate base-url="/api/portal"></portal-activate></main>`,
    ),
  );
  [browser, server] = await Promise.all([launch(), startServer({ pages: folder })]);
});
after(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const invite = async (email: string) => {
  const { deps } = server.portal;
  const { id } = await addPerson(deps, {
    email,
    birthdate: BIRTHDATE,
    givenName: 'Quillon',
    familyName: 'Ashgrove',
    homePhone: '+12025550187',
  });
  return { email, code: (await issueInvitation(deps, { personId: id, mail: false })).code };
};

test(
  'R-9 R-50 R-52 R-75 R-76 A-42: a whole visit leaks no secret by address, referrer, console, storage or event',
  { timeout: 120_000 },
  async (t) => {
    const visitor = await Visitor.enter(browser, server.origin);
    const { page: tab, context } = visitor;
    t.after(() => context.close());
    const events: string[] = [];
    await tab.exposeFunction('noteEvent', (text: string) => void events.push(text));
    await tab.addInitScript({ content: EVENT_SPY });
    const said: string[] = [];
    const asked: { method: string; url: string; headers: string; body: string }[] = [];
    tab.on('console', (message) => said.push(message.text()));
    tab.on('request', (request) =>
      asked.push({
        method: request.method(),
        url: request.url(),
        headers: JSON.stringify(request.headers()),
        body: request.postData() ?? '',
      }),
    );

    const first = await invite('quillon.ashgrove@example.org');
    const second = await invite('other@example.net');
    await tab.goto(`${server.origin}/activate#code=${first.code}`);
    await visitor.field(/^Activation code/).waitFor();
    assert.doesNotMatch(tab.url(), /code/);
    assert.ok(
      !(await tab.evaluate(() => document.documentElement.outerHTML)).includes(first.code),
      'the code stands in an attribute',
    );
    await visitor.verify();
    await visitor.createAccount(first.email);
    await visitor.at('/consent');
    assert.equal(await tab.evaluate(() => (history.state as { portalCode?: string } | null)?.portalCode), undefined);
    await tab.goBack();
    await tab.waitForLoadState();
    assert.doesNotMatch(tab.url(), /code=/, 'the way back brings no code');
    await tab.goto(`${server.origin}/consent`);
    await visitor.agreeToAll();
    await visitor.at('/');
    await visitor.closeHelp();
    await tab.goto(`${server.origin}/settings#code=${second.code}`);
    await tab.locator('portal-link-code').getByRole('button', { name: 'Submit' }).click();
    await tab.getByText('added successfully').first().waitFor();
    const passwords = tab.locator('form').filter({ has: visitor.field('New password') });
    await passwords.getByLabel('Current password', { exact: true }).fill(PASSWORD);
    await passwords.getByLabel('New password', { exact: true }).fill('Greenfield8+');
    await passwords.getByRole('button', { name: 'Save' }).click();
    await passwords.getByText('Password changed').waitFor();

    const kept = await tab.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]),
    );
    const session = (await context.cookies()).find(({ name }) => name.endsWith('portal_session'))!;
    assert.ok(session.httpOnly);
    const token = session.value;
    await visitor.openMenu();
    await visitor.button('Log out').click();
    await visitor.at('/login');
    await tab.goBack().catch(() => undefined);
    await tab.waitForLoadState('networkidle');
    assert.ok(
      !(await tab.evaluate(() => document.body.innerText)).includes(first.email),
      'the way back shows somebody’s data',
    );

    const personal = [
      first.code,
      first.code.replaceAll('-', ''),
      second.code,
      second.code.replaceAll('-', ''),
      PASSWORD,
      'Greenfield8+',
      BIRTHDATE,
      first.email,
      '2025550187',
      'Quillon',
      'Ashgrove',
    ];
    const holds = (text: string, secrets: string[]) => secrets.filter((secret) => text.includes(secret));
    assert.ok(events.length >= 6, events.join('\n'));
    assert.deepEqual(holds(events.join('\n'), [...personal, token]), []);
    assert.deepEqual(holds(said.join('\n'), [...personal, token]), []);
    assert.deepEqual(holds(kept, [first.code, second.code, PASSWORD, 'Greenfield8+', BIRTHDATE, token]), []);
    assert.deepEqual(holds(asked.map(({ url, headers }) => url + headers).join('\n'), personal), []);
    for (const { url, body } of asked) {
      if (holds(body, [first.code, second.code]).length > 0)
        assert.match(url, /\/api\/portal\/(activation\/verify|links)$/);
      if (holds(body, [PASSWORD, 'Greenfield8+']).length > 0)
        assert.match(url, /\/api\/portal\/(activation|session|account\/password)$/);
    }
    assert.deepEqual(visitor.wrongs, []);
  },
);

test('R-69 R-70 A-31 A-39: whatever a backend answers is text on the page', { timeout: 120_000 }, async (t) => {
  const visitor = await Visitor.enter(browser, server.origin);
  const { page: tab } = visitor;
  t.after(() => visitor.context.close());
  tab.on('dialog', (dialog) => void (visitor.wrongs.push(`a dialog: ${dialog.message()}`), dialog.dismiss()));
  let shown = 0;
  for (const [tag, modes] of Object.entries(HOSTILE)) {
    for (const mode of modes) {
      await tab.goto(`${server.origin}/hostile-${tag}?mode=${mode}`);
      await tab.locator(`html[data-ready] portal-${tag}:defined`).waitFor({ state: 'attached' });
      // Everything that can be filled in and pressed, for what only shows then.
      for (let round = 0; round < 3; round++) {
        await tab.evaluate(() => {
          for (const field of document.querySelectorAll<HTMLInputElement>('main input, main textarea')) {
            if (/radio|checkbox/.test(field.type)) field.checked = true;
            else field.value = '1990';
          }
          for (const button of document.querySelectorAll<HTMLElement>('main button:enabled')) button.click();
          return new Promise((resolve) => setTimeout(resolve, 100));
        });
      }
      const found = await tab.evaluate(() => {
        const roots: ParentNode[] = [document];
        const bad: string[] = [];
        let text = '';
        for (const root of roots) {
          for (const element of root.querySelectorAll('*')) {
            if (element.shadowRoot) roots.push(element.shadowRoot);
            if (element.matches('img, iframe, object, embed, main script, base, link[href*=evil], svg script'))
              bad.push(element.outerHTML);
            for (const { name, value } of element.attributes) {
              if (/^on/i.test(name)) bad.push(`${name}=${value}`);
              if (
                /^(href|src|action|formaction|xlink:href)$/i.test(name) &&
                /^\s*(javascript|data|vbscript):|evil\.example/i.test(value)
              )
                bad.push(`${name}=${value}`);
            }
          }
          text +=
            root instanceof ShadowRoot
              ? [...root.children].map((child) => child.textContent).join('')
              : document.body.textContent;
        }
        return {
          bad,
          pwned: (window as unknown as { pwned?: unknown }).pwned,
          seen: text.includes('onerror='),
          at: location.origin,
        };
      });
      assert.deepEqual([found.bad, found.pwned, found.at], [[], undefined, server.origin], `portal-${tag}, ${mode}`);
      if (found.seen) shown += 1;
    }
  }
  assert.ok(shown >= 8, `hostile words were shown on ${shown} pages only`);
  // A refused script would be seen here as a violation of the policy.
  assert.deepEqual(visitor.wrongs, []);
});

test('R-80: elements of the page that carry the names of settings change nothing', { timeout: 60_000 }, async (t) => {
  const visitor = await Visitor.enter(browser, server.origin);
  t.after(() => visitor.context.close());
  const { code, email } = await invite('clobbered@example.org');
  await visitor.page.goto(`${server.origin}/clobbered#code=${code}`);
  await visitor.verify();
  await visitor.createAccount(email);
  await visitor.at('/consent');
  assert.deepEqual(visitor.wrongs, []);
});

test('R-73: no other page can put the portal into a frame', { timeout: 60_000 }, async (t) => {
  const context = await browser.newContext();
  t.after(() => context.close());
  const tab = await context.newPage();
  await context.route('https://evil.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: ['/login', '/nowhere', '/healthz', '/api/portal/config']
        .map((path) => `<iframe src="${server.origin}${path}"></iframe>`)
        .join(''),
    }),
  );
  await tab.goto('https://evil.example/');
  await tab.waitForLoadState('networkidle');
  const frames = tab.frames().filter((frame) => frame !== tab.mainFrame());
  assert.equal(frames.length, 4);
  for (const frame of frames) assert.match(frame.url(), /^chrome-error:/, 'the portal stands in a frame');
});
