import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { InvitationState } from '../../../src/backend/invitation-state.js';
import { importCsv, type ImportOptions } from '../../../src/backend/node/commands/import-csv.js';
import { invitations, remind, resend, revoke } from '../../../src/backend/node/commands/invitations.js';
import { invite as inviteOne } from '../../../src/backend/node/commands/invite.js';
import { audit, close, erase, exportData, reopen } from '../../../src/backend/node/commands/people.js';
import { redeliver } from '../../../src/backend/node/commands/redeliver.js';
import { stats } from '../../../src/backend/node/commands/stats.js';
import { UsageError } from '../../../src/backend/usage-error.js';
import { openPortal } from '../../../src/backend/node/portal.js';
import { cli } from '../../support/cli.js';
import { cookieFetch } from '../../../src/testing/http-client.js';
import { startServer, type TestServer } from '../../support/server.js';

const PASSWORD = 'Bluewater7-';
const BIRTHDATE = '1980-02-29';

let server: TestServer;
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-staff-'));
  server = await startServer({ limits: { wrongCodesPerMinute: 1_000, wrongCodesPerHour: 1_000 } });
});
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const deps = () => server.portal.deps;
const lines = <Line>(text: string): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
const joined = async (texts: AsyncIterable<string>): Promise<string> => {
  let all = '';
  for await (const text of texts) all += text;
  return all;
};
const list = async (state?: InvitationState) =>
  lines<Record<string, string>>(await joined(invitations(deps(), { json: true, ...(state && { state }) })));
/** A refusal is a sentence for a person. */
const told = (words: RegExp) => (error: Error) => error instanceof UsageError && words.test(error.message);

interface Issued {
  id: string;
  personId: string;
  code: string;
}
const invite = async (email: string): Promise<Issued> =>
  JSON.parse(
    await inviteOne(deps(), { email, birthdate: BIRTHDATE, givenName: 'Ann', mail: true, json: true }),
  ) as Issued;

