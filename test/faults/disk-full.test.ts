import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Dialect } from '../../src/backend/stores/schema.js';
import { Client } from './support/client.js';
import { Crowd } from './support/crowd.js';
import { inFullOnly, KINDS, missing } from './support/databases.js';
import { Installation, type Invited } from './support/installation.js';
import type { Otherwise } from './support/server-process.js';
import { noSmallDisks, SmallDisk } from './support/small-disk.js';

const AT_ONCE = 8;
// It shall become full in the middle of something. PostgreSQL’s tables grow by many pages at once, and not all together.
const PAGE_BYTES = 4096;
const LEFT = { sqlite: 256 * 1024, postgres: 0 };

/** Fills the disk while people come through, and frees it once they were told; tells what went wrong. */
async function fillAndFree(
  t: TestContext,
  kind: Dialect,
  otherwise: Otherwise = {},
  left = LEFT[kind],
): Promise<string[]> {
  const disk = SmallDisk.mount();
  t.after(() => disk.unmount());
  const portal = await Installation.create(kind, { disk });
  t.after(() => portal.stop());
  const server = await portal.start({ otherwise });
  const invited = await portal.invite(8 * AT_ONCE);
  const crowd = new Crowd(portal);

  const member = new Client(() => server.origin);
  const [first, ...others] = invited as [Invited, ...Invited[]];
  const { json } = await member.verify(first);
  const address = `chosen-${first.email}`;
  assert.equal((await member.create(json['ticket'], address)).status, 200);
  assert.equal((await member.consent('portal-consent')).status, 200);
  crowd.ledger.activated.add(address);

  disk.fill(left);
  const coming = crowd.comeTogether(others, AT_ONCE);
  while (!crowd.statuses.get(503) && crowd.odd.length === 0 && crowd.ledger.consented.size < others.length)
    await new Promise((resume) => setTimeout(resume, 20));
  const wrongs: string[] = [];
  for (const path of ['/config', '/session', '/account']) {
    const { status } = await member.call('GET', path);
    if (status !== 200) wrongs.push(`while the disk was full, ${path} was answered with ${status}`);
  }
  const full = crowd.ledger.activated.size;
  disk.free();
  await coming;
  t.diagnostic(`${kind}: ${full - 1} came through on the full disk; in the end ${crowd.toString()}`);
  if (crowd.ledger.activated.size !== invited.length) wrongs.push('not everybody came through in the end');
  await server.stop();
  wrongs.push(...(await crowd.wrongs()));
  t.diagnostic(`wrong: ${wrongs.join('; ') || 'nothing'}`);
  return wrongs;
}

for (const kind of KINDS) {
  const skip = noSmallDisks() || missing(kind);

  test(
    `fault F3: with the disk full on ${kind}, who writes is told to come again, who reads goes on, and nothing is there by halves`,
    { skip },
    async (t) => assert.deepEqual(await fillAndFree(t, kind), []),
  );

  test(
    `fault F3: without transactions, a full disk on ${kind} breaks a promise`,
    { skip: skip || inFullOnly },
    async (t) => {
      // Where it is full between two acts nothing is there by halves: so it is filled at one place after the other.
      for (let place = 0; place < 8; place += 1) {
        const left = LEFT[kind] + place * PAGE_BYTES;
        if ((await fillAndFree(t, kind, { withoutTransactions: true }, left)).length > 0) return;
      }
      assert.fail('Nothing was noticed.');
    },
  );
}
