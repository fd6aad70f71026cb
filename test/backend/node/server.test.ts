import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addPerson } from '../../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../../src/backend/core/invitations/issue-invitation.js';
import { cookieFetch } from '../../../src/testing/http-client.js';
import { startServer, type TestServer } from '../../support/server.js';

const wide = { wrongCodesPerMinute: 10_000, wrongCodesPerHour: 10_000 };
const BIRTHDATE = '1980-02-29';
const PASSWORD = 'Bluewater7-';

/** What a folder of pages may hold beside HTML, and as what it is served. */
const KINDS: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

let pages: string;
let server: TestServer;
before(async () => {
  pages = mkdtempSync(join(tmpdir(), 'portal-pages-'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Home</title>');
  writeFileSync(join(pages, 'login.html'), '<!doctype html><title>Log in</title>');
  writeFileSync(join(pages, '.env'), 'SECRET=1');
  writeFileSync(join(pages, 'notes.md'), 'not a page');
  for (const kind of Object.keys(KINDS)) writeFileSync(join(pages, `file${kind}`), '{}');
  mkdirSync(join(pages, '.git'));
  writeFileSync(join(pages, '.git', 'index.html'), 'hidden');
  server = await startServer({ limits: wide, pages });
});
after(async () => {
  await server.stop();
  rmSync(pages, { recursive: true });
});

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(server.origin + path, init);

async function invite(email: string): Promise<string> {
  const { deps } = server.portal;
  const { id } = await addPerson(deps, { email, birthdate: BIRTHDATE });
  return (await issueInvitation(deps, { personId: id })).code;
}

function client() {
  const send = cookieFetch(server.origin);
  return async (method: string, path: string, body?: unknown) => {
    const answer = await send(`${server.origin}/api/portal${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, string>, headers: answer.headers };
  };
}

async function ticketFor(code: string): Promise<string> {
  const { json } = await client()('POST', '/activation/verify', { code, birthdate: BIRTHDATE });
  return json['ticket']!;
}

test('pages', async (t) => {
  await t.test('are served under clean addresses, with headers that keep scripts and frames out', async () => {
    for (const [path, title] of [
      ['/', 'Home'],
      ['/login', 'Log in'],
      ['/login.html', 'Log in'],
    ] as const) {
      const page = await get(path);
      assert.equal(page.status, 200);
      assert.match(await page.text(), new RegExp(title));
    }
  });
  await t.test('come with files of every kind that docs/backend.md lists, each as what it is', async () => {
    const listed =
      readFileSync('docs/backend.md', 'utf8').match(/serves files of these kinds: (.*?), listed/s)?.[1] ?? '';
    assert.deepEqual(
      [...listed.matchAll(/`(\.\w+)`/g)].map(([, kind]) => kind).sort(),
      ['.html', ...Object.keys(KINDS)].sort(),
    );
    for (const [kind, type] of Object.entries(KINDS)) {
      const answer = await get(`/file${kind}`);
      assert.equal(answer.status, 200, kind);
      assert.equal(answer.headers.get('content-type'), type);
    }
  });
  await t.test('that don’t exist, and files that are none, answer alike', async () => {
    for (const path of [
      '/nowhere',
      '/.env',
      '/.git/',
      '/.git/index.html',
      '/notes.md',
      '/../package.json',
      '/%2e%2e/package.json',
      '/login/',
      '/portal-elements/../node/index.js',
    ]) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      assert.equal(await answer.text(), 'There is no such page.\n');
    }
  });
  await t.test('carry a strict policy, also where there is none', async () => {
    for (const path of ['/', '/nowhere']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy')!;
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('strict-transport-security'), null, 'a component decides nothing for the whole host');
    }
  });
  await t.test('take nothing but GET', async () => assert.equal((await get('/login', { method: 'POST' })).status, 405));
});

test('health is told in one word', async () => {
  assert.equal(await (await get('/healthz')).text(), 'ok\n');
  assert.equal(await (await get('/readyz')).text(), 'ok\n');
});

test('the session cookie is for this host alone and out of scripts’ reach', async () => {
  const ticket = await ticketFor(await invite('cookie@example.org'));
  const { headers } = await client()('POST', '/activation', {
    ticket,
    relationship: 'self',
    username: 'cookie@example.org',
    password: PASSWORD,
  });
  assert.match(headers.getSetCookie()[0]!, /^portal_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('fifty activations of one code at once make one account', async () => {
  const code = await invite('race@example.org');
  const tickets = await Promise.all(Array.from({ length: 50 }, () => ticketFor(code)));
  const opened = tickets.filter(Boolean);
  assert.ok(opened.length >= 1);
  const ends = await Promise.all(
    opened.map((ticket, i) =>
      client()('POST', '/activation', {
        ticket,
        relationship: 'self',
        username: `race${i}@example.org`,
        password: PASSWORD,
      }),
    ),
  );
  assert.equal(ends.filter(({ status }) => status === 200).length, 1);
  assert.deepEqual(
    [...new Set(ends.filter(({ status }) => status !== 200).map(({ status }) => status))].filter(
      (status) => ![410, 429, 503].includes(status),
    ),
    [],
  );
});

test('fifty codes with one address at once make one account, and the other codes stay good', async () => {
  const codes = await Promise.all(Array.from({ length: 50 }, (_, i) => invite(`many${i}@example.org`)));
  const tickets = await Promise.all(codes.map(ticketFor));
  const ends = await Promise.all(
    tickets.map(async (ticket) => {
      for (;;) {
        const end = await client()('POST', '/activation', {
          ticket,
          relationship: 'self',
          username: 'one@example.org',
          password: PASSWORD,
        });
        // The queue for hashing is short on purpose: a client that is told to come back comes back.
        if (end.status !== 503) return end;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
  assert.equal(ends.filter(({ status }) => status === 200).length, 1);
  assert.equal(ends.filter(({ json }) => json['code'] === 'email_taken').length, 49);
  const loser = ends.findIndex(({ status }) => status !== 200);
  assert.ok(await ticketFor(codes[loser]!));
});

test('no code, password, ticket or session stands in the database or its journal', async () => {
  const code = await invite('hunt@example.org');
  const ticket = await ticketFor(code);
  const call = client();
  const { headers } = await call('POST', '/activation', {
    ticket,
    relationship: 'self',
    username: 'hunt@example.org',
    password: 'Haystack-7-needle',
  });
  const session = /=([\w-]+);/.exec(headers.getSetCookie()[0]!)![1]!;
  const secrets = [code, code.replaceAll('-', ''), code.toLowerCase(), ticket, session, 'Haystack-7-needle'];
  const forms = secrets.flatMap((secret) => [
    secret,
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('hex'),
  ]);
  const files = readdirSync(server.dataDir).filter((name) => name.startsWith('portal.sqlite'));
  assert.ok(files.length > 0);
  for (const name of files) {
    const bytes = readFileSync(join(server.dataDir, name));
    for (const form of forms) assert.equal(bytes.includes(form), false, `${name} holds a secret`);
  }
});

test('a caller’s own forwarding headers change nothing', async () => {
  const strict = await startServer();
  try {
    const verify = (i: number) =>
      fetch(`${strict.origin}/api/portal/activation/verify`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: strict.origin,
          'x-forwarded-for': `198.51.100.${i}`,
          'x-real-ip': `198.51.100.${i}`,
          forwarded: `for=198.51.100.${i}`,
        },
        body: JSON.stringify({ code: `wrong-${i}`, birthdate: BIRTHDATE }),
      });
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await verify(i)).status);
    assert.deepEqual(statuses, [...Array<number>(10).fill(404), 429]);
  } finally {
    await strict.stop();
  }
});

test('another Host changes nothing in mails', async () => {
  await new Promise<void>((resolve, reject) => {
    const { port } = new URL(server.origin);
    const body = JSON.stringify({ username: 'hunt@example.org' });
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(
        `POST /api/portal/password-reset HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nOrigin: ${server.origin}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      ),
    );
    socket
      .on('data', () => undefined)
      .on('end', resolve)
      .on('error', reject);
  });
  const mail = await server.mail(({ text }) => text.includes('#reset='));
  assert.doesNotMatch(mail.text + mail.html, /evil/);
});

test('other origins may call the API where the config file names them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-config-'));
  const file = join(folder, 'portal.config.json');
  writeFileSync(file, JSON.stringify({ sessions: { allowedOrigins: ['https://www.clinic.example'] } }));
  const open = await startServer({ env: { PORTAL_CONFIG: file } });
  try {
    for (const [origin, allowed] of [
      ['https://www.clinic.example', 'https://www.clinic.example'],
      ['https://evil.example', null],
    ] as const) {
      const config = await fetch(`${open.origin}/api/portal/config`, { headers: { origin } });
      assert.equal(config.headers.get('access-control-allow-origin'), allowed);
    }
  } finally {
    await open.stop();
    rmSync(folder, { recursive: true });
  }
});

test('a caller who hangs up in the middle of a body is no failure', async (t) => {
  const failures = t.mock.method(server.portal.log, 'error', () => undefined);
  const { port } = new URL(server.origin);
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `POST /api/portal/session HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${server.origin}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"user`,
      );
      setTimeout(() => socket.destroy(), 100);
    });
    socket.on('close', () => resolve()).on('error', reject);
  });
  // Answered after it: by then the server has noticed.
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal((await get('/healthz')).status, 200);
  assert.equal(failures.mock.callCount(), 0);
});
