import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import Database from 'better-sqlite3';
import { Client } from './support/client.js';
import { Crowd } from './support/crowd.js';
import { Installation } from './support/installation.js';
import type { Otherwise } from './support/server-process.js';

const AT_ONCE = 8;
const READS = 20;

/**
 * Holds the file while people come through, until so much was read meanwhile; then until the first was sent away. Tells
 * what went wrong.
 */
async function hold(t: TestContext, otherwise: Otherwise = {}): Promise<string[]> {
  const portal = await Installation.create('sqlite');
  t.after(() => portal.stop());
  const server = await portal.start({ otherwise });
  const [before, after] = [await portal.invite(AT_ONCE), await portal.invite(AT_ONCE)];
  const other = new Database(portal.database.url.slice('file:'.length));
  const reader = new Client(() => server.origin);
  const [known] = await portal.invite(1);
  const member = new Client(() => server.origin);
  const { json } = await member.verify(known!);
  assert.equal((await member.create(json['ticket'], `chosen-${known!.email}`)).status, 200);
  const shortly = new Crowd(portal);
  other.exec('begin exclusive');
  const coming = shortly.comeTogether(before, 1);
  for (let reads = 0; reads < READS && shortly.statuses.size === 0; reads += 1)
    assert.equal((await reader.call('GET', '/config')).status, 200);
  const waited = shortly.statuses.size > 0;
  other.exec('rollback');
  await coming;
  if (waited) return ['who reads had to wait until the writers were sent away'];
  const wrongs: string[] = [];
  if (shortly.statuses.has(503)) wrongs.push('somebody was sent away, though the file was free in time');

  const long = new Crowd(portal);
  other.exec('begin exclusive');
  const comingToo = long.comeTogether(after, AT_ONCE);
  // Nobody can note down that they were here, but they were let in before.
  if ((await member.call('GET', '/session')).status !== 200) wrongs.push('who is logged in was sent away');
  while (long.statuses.size === 0) await new Promise((resume) => setTimeout(resume, 20));
  other.exec('rollback');
  await comingToo;
  other.close();
  if (!long.statuses.has(503)) wrongs.push('nobody was told to come again');
  t.diagnostic(`held shortly: ${shortly.toString()}; for long: ${long.toString()}`);

  await server.stop();
  long.ledger.activated = new Set([`chosen-${known!.email}`, ...shortly.ledger.activated, ...long.ledger.activated]);
  if (long.ledger.activated.size !== 2 * AT_ONCE + 1) wrongs.push('not everybody came through in the end');
  return [...wrongs, ...shortly.odd, ...(await long.wrongs())];
}

test('fault F4: while another program holds the SQLite file, who writes waits or is told to come again, and nobody else waits', async (t) =>
  assert.deepEqual(await hold(t), []));

test('fault F4: a server that waits inside of SQLite is noticed', async (t) =>
  assert.notDeepEqual(await hold(t, { waitsInside: true }), []));