async function activate(email: string): Promise<Issued & { send: typeof fetch }> {
  const issued = await invite(email);
  const send = cookieFetch(server.origin);
  const call = async (path: string, body: object) => {
    const answer = await send(`${server.origin}/api/portal${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 200);
    return (await answer.json()) as { ticket: string };
  };
  const { ticket } = await call('/activation/verify', { code: issued.code, birthdate: BIRTHDATE });
  await call('/activation', { ticket, relationship: 'self', username: email, password: PASSWORD });
  return { ...issued, send };
}

test('what was sent is listed by state, to whom only masked, and never a code', async () => {
  const waits = await invite('waits@example.org');
  const used = await activate('used@example.org');
  const listed = await list();
  assert.deepEqual(
    listed.filter(({ id }) => [waits.id, used.id].includes(id!)).map(({ email, state }) => [email, state]),
    [
      ['u•••@e•••.org', 'used'],
      ['w•••@e•••.org', 'pending'],
    ],
  );
  const text = await joined(invitations(deps(), { state: 'pending' }));
  assert.match(text, new RegExp(`${waits.id} .*pending`));
  assert.ok(!text.includes(used.id));
  for (const shown of [text, JSON.stringify(listed)])
    for (const { code } of [waits, used]) assert.ok(!shown.includes(code) && !shown.includes(code.replaceAll('-', '')));
});

test('a code is sent again as a new one, and revoked; what makes no sense is told in a sentence', async () => {
  const { id, code } = await invite('again@example.org');
  const said = await resend(deps(), id);
  const [, newId] = /mailed: (\S+)\./.exec(said) ?? [];
  const stateOf = async (wanted: string) => (await list()).find((each) => each['id'] === wanted)?.['state'];
  assert.deepEqual([await stateOf(id), await stateOf(newId!)], ['replaced', 'pending']);
  assert.ok(!said.includes(code));
  await revoke(deps(), newId!);
  assert.equal(await stateOf(newId!), 'revoked');
  const { id: used } = await activate('done@example.org');
  await assert.rejects(revoke(deps(), newId!), told(/revoked/));
  await assert.rejects(resend(deps(), used), told(/used/));
  await assert.rejects(resend(deps(), 'nothing'), told(/no invitation "nothing"/));
});

test('those who haven’t come through are mailed a new code each, unless they are more than allowed', async () => {
  const { id } = await invite('late@example.org');
  await activate('in-time@example.org');
  const all = { days: 0, most: undefined, dryRun: false };
  const would = Number(/^\d+/.exec(await remind(deps(), { ...all, dryRun: true }))?.[0]);
  assert.ok(would >= 1);
  await assert.rejects(remind(deps(), { ...all, most: would - 1 }), told(/Nothing was sent/));
  assert.match(await remind(deps(), { ...all, days: 1 }), /to 0 people/);
  assert.match(await remind(deps(), { ...all, most: would }), new RegExp(`to ${would} people`));
  const mails = (to: string) =>
    server.mailbox.messages.filter((mail) => mail.to === to && /code/i.test(mail.subject)).length;
  await server.mail(() => mails('late@example.org') === 2);
  assert.deepEqual([mails('late@example.org'), mails('in-time@example.org')], [2, 1]);
  assert.ok((await list('replaced')).some((each) => each['id'] === id));
});

test('how far people came is counted, without a name', async () => {
  const counts = async (since?: string) =>
    JSON.parse(await stats(deps(), { json: true, ...(since && { since }) })) as Record<string, number>;
  const before = await counts();
  await activate('counted@example.org');
  const after = await counts();
  for (const key of ['invited', 'tried', 'verified', 'finished']) assert.equal(after[key], before[key]! + 1, key);
  assert.match(await stats(deps(), {}), /people invited +\d+/);
  assert.equal((await counts('2999-01-01'))['invited'], 0);
  await assert.rejects(stats(deps(), { since: 'yesterday' }), told(/2026-01-31/));
});

test('mail that was given up is counted, and sent again when somebody says so', async () => {
  const letter = { id: 'given-up', kind: 'code-locked', queuedAt: 0 };
  const payload = await deps().secrets.seal(
    JSON.stringify({ kind: 'code-locked', to: 'given-up@example.org', language: 'en' }),
  );
  // As the outbox leaves it: the server's own worker holds nothing that isn't due.
  await deps().store.queueLetters([{ ...letter, payload, queuedAt: Date.now() + 3_600_000 }]);
  await deps().store.letterFailed(letter.id, null, '550');
  assert.match(await stats(deps(), {}), /letters that were given up \(redeliver\) +1\n/);
  assert.equal((JSON.parse(await stats(deps(), { json: true })) as { letters: { parked: number } }).letters.parked, 1);
  assert.match(await redeliver(deps()), /^1 letters wait to be sent again/);
  assert.ok(await server.mail(({ to }) => to === 'given-up@example.org'));
});

describe('one person’s data', () => {
  test('R-117: is exported whole, without what is secret', async () => {
    await activate('export@example.org');
    const text = await exportData(deps(), 'Export@Example.org');
    const data = JSON.parse(text) as {
      account: { username: string };
      people: object[];
      sessions: object[];
      events: object[];
    };
    assert.equal(data.account.username, 'export@example.org');
    assert.equal(data.people.length, 1);
    assert.equal(data.sessions.length, 1);
    assert.ok(data.events.length > 0);
    assert.doesNotMatch(text, /argon2|passwordHash|digest"/);
    await assert.rejects(exportData(deps(), 'nobody@example.org'), told(/no account "nobody@example.org"/));
  });

  test('R-54: ends with the account: closed, it is logged out and stays out until it is opened again', async () => {
    const email = 'close@example.org';
    const client = await activate(email);
    const session = () => client.send(`${server.origin}/api/portal/session`);
    assert.equal((await session()).status, 200);
    await close(deps(), email);
    assert.equal((await session()).status, 401);
    const logIn = () =>
      client.send(`${server.origin}/api/portal/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: email, password: PASSWORD }),
      });
    assert.equal((await logIn()).status, 401);
    await reopen(deps(), email);
    assert.equal((await logIn()).status, 200);
    await assert.rejects(close(deps(), 'nobody'), told(/no account/));
  });

  test('R-117: is erased; the trail stays, and the address is free again', async () => {
    await activate('erase@example.org');
    const { account } = JSON.parse(await exportData(deps(), 'erase@example.org')) as { account: { id: string } };
    assert.match(await erase(deps(), 'erase@example.org'), new RegExp(account.id));
    await assert.rejects(exportData(deps(), 'erase@example.org'), told(/no account/));
    const events = lines<{ name: string }>(await joined(audit(deps(), { account: account.id, json: true })));
    const names = events.map(({ name }) => name);
    assert.ok(names.includes('account.created') && names.at(-1) === 'account.erased', names.join());
    assert.match(await joined(audit(deps(), { account: account.id })), /account\.erased/);
    await activate('erase@example.org');
  });
});

