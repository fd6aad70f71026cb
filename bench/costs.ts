import { sql } from 'kysely';
import pg from 'pg';
import { openPortal, type Portal } from '../src/backend/node/portal.js';
import { createMailbox } from '../src/backend/mail/memory.js';
import { createCheapHasher } from '../src/backend/web-crypto.js';
import { cookieFetch } from '../src/testing/http-client.js';
import { createDatabase, missing, newSecret } from '../test/faults/support/databases.js';
import { WIDE } from '../test/faults/support/installation.js';
import { addPerson } from '../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../src/backend/core/invitations/issue-invitation.js';
import { BIRTHDATE, PASSWORD } from '../test/support/deps.js';
import { CLINIC } from '../test/support/server.js';

const ORIGIN = 'http://localhost:4000';
const ACCOUNTS = 300;

interface Cost {
  /** Questions to the database, `begin` and `commit` among them: each is a way there and back. */
  trips: number;
  /** Rows inserted, changed or deleted. */
  rows: number;
  /** Commits that wait for the disk. */
  waits: number;
}

/** Counts what this process asks of PostgreSQL. */
function count(): { during(work: () => Promise<unknown>): Promise<Cost>; end(): void } {
  const { query } = pg.Client.prototype;
  let cost: Cost = { trips: 0, rows: 0, waits: 0 };
  const inPassing = new WeakSet<pg.Client>();
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const text = String(args[0]);
    const asked = (query as (...given: unknown[]) => Promise<pg.QueryResult>).apply(this, args);
    cost.trips += 1;
    if (/^set local synchronous_commit/.test(text)) inPassing.add(this);
    if (text === 'commit' && !inPassing.delete(this)) cost.waits += 1;
    if (/^(insert|update|delete)/.test(text)) void asked.then(({ rowCount }) => (cost.rows += rowCount ?? 0));
    return asked;
  } as typeof query;
  return {
    async during(work) {
      cost = { trips: 0, rows: 0, waits: 0 };
      await work();
      return cost;
    },
    end: () => void (pg.Client.prototype.query = query),
  };
}

/** Prints what each operation asks of the database, and how much an account takes there. */
export async function measureCosts(): Promise<void> {
  if (missing('postgres')) return console.log(`\nNo costs are counted: ${missing('postgres')}.`);
  const database = await createDatabase('postgres');
  const counter = count();
  const portal = await openPortal({
    env: {
      ...{ PORTAL_CONFIG: CLINIC, PORTAL_DATABASE_URL: database.url, PORTAL_SECRET: newSecret() },
      ...{ PORTAL_PUBLIC_URL: ORIGIN, PORTAL_DATA_DIR: database.folder },
    },
    mailer: createMailbox(),
    log: { info: () => undefined, error: (...entry) => console.error(...entry) },
    adjust: (settings) => ({ ...settings, limits: { ...settings.limits, ...WIDE } }),
  });
  // What a password costs is measured elsewhere.
  Object.assign(portal.deps.hasher, createCheapHasher(portal.deps.secrets));
  console.log(
    '\nWhat each operation asks of the database (PostgreSQL; where a transaction asks less, SQLite asks the same):',
  );
  console.log(`  ${'operation'.padEnd(44)} trips  rows  waits for the disk`);
  for (const [name, work] of await operations(portal)) {
    const { trips, rows, waits } = await counter.during(work);
    console.log(
      `  ${name.padEnd(44)} ${String(trips).padStart(5)} ${String(rows).padStart(5)} ${String(waits).padStart(6)}`,
    );
  }
  counter.end();
  for (let i = 0; i < ACCOUNTS; i += 1) await comeThrough(portal, `many-${i}@example.org`);
  await portal.outbox?.deliverDue();
  await portal.close();
  const { store, db } = await database.open();
  const { rows } = await sql<{ bytes: number; relname: string }>`
    select relname, pg_total_relation_size(relid) as bytes from pg_stat_user_tables order by bytes desc`.execute(db);
  const kept = rows.filter(({ relname }) => !/^(schema_|marks|attempt_|noted_|tickets|erasures)/.test(relname));
  const total = kept.reduce((sum, { bytes }) => sum + bytes, 0) / (ACCOUNTS + 1);
  console.log(`\nWhat an account takes on the disk, with indexes: ${(total / 1_024).toFixed(1)} KiB, of these`);
  for (const { relname, bytes } of kept) {
    console.log(`  ${relname.padEnd(44)} ${(bytes / 1_024 / (ACCOUNTS + 1)).toFixed(2)} KiB`);
  }
  await store.close();
  await database.stop();
}

