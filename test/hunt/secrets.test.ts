import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { createMailbox } from '../../src/backend/mail/memory.js';
import { createLog } from '../../src/backend/node/log.js';
import { openPortal, type Portal } from '../../src/backend/node/portal.js';
import { serve, type RunningServer } from '../../src/backend/node/server.js';
import { CLINIC, freePort } from '../support/server.js';

// Everything that must not be found again, each unmistakable.
const BIRTHDATE = '1961-04-23';
const PHONES = { homePhone: '+12025550147', workPhone: '+12025550158', mobilePhone: '+12025550169' };
const NAMES = ['Canarina', 'Needleworth'];
const PASSWORDS = {
  first: 'Haystack-7-first',
  second: 'Haystack-8-second',
  third: 'Haystack-9-third',
  wrong: 'Haystack-0-wrong',
};
const INVITED = 'invited.canary@example.org';
const OWN = 'own.canary@example.net';
const MOVED = 'moved.canary@example.com';
const CHILD = 'child.canary@example.org';
const FORGED = '\n{"level":"info","event":"forged"}';
const HOSTILE = [
  FORGED,
  '\r\n\u001b[2Jforged',
  '${jndi:ldap://forged.example/a}',
  '\u202eforged\u2028',
  '"},{"event":"forged"',
];

const dataDir = mkdtempSync(join(tmpdir(), 'portal-hunt-'));
const lines: string[] = [];
const mailbox = createMailbox();
const errorBodies: string[] = [];
/** By what it is: a code, a ticket, a session's token, a mailed token. */
const secrets: [what: string, secret: string][] = [];
let origin: string;
let portal: Portal;
let server: RunningServer;