const importing = (file: string, more: Partial<ImportOptions> = {}, into = deps()) =>
  importCsv(into, file, { dryRun: false, most: undefined, ...more });

test('a list of thousands is invited once, with a reason for every bad row, however often it is read', async (t) => {
  // Without a server, whose outbox would be busy with thousands of letters.
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-list-'));
  const portal = await openPortal({
    env: { PORTAL_DATA_DIR: dataDir },
    log: { info: () => undefined, error: () => undefined },
  });
  t.after(async () => {
    await portal.close();
    rmSync(dataDir, { recursive: true });
  });
  const file = join(folder, 'people.csv');
  const birthdate = (index: number) => (index % 100 === 0 ? '29/02/1980' : '1980-02-29');
  const rows = Array.from(
    { length: 5_000 },
    (_, i) => `ref-${i};p${i}@list.example;${birthdate(i)};Ann ${i};"Doe; Jr"`,
  );
  writeFileSync(file, `\ufeffReference;Email;Birthdate;Given name;family_name\n${rows.join('\n')}\n`);
  const issued = async () => {
    const { invited, states } = await portal.deps.store.countActivations(0, Date.now());
    return { people: invited, codes: Object.values(states).reduce((sum, count) => sum + count) };
  };
  const before = await issued();

  const plan = await importing(file, { dryRun: true }, portal.deps);
  assert.deepEqual([plan.issued, plan.refused.length], [4_950, 50]);
  await assert.rejects(
    importing(file, { most: 4_949 }, portal.deps),
    told(/^4950 people would be mailed, and --max allows 4949\. Nothing was sent/),
  );
  assert.deepEqual(await issued(), before);

  const seen: number[] = [];
  const first = await importing(
    file,
    { most: 4_950, progress: (done, all) => void seen.push(done / all) },
    portal.deps,
  );
  assert.deepEqual([first.issued, first.skipped, first.refused.length], [4_950, 0, 50]);
  assert.deepEqual(first.refused[1], { line: 102, reason: 'birthdate is not a date like 1980-02-29' });
  assert.deepEqual([seen.length, seen.at(-1)], [5_000, 1]);
  const second = await importing(file, {}, portal.deps);
  assert.deepEqual([second.issued, second.skipped, second.refused.length], [0, 4_950, 50]);
  // A code and its mail are one transaction: who has one code was written to once.
  assert.deepEqual(await issued(), { people: before.people + 4_950, codes: before.codes + 4_950 });
});

