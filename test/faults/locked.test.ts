import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import Database from 'better-sqlite3';
import { Client } from './support/client.js';
import { Crowd } from './support/crowd.js';
import { Installation } from './support/installation.js';

const AT_ONCE = 8;
const READS = 20;
// Long enough for the first of them to begin to write, however quickly is read meanwhile.
const SHORTLY_MS = 500;
// How much longer a read may take while others wait: whoever waits inside of SQLite makes it some hundred times as long.
const LONGER = 50;

/** How long each of so many reads took, one after the other, in milliseconds. */
async function readTimes(reader: Client, count: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < count) {
    const begun = performance.now();
    assert.equal((await reader.call('GET', '/config')).status, 200);
    times.push(performance.now() - begun);
  }
  return times;
}

/**
 * Holds the file while people come through, for as long as some are read meanwhile; then until the first was sent away.
 * Tells what went wrong.
 */
async function hold(t: TestContext): Promise<string[]> {
  const portal = await Installation.create('sqlite');
  t.after(() => portal.stop());
  const server = await portal.start();
  const [before, after] = [await portal.invite(AT_ONCE), await portal.invite(AT_ONCE)];
  const other = new Database(portal.database.url.slice('file:'.length));
  const reader = new Client(() => server.origin);
  const [known] = await portal.invite(1);
  const member = new Client(() => server.origin);
  const { json } = await member.verify(known!);
  assert.equal((await member.create(json['ticket'], `chosen-${known!.email}`)).status, 200);
  const shortly = new Crowd(portal);
  const usual = Math.max(...(await readTimes(reader, READS)));
  other.exec('begin exclusive');
  const coming = shortly.comeTogether(before, 1);
  let slowest = 0;
  const until = performance.now() + SHORTLY_MS;
  for (let reads = 0; reads < READS || performance.now() < until; reads += 1) {
    slowest = Math.max(slowest, (await readTimes(reader, 1))[0]!);
    if (slowest > LONGER * usual) break;
  }
  other.exec('rollback');
  await coming;
  if (slowest > LONGER * usual) return ['who reads had to wait with those who write'];
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