type Send = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

function visitor({ handler }: Portal): Send {
  const send = cookieFetch(ORIGIN, (input, init) => handler(new Request(input, init), { network: '192.0.2.1' }));
  return async (method, path, body) => {
    const response = await send(`${ORIGIN}/api/portal${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return (await response.json()) as Record<string, unknown>;
  };
}

async function invite({ deps }: Portal, email: string): Promise<string> {
  const { id } = await addPerson(deps, {
    email,
    birthdate: BIRTHDATE,
    givenName: 'Pat',
    familyName: 'Doe',
    homePhone: '+12025550123',
  });
  return (await issueInvitation(deps, { personId: id })).code;
}

const consent = {
  version: '2026-01',
  decision: 'accept',
  answers: { agree: true, emailNotices: 'yes' },
  signature: 'Pat Doe',
};
const others: [string, object][] = [
  ['text-message-agreement', { version: '2026-01', decision: 'accept', answers: { agree: true } }],
  ['telehealth-consent', { version: '2026-01', decision: 'accept', answers: { trainee: 'yes' } }],
];

async function comeThrough(portal: Portal, email: string): Promise<Send> {
  const send = visitor(portal);
  const code = await invite(portal, email);
  const { ticket } = await send('POST', '/activation/verify', { code, birthdate: BIRTHDATE });
  await send('POST', '/activation', { ticket, relationship: 'self', username: email, password: PASSWORD });
  await send('POST', '/consents/portal-consent', consent);
  for (const [id, answer] of others) await send('POST', `/consents/${id}`, answer);
  return send;
}

async function operations(portal: Portal): Promise<[string, () => Promise<unknown>][]> {
  const email = 'one@example.org';
  const send = visitor(portal);
  const later = (): void => {
    const at = Date.now() + 60_000;
    Object.assign(portal.deps, { clock: { now: () => at } });
  };
  let code = '';
  let ticket: unknown;
  return [
    ['an invitation, with its letter', async () => (code = await invite(portal, email))],
    ['its letter goes out', () => portal.outbox!.deliverDue()],
    [
      'verifying a wrong code',
      () => send('POST', '/activation/verify', { code: 'ZV8T3-91NDL-QY2D0', birthdate: BIRTHDATE }),
    ],
    [
      'verifying the right code',
      async () => ({ ticket } = await send('POST', '/activation/verify', { code, birthdate: BIRTHDATE })),
    ],
    [
      'creating the account',
      () => send('POST', '/activation', { ticket, relationship: 'self', username: email, password: PASSWORD }),
    ],
    ['a consent', () => send('POST', '/consents/portal-consent', consent)],
    ['reading the session', () => send('GET', '/session')],
    ['reading the account', () => send('GET', '/account')],
    ['reading the session, a minute later', () => (later(), send('GET', '/session'))],
    ['reading the consents', () => send('GET', '/consents')],
    ['logging out', () => send('DELETE', '/session')],
    ['a wrong password', () => send('POST', '/session', { username: email, password: 'Not-it-7-' })],
    ['logging in', () => send('POST', '/session', { username: email, password: PASSWORD })],
    ['asking for a new password', () => send('POST', '/password-reset', { username: email })],
  ];
}