test('a list says what is wrong with it, by line, and a bad row holds up no other', async () => {
  const file = join(folder, 'odd.csv');
  const write = (text: string | Buffer) => writeFileSync(file, text);
  write(
    [
      'email,birthdate,mobile-phone,reference',
      'one@odd.example,1980-02-29,,A',
      'nothing,1980-02-29,,B',
      'two@odd.example,,,C',
      'three@odd.example,1980-02-29,12,D',
      'four@odd.example,1980-02-29,,A',
      '',
      'five@odd.example,1980-02-29,,E,too many',
      'six@odd.example,"1980-02-29"x,,F',
      'seven@odd.example,"1980-02-29,,H',
      'eight@odd.example,1980-02-29,(202) 555-0123,G',
    ].join('\r\n'),
  );
  const { issued, refused } = await importing(file);
  assert.equal(issued, 2);
  assert.deepEqual(refused, [
    { line: 3, reason: 'email is not an address' },
    { line: 4, reason: 'there is no birthdate, and so no way to prove to be the person' },
    { line: 5, reason: 'mobilePhone is not a phone number' },
    { line: 6, reason: 'the same reference as in line 2' },
    { line: 8, reason: 'it has 5 cells, and there are 4 columns' },
    { line: 9, reason: 'its quotes make no sense' },
    { line: 10, reason: 'its quotes make no sense' },
  ]);
  // As Excel writes it where the comma is taken by decimals: a cell with a comma has no quotes.
  for (const [delimiter, name] of [
    [';', 'Smith, Jr.'],
    ['\t', 'Smith, Jr.; MD'],
    [',', 'Smith; Jr.'],
  ] as const) {
    write(
      ['email', 'Family name', 'birthdate', 'kind'].join(delimiter) +
        '\n' +
        ['smith@odd.example', name, '1980-02-29', ''].join(delimiter) +
        '\n',
    );
    assert.deepEqual(await importing(file), { rows: 1, issued: 1, skipped: 0, refused: [] }, name);
  }
  // Without a reference somebody is known by all that is said of them.
  write('email,birthdate\nplain@odd.example,1980-02-29\n');
  assert.equal((await importing(file)).issued, 1);
  assert.deepEqual(await importing(file).then(({ issued, skipped }) => [issued, skipped]), [0, 1]);
  write(Buffer.from('email,birthdate,givenName\nlatin@odd.example,1980-02-29,Jos\xe9\n', 'latin1'));
  assert.match((await importing(file)).refused[0]!.reason, /UTF-8/);
  for (const [text, said] of [
    ['mail,birthdate\n', /column "mail" is not known.*email/],
    ['birthdate\n1980-02-29\n', /no column "email"/],
    ['email,Email\n', /twice/],
    ['', /is empty/],
  ] as const) {
    write(text);
    await assert.rejects(importing(file), told(said));
  }
  await assert.rejects(importing(join(folder, 'none.csv')), told(/no file/));
});

test('somebody whose code died gets a new one from the next list, and the record becomes what the list says', async () => {
  const file = join(folder, 'corrected.csv');
  const read = async (birthdate: string) => {
    writeFileSync(file, `email,birthdate,reference\nfix@list.example,${birthdate},fix-1\n`);
    const { issued, skipped } = await importing(file);
    return [issued, skipped];
  };
  assert.deepEqual(await read('1981-01-01'), [1, 0]);
  assert.deepEqual(await read('1980-02-29'), [0, 1]);
  const person = (await deps().store.findPersonByReference('fix-1'))!;
  assert.equal(person.birthdate, '1981-01-01');
  await revoke(deps(), (await deps().store.listInvitationsOf(person.id))[0]!.id);
  assert.deepEqual(await read('1980-02-29'), [1, 0]);
  assert.equal((await deps().store.findPersonByReference('fix-1'))?.birthdate, '1980-02-29');
});

test('every command of the staff works on the command line, beside a running server', async () => {
  const file = join(folder, 'cli.csv');
  writeFileSync(file, 'email,birthdate\ncli@list.example,1980-02-29\n');
  const run = (...args: string[]) => cli(args, { PORTAL_DATA_DIR: server.dataDir, PORTAL_PUBLIC_URL: server.origin });
  const prints = async (args: string[], words: RegExp): Promise<string> => {
    const { code, stdout, stderr } = await run(...args);
    assert.equal(code, 0, stderr);
    assert.match(stdout, words);
    return stdout;
  };
  await prints(['invite', '--csv', file, '--dry-run'], /1 people would be mailed/);
  await prints(['invite', '--csv', file, '--max', '1', '--json'], /"issued":1/);
  const [{ id }] = lines<{ id: string }>(
    await prints(['invitations', '--state', 'pending', '--json'], /c•••@l•••/),
  ) as [{ id: string }];
  await prints(['resend', id], /A new code/);
  await prints(['remind', '--dry-run'], /would be mailed/);
  await prints(['stats', '--since', '2026-01-01'], /people invited/);
  await prints(['redeliver'], /0 letters wait/);
  await prints(['audit', '--json'], /code\.issued/);
  const email = 'on-the-line@example.org';
  await activate(email);
  await prints(['export', '--account', email], /"username": "on-the-line@example.org"/);
  await prints(['erase', '--account', email], /was erased/);
  for (const [args, said] of [
    [['invitations', '--state', 'lost'], /pending, used/],
    [['revoke', 'nothing'], /no invitation/],
    [['invite', '--csv', file, '--max', 'few'], /whole number/],
    [['erase'], /--account/],
  ] as const) {
    const { code, stderr } = await run(...args);
    assert.equal(code, 1, args.join(' '));
    assert.match(stderr, said);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});
