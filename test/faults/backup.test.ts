import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import type { Dialect } from '../../src/backend/stores/schema.js';
import { snippets } from '../support/documents.js';
import { Client } from './support/client.js';
import { Crowd } from './support/crowd.js';
import { KINDS, missing } from './support/databases.js';
import { Installation } from './support/installation.js';
import { brokenPromises } from './support/invariants.js';
import { program } from '../support/programs.js';

const PEOPLE = 24;
/** So few that SQLite hasn't moved anything from its journal into the file yet. */
const FEW = 6;
const COPY_OF_THE_FILE = 'cp .portal/portal.sqlite portal-backup.sqlite';

/** The commands that the documentation tells, as they stand there. */
function documented(kind: Dialect): { backup: string; restore: string } {
  const all = snippets('sh').map(({ code }) => code.trim());
  const [backup, ...restore] =
    kind === 'sqlite'
      ? all.filter((code) => /portal-backup\.sqlite/.test(code))
      : all.find((code) => /pg_dump/.test(code))!.split('\n');
  return { backup: backup!, restore: restore.join('\n') };
}

/** Backs up while people come through, and restores it when all have; tells what went wrong. */
async function backUpAndRestore(
  t: TestContext,
  kind: Dialect,
  { backup, restore } = documented(kind),
  count = PEOPLE,
): Promise<string[]> {
  const portal = await Installation.create(kind);
  t.after(() => portal.stop());
  const folder = mkdtempSync(join(tmpdir(), 'portal-backup-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(portal.database.folder, join(folder, '.portal'));
  const cli = await program('cli');
  const run = (commands: string) =>
    promisify(execFile)('sh', ['-ec', `npx() { shift; '${process.execPath}' '${cli}' "$@"; }\n${commands}`], {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...portal.env },
    });

  const server = await portal.start();
  const invited = await portal.invite(count);
  const crowd = new Crowd(portal);
  const coming = crowd.comeTogether(invited, 2);
  while (crowd.ledger.consented.size < count / 3) await new Promise((resume) => setTimeout(resume, 10));
  const known = { activated: new Set(crowd.ledger.activated), consented: new Set(crowd.ledger.consented) };
  await run(backup);
  await coming;
  await server.stop();
  const wrongs = await crowd.wrongs();
  const copy = readdirSync(folder).find((name) => name.startsWith('portal'))!;
  if ((statSync(join(folder, copy)).mode & 0o077) !== 0) wrongs.push('others may read the backup');

  await run(restore);
  wrongs.push(...(await portal.look((db) => brokenPromises(db, kind, known))));
  const accounts = await portal.look((db) => db.selectFrom('accounts').select('usernameKey').execute());
  const names = new Set(accounts.map(({ usernameKey }) => usernameKey));
  t.diagnostic(
    `${kind}: ${known.activated.size} accounts were acknowledged before the backup began, ${names.size} are in it, of ${count}`,
  );
  if (wrongs.length > 0) return wrongs;

  const { origin } = await portal.start();
  for (const person of invited) {
    const { status, json } = await new Client(() => origin).verify(person);
    const isUsed = json['reason'] === 'used';
    if (isUsed !== names.has(`chosen-${person.email}`) || (!isUsed && status !== 200))
      wrongs.push(`a code was answered with ${status}`);
  }
  return wrongs;
}

for (const kind of KINDS) {
  const without =
    kind === 'postgres' && spawnSync('pg_dump', ['--version']).status !== 0 && 'there is no pg_dump on this machine';
  test(
    `fault F14: a backup taken under load on ${kind} by the documented commands restores whole, and no code that it knows as used is good again`,
    { skip: missing(kind) || without },
    async (t) => assert.deepEqual(await backUpAndRestore(t, kind), []),
  );
}

test('fault F14: a copy of the SQLite file alone is noticed', async (t) =>
  assert.notDeepEqual(
    await backUpAndRestore(t, 'sqlite', { ...documented('sqlite'), backup: COPY_OF_THE_FILE }, FEW),
    [],
  ));
