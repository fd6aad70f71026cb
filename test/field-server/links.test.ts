import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createMailbox } from '../../src/backend/mail/memory.js';
import { createOutbox } from '../../src/backend/mail/outbox.js';
import { letterRenderer } from '../../src/backend/mail/render-letter.js';
import { readEnvironment } from '../../src/backend/node/environment.js';
import { openSqlite } from '../../src/backend/stores/sqlite.js';
import { normalizeCode } from '../../src/contract/fields/activation-code.js';
import { contents } from '../backend/stores/support/failures.js';
import { BIRTHDATE, createWorld, PASSWORD } from '../support/deps.js';
import { openDoors, tokenTo } from '../support/security-calls.js';

const silent = { info: () => undefined, error: () => undefined };
const UNRESERVED = /^[\w~.-]+$/;

/** What wraps, escapes and decodes links on their way: each must give back what it was given. */
const WAYS: Record<string, (link: string) => string> = {
  decodeURI,
  encodeURI: (link) => decodeURI(encodeURI(link)),
  'a form': (link) => {
    const [page, carried] = link.split('#') as [string, string];
    return `${page}#${new URLSearchParams(carried).toString()}`;
  },
  'the URL parser': (link) => new URL(link).href,
  'a redirector': (link) => new URL(`https://scan.example/?url=${encodeURIComponent(link)}`).searchParams.get('url')!,
};

test('case 58: codes and mailed tokens are of characters that nothing on the way changes', async () => {
  const { world, client, member } = await openDoors({ config: { confirmNewEmail: true }, consents: [] });
  const links: string[] = [];
  const mailbox = createMailbox();
  const outbox = createOutbox({
    ...world.deps,
    log: silent,
    mailer: mailbox,
    render: letterRenderer(world.deps.settings),
  });
  for (let i = 0; i < 30; i++) {
    await world.invite();
    const { email, call } = await member();
    await client().call('POST', '/password-reset', { username: email });
    await call('PATCH', '/account', { email: `new${i}@example.net`, currentPassword: PASSWORD });
  }
  await outbox.deliverDue();
  for (const { text } of mailbox.messages) links.push(...(text.match(/https:\/\/\S+#\S+/g) ?? []));
  assert.ok(links.filter((link) => link.includes('#code=')).length >= 60);
  assert.equal(links.filter((link) => link.includes('#reset=')).length, 30);
  assert.equal(links.filter((link) => link.includes('#confirm=')).length, 30);
  for (const link of links) {
    assert.match(/#\w+=(.*)$/.exec(link)![1]!, UNRESERVED);
    for (const [way, through] of Object.entries(WAYS)) assert.equal(through(link), link, way);
  }
});

test('case 62: a letter is written only where it is known where the portal is', async () => {
  const { settings } = (await createWorld()).deps;
  for (const publicUrl of [
    '',
    '/',
    'portal.example',
    '//portal.example',
    'https://',
    'https://portal.example/',
    'null',
    undefined,
  ])
    assert.throws(() => letterRenderer({ ...settings, publicUrl: publicUrl as string }), TypeError, String(publicUrl));
  const world = await createWorld();
  const { email } = await world.invite();
  const mailbox = createMailbox();
  await createOutbox({ ...world.deps, log: silent, mailer: mailbox, render: letterRenderer(settings) }).deliverDue();
  const { text, html } = mailbox.messages.find(({ to }) => to === email)!;
  const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!).filter((href) => href.includes('code'));
  assert.equal(hrefs.length, 2);
  for (const href of hrefs) assert.ok(href.startsWith('https://portal.example/') && text.includes(href), href);
});

test('case 62: a server whose own address is none doesn’t start', () => {
  for (const url of ['portal.example', '/portal', 'ftp://portal.example', 'https://portal.example/?x=1'])
    assert.throws(() => readEnvironment({ PORTAL_PUBLIC_URL: url }), /PORTAL_PUBLIC_URL/, url);
  assert.equal(readEnvironment({ PORTAL_PUBLIC_URL: '' }).publicUrl, 'http://localhost:4000');
});

test('case 88: a code is random, not shuffled; it is stored as a digest, and no line of the log holds it', async (t) => {
  const { store, db } = await openSqlite(':memory:');
  t.after(() => store.close());
  const { world, client, logged, handler } = await openDoors({ store });
  const codes: string[] = [];
  for (let i = 0; i < 200; i++) codes.push((await world.invite()).code);
  const repeating = codes.filter((code) => new Set(normalizeCode(code)).size < 15);
  // By chance hardly a code of fifteen is without a repetition; by a shuffle every one is.
  assert.ok(repeating.length > 150, `${repeating.length} of 200 repeat a symbol`);

  const [code] = codes as [string];
  await client().call('POST', '/activation/verify', { code, birthdate: '1981-01-01' });
  const { json } = await client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE });
  await client().call('POST', '/activation', {
    ticket: json['ticket'],
    relationship: 'self',
    username: 'a@b.example',
    password: PASSWORD,
  });
  await handler(new Request(`https://portal.example/api/portal/nowhere?code=${code}`), { network: '192.0.2.1' });
  const everywhere = { stored: JSON.stringify(await contents(db)), logged: JSON.stringify(logged) };
  for (const [where, text] of Object.entries(everywhere))
    for (const secret of [code, normalizeCode(code), PASSWORD, String(json['ticket'])])
      assert.ok(!text.includes(secret) && !text.toLowerCase().includes(secret.toLowerCase()), where);

  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const file of sources) assert.doesNotMatch(readFileSync(join('src', file), 'utf8'), /Math\.random/, file);
});

test('case 56: the code and the link are independent: a code that came by mail is typed, whatever became of the link', async () => {
  const { world, client, member } = await openDoors({ consents: [] });
  const { code } = await world.invite();
  for (let i = 0; i < 10; i++)
    for (const method of ['GET', 'HEAD']) await client().call(method, `/activation/verify?code=${code}`);
  assert.equal((await client().call('POST', '/activation/verify', { code, birthdate: BIRTHDATE })).status, 200);

  // So are mailed tokens: to open their pages asks the server for nothing but its config.
  const { email } = await member();
  await client().call('POST', '/password-reset', { username: email });
  const token = await tokenTo(world, email, 'password-reset');
  for (let i = 0; i < 10; i++) await client().call('GET', `/password-reset?token=${token}`);
  assert.equal((await client().call('PUT', '/password-reset', { token, password: 'Greenfield8+' })).status, 200);
});