/** Somebody with a browser: notes what they are handed, and what every refusal says. */
function visitor(headers: Record<string, string> = {}) {
  let cookie = '';
  return async (method: string, path: string, body?: object | string): Promise<Record<string, string>> => {
    const answer = await fetch(`${origin}/api/portal${path}`, {
      method,
      headers: { origin, cookie, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const token = /^portal_session=([\w-]+)/.exec(set)?.[1];
      if (token) secrets.push(['a session', token]);
      cookie = token ? `portal_session=${token}` : '';
    }
    const text = await answer.text();
    if (!answer.ok) errorBodies.push(text);
    const json = JSON.parse(text) as Record<string, string>;
    if (json['ticket']) secrets.push(['a ticket', json['ticket']]);
    return json;
  };
}

async function invite(email: string): Promise<string> {
  const { id } = await addPerson(portal.deps, {
    email,
    birthdate: BIRTHDATE,
    givenName: NAMES[0]!,
    familyName: NAMES[1]!,
    ...PHONES,
  });
  const { code } = await issueInvitation(portal.deps, { personId: id });
  secrets.push(['a code', code]);
  return code;
}

/** The secret in the latest mail to somebody, once it is there. */
async function mailed(to: string, name: 'code' | 'reset' | 'confirm'): Promise<string> {
  await portal.outbox!.deliverDue();
  const text = mailbox.messages.findLast((mail) => mail.to === to && mail.text.includes(`#${name}=`))?.text ?? '';
  const secret = new RegExp(`#${name}=([\\w-]+)`).exec(text)?.[1];
  assert.ok(secret, `no mail with #${name}= to ${to}`);
  secrets.push([`a mailed ${name}`, secret]);
  return secret;
}

before(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const sink = { write: (line: string) => lines.push(line) };
  portal = await openPortal({
    env: { PORTAL_CONFIG: CLINIC, PORTAL_DATA_DIR: dataDir, PORT: String(port), PORTAL_PUBLIC_URL: origin },
    mailer: mailbox,
    log: createLog({ out: sink, err: sink }),
  });
  // Mail goes when the test says so: no worker comes in between.
  server = await serve({ ...portal, outbox: undefined });

  await journeys();
  await portal.outbox!.deliverDue();
});

after(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What people do in a portal, all of it, right and wrong, under odd headers too. */
async function journeys(): Promise<void> {
  const code = await invite(INVITED);
  const owner = visitor();
  await owner('POST', '/activation/verify', { code, birthdate: '1961-04-24' });
  const { ticket } = await owner('POST', '/activation/verify', { code, birthdate: BIRTHDATE });
  const account = { ticket, relationship: 'self', username: OWN };
  await owner('POST', '/activation', { ...account, password: 'Haystack-weak' });
  await owner('POST', '/activation', { ...account, username: `${INVITED} x`, password: PASSWORDS.first });
  await owner('POST', '/activation', { ...account, password: PASSWORDS.first });
  await owner('POST', '/activation', { ...account, password: PASSWORDS.first });
  await owner('GET', '/account');
  const agreed = {
    version: '2026-01',
    decision: 'accept',
    answers: { agree: true, emailNotices: 'yes' },
    signature: NAMES.join(' '),
  };
  assert.deepEqual(await owner('POST', '/consents/portal-consent', agreed), { step: 'consent' });
  await owner('POST', '/consents/text-message-agreement', {
    ...agreed,
    answers: { agree: true },
    signature: undefined,
  });

  const childs = await invite(CHILD);
  await owner('POST', '/links', { code: 'AAAAA-BBBBB-CCCCC' });
  assert.equal((await owner('POST', '/links', { code: childs }))['step'], 'landing');
  await owner('POST', '/links', { code: childs });

  await owner('PATCH', '/account', { mobilePhone: '+1 202 555 0170', email: MOVED, currentPassword: PASSWORDS.wrong });
  await owner('PATCH', '/account', { homePhone: 'no phone at all' });
  assert.equal((await owner('PATCH', '/account', { email: MOVED, currentPassword: PASSWORDS.first }))['email'], MOVED);
  await owner('PUT', '/account/password', { currentPassword: PASSWORDS.wrong, newPassword: PASSWORDS.second });
  await owner('PUT', '/account/password', { currentPassword: PASSWORDS.first, newPassword: PASSWORDS.second });
  await owner('DELETE', '/session');

  await visitor()('POST', '/password-reset', { username: MOVED });
  const token = await mailed(MOVED, 'reset');
  await visitor()('PUT', '/password-reset', { token, password: 'Haystack-weak' });
  assert.equal((await visitor()('PUT', '/password-reset', { token, password: PASSWORDS.third }))['step'], 'log-in');
  await visitor()('PUT', '/password-reset', { token, password: PASSWORDS.third });
  await owner('POST', '/session', { username: MOVED, password: PASSWORDS.wrong });
  await owner('POST', '/session', `{"password":${PASSWORDS.wrong}}`);
  assert.equal((await owner('POST', '/session', { username: MOVED, password: PASSWORDS.third }))['step'], 'landing');

  const late = await invite('late.canary@example.org');
  const { deps } = portal;
  const { now } = deps.clock;
  deps.clock.now = () => now() + deps.settings.validity.codeMs + 1_000;
  await visitor()('POST', '/activation/verify', { code: late, birthdate: BIRTHDATE });
  await visitor()('POST', '/activation/renewal', { code: late, birthdate: BIRTHDATE });
  await mailed('late.canary@example.org', 'code');
  deps.clock.now = now;

  // A code that dies of wrong proofs, and its holder who is told.
  const locked = await invite('locked.canary@example.org');
  for (let i = 0; i < 5; i++) await visitor()('POST', '/activation/verify', { code: locked, birthdate: '1961-04-25' });

  for (const text of HOSTILE) {
    const printable = encodeURIComponent(text);
    const odd = visitor({
      'user-agent': `Odd ${printable}`,
      'accept-language': `en-${printable}`,
      'x-forwarded-for': printable,
    });
    await odd('POST', '/session', { username: text, password: text });
    await odd('POST', '/activation/verify', { code: text, birthdate: BIRTHDATE });
    await odd('PUT', '/password-reset', { token: text, password: PASSWORDS.third });
    await odd('POST', '/password-reset', { username: text });
    await odd('GET', `/${printable}?q=${printable}`);
    await odd('POST', `/consents/${printable}`, { [text]: text });
    await owner('PATCH', '/account', { homePhone: text, language: text });
    await owner('POST', '/consents/text-message-agreement', {
      ...agreed,
      answers: { agree: true, mobilePhone: text },
      signature: text,
    });
    // What a part of the server might hand to the log in an error's words.
    portal.log.error('request.failed', { error: new Error(`It was ${text}`), reason: text });
  }
}

/** The ways in which a secret could stand somewhere without being seen at once. */
function formsOf(secret: string): string[] {
  const bare = secret.replaceAll('-', '');
  const plain = [
    secret,
    secret.toLowerCase(),
    ...(/^[0-9A-Z]{15}$/.test(bare) ? [bare, bare.toLowerCase(), bare.match(/.{5}/g)!.join(' ')] : []),
  ];
  return plain.flatMap((text) => [
    text,
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
    Buffer.from(text).toString('base64url'),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('hex').toUpperCase(),
    encodeURIComponent(text),
  ]);
}

const allSecrets = (): [string, string][] => [
  ...secrets,
  ['a part of a password', 'Hayst'],
  ...Object.values(PASSWORDS).map((password): [string, string] => ['a password', password]),
];

function demandAbsent(where: string, content: Buffer, wanted: [string, string][]): void {
  for (const [what, secret] of wanted) {
    for (const form of new Set(formsOf(secret))) assert.ok(!content.includes(form), `${what} stands in ${where}`);
  }
}

const text = (parts: readonly string[]): Buffer => Buffer.from(parts.join('\n'));
const personal: [string, string][] = [
  ['the birthdate', BIRTHDATE],
  ['the birthdate', '19610423'],
  ['the birthdate', '04/23/1961'],
  ...Object.values(PHONES).flatMap((phone): [string, string][] => [
    ['a phone', phone],
    ['a phone', phone.slice(2)],
    ['a phone', phone.slice(-7)],
  ]),
];

test('the journeys came as far as they should', () => {
  const kinds = new Set(secrets.map(([what]) => what));
  assert.deepEqual([...kinds].sort(), ['a code', 'a mailed code', 'a mailed reset', 'a session', 'a ticket']);
  assert.ok(secrets.length >= 12, `${secrets.length} secrets`);
  const codes = errorBodies.map((body) => (JSON.parse(body) as { code: string }).code);
  for (const code of [
    'no_records_found',
    'password_policy',
    'email_invalid',
    'consent_required',
    'already_linked',
    'invalid_credentials',
    'token_expired',
    'invalid_input',
  ]) {
    assert.ok(codes.includes(code), `nobody was told ${code}`);
  }
});

test('no code, password, ticket, session or mailed token stands in the database, its journal or any file beside it', () => {
  const files = readdirSync(dataDir);
  assert.ok(files.includes('portal.sqlite') && files.includes('portal.sqlite-wal'), files.join(' '));
  for (const name of files) demandAbsent(name, readFileSync(join(dataDir, name)), allSecrets());
  // What is looked for would be found: the address is in there, and it isn't a secret.
  const database = files.map((name) => readFileSync(join(dataDir, name)));
  assert.ok(database.some((bytes) => bytes.includes(MOVED)));
});

test('a letter that waits to be sent is unreadable in the database', async () => {
  const { id } = await addPerson(portal.deps, { email: 'waiting.canary@example.org' });
  const before = mailbox.messages.length;
  const { code } = await issueInvitation(portal.deps, { personId: id });
  for (const name of readdirSync(dataDir)) {
    demandAbsent(name, readFileSync(join(dataDir, name)), [['a code that waits', code]]);
  }
  await portal.outbox!.deliverDue();
  assert.equal(mailbox.messages.length, before + 1);
});

test('no secret, birthdate, phone, name or whole address stands in the log', () => {
  assert.ok(lines.length > 50, `${lines.length} lines`);
  demandAbsent('the log', text(lines), [
    ...allSecrets(),
    ...personal,
    ...NAMES.map((name): [string, string] => ['a name', name]),
    ...[INVITED, OWN, MOVED, CHILD].map((address): [string, string] => ['an address', address]),
  ]);
  for (const line of lines) assert.doesNotMatch(line, /#(code|reset|confirm)=|portal_session=|\?q=/);
});

test('nothing that somebody sends makes a line of its own in the log, or moves a cursor', () => {
  for (const line of lines) {
    assert.ok(line.endsWith('\n') && line.indexOf('\n') === line.length - 1, JSON.stringify(line));
    assert.doesNotMatch(line.trimEnd(), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]|\$\{/u);
    const entry = JSON.parse(line) as { event: string; level: string; time: string };
    assert.match(entry.event, /^[a-z_.]+$/);
    assert.notEqual(entry.event, 'forged');
    assert.match(entry.time, /Z$/);
  }
});

test('each mail holds no more than its own reader may know', () => {
  assert.ok(mailbox.messages.length >= 10, `${mailbox.messages.length} mails`);
  const mailedTo = (to: string): string[] =>
    mailbox.messages.filter((mail) => mail.to === to).map(({ text, html, subject }) => `${subject}\n${text}\n${html}`);
  for (const { to } of mailbox.messages) {
    const own = mailedTo(to).join('\n');
    // One's own code and token are what the mail is for; nobody else's, and never what was typed or what opens a session.
    const foreign = allSecrets().filter(([what, secret]) => !/code|reset/.test(what) || !own.includes(secret));
    demandAbsent(`a mail to ${to}`, Buffer.from(own), [...foreign, ...personal]);
    for (const other of [INVITED, OWN, MOVED, CHILD].filter((address) => address !== to)) {
      demandAbsent(`a mail to ${to}`, Buffer.from(own), [['another address', other]]);
    }
  }
  // Both sides of each change of address, the invited address of a code linked elsewhere, and the holder of a dead code.
  for (const to of [INVITED, OWN, MOVED, CHILD, 'locked.canary@example.org']) assert.ok(mailedTo(to).length > 0, to);
  const carriers = (secret: string): Set<string> =>
    new Set(mailbox.messages.filter(({ text: body }) => body.includes(secret)).map(({ to }) => to));
  for (const [what, secret] of secrets)
    assert.ok(carriers(secret).size <= (/code|reset/.test(what) ? 1 : 0), `${what} was mailed to several`);
});

test('the audit trail holds ids and no more', async () => {
  const events = await portal.deps.store.listEvents({});
  assert.ok(events.length > 30, `${events.length} events`);
  demandAbsent('the trail', Buffer.from(JSON.stringify(events)), [
    ...allSecrets(),
    ...personal,
    ...NAMES.map((name): [string, string] => ['a name', name]),
    ...[INVITED, OWN, MOVED, CHILD].map((address): [string, string] => ['an address', address]),
    ...HOSTILE.map((hostile): [string, string] => ['something typed', hostile]),
    ['something typed', 'forged'],
  ]);
});

test('no refusal says back what was sent, or more than its code', () => {
  demandAbsent('a refusal', text(errorBodies), [
    ...allSecrets(),
    ...personal,
    ['something typed', 'forged'],
    ['an address', OWN],
    ['an address', INVITED],
  ]);
  for (const body of errorBodies)
    assert.doesNotMatch(body, /\bat .+:\d+|SQLITE|node_modules|select |[A-Za-z]:\\|\/src\//);
});
