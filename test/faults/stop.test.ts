import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import type { Dialect } from '../../src/backend/stores/schema.js';
import { Client } from './support/client.js';
import { Crowd } from './support/crowd.js';
import { inFullOnly, KINDS, missing } from './support/databases.js';
import { Installation } from './support/installation.js';
import type { Otherwise } from './support/server-process.js';

const AT_ONCE = 8;

/** Tells a server to stop while people activate; tells what went wrong. */
async function stopUnderLoad(t: TestContext, kind: Dialect, otherwise: Otherwise = {}): Promise<string[]> {
  const portal = await Installation.create(kind);
  t.after(() => portal.stop());
  // Real passwords: that is where a request spends its time.
  const server = await portal.start({ otherwise: { cheapPasswords: false, ...otherwise } });
  const crowd = new Crowd(portal);
  const people = await Promise.all(
    (await portal.invite(AT_ONCE)).map(async (invited) => {
      const client = new Client(() => server.origin);
      return { client, address: `chosen-${invited.email}`, ticket: (await client.verify(invited)).json['ticket'] };
    }),
  );
  const acts = people.map(async ({ client, ticket, address }) => {
    const created = await client.create(ticket, address);
    crowd.note(created);
    if (created.status === 200) crowd.ledger.activated.add(address);
  });
  // By the time that one who came later is answered, the server has taken in all of them.
  await fetch(`${server.origin}/healthz`);
  await server.stop();
  await Promise.all(acts);
  t.diagnostic(`${kind}: ${crowd.toString()}`);

  const wrongs = await crowd.wrongs();
  if (crowd.ledger.activated.size !== AT_ONCE) wrongs.push('somebody got no answer');
  if (server.child.exitCode !== 0) wrongs.push('the server broke off');
  if (kind === 'sqlite' && existsSync(`${portal.database.folder}/portal.sqlite-wal`)) wrongs.push('a journal was left');
  const late = await new Client(() => server.origin).call('GET', '/config');
  if (late.status !== 0) wrongs.push('somebody was let in after the end');
  return wrongs;
}

for (const kind of KINDS) {
  // The short form stands under R-108 in test/security.
  const skip = missing(kind) || inFullOnly;

  test(
    `fault F10: told to stop under load on ${kind}, a server answers whoever is in, and leaves the database at rest`,
    { skip },
    async (t) => assert.deepEqual(await stopUnderLoad(t, kind), []),
  );
}

test('fault F10: a server that stops at once is noticed', { skip: inFullOnly }, async (t) =>
  assert.notDeepEqual(await stopUnderLoad(t, 'sqlite', { stopsAtOnce: true }), []),
);
