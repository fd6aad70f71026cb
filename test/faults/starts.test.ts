// What may go wrong as a server starts. (Two at once on an empty database, a step that fails, and a newer database are
// tried with the stores; settings that are refused, with the command line.)
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from './support/client.js';
import { Crowd } from './support/crowd.js';
import { KINDS, missing } from './support/databases.js';
import { Installation } from './support/installation.js';
import { ServerProcess } from './support/servers.js';

for (const kind of KINDS)
  test(
    `killed in the middle of making the tables on ${kind}, a server makes them when it comes again`,
    { skip: missing(kind) },
    async (t) => {
      const portal = await Installation.create(kind);
      t.after(() => portal.stop());
      // The first, one in the middle, and the last: the note that it was done.
      for (const diesAt of ['create table people', 'create table letters', 'insert into "schema_migrations"']) {
        const server = await ServerProcess.launch({ env: portal.env, otherwise: { diesAt } });
        await server.ended;
        assert.equal(server.child.signalCode, 'SIGKILL', `${diesAt}: ${server.said}`);
      }
      // Two at once, after that.
      await Promise.all([portal.start(), portal.start()]);
      const crowd = new Crowd(portal);
      await crowd.comeTogether(await portal.invite(4));
      await Promise.all(portal.servers.map((server) => server.stop()));
      assert.deepEqual(await crowd.wrongs(), []);
      assert.equal(crowd.ledger.consented.size, 4);
    },
  );

const HOUR = 3_600_000;

// The clock of the whole process is off, as libfaketime would have it; how each rule takes that is tried under R-110.
test('fault F9: a server whose clock is put back or ahead, by hours or a day, revives nothing and goes on', async (t) => {
  const portal = await Installation.create('sqlite');
  t.after(() => portal.stop());
  const people = await portal.invite(6);
  const server = await portal.start();
  const [first, ...others] = people;
  const crowd = new Crowd(portal);
  await crowd.comeThrough(first!);
  const member = new Client(() => portal.servers.at(-1)!.origin);
  assert.equal((await member.logIn(`chosen-${first!.email}`)).status, 200);
  await server.stop();
  for (const [off, session] of [
    [-24 * HOUR, 200],
    [-2 * HOUR, 200],
    [2 * HOUR, 401],
    [24 * HOUR, 401],
  ] as const) {
    const other = await portal.start({ otherwise: { clockOff: off } });
    const used = await new Client(() => other.origin).verify(first!);
    assert.deepEqual([used.status, used.json['reason']], [404, 'used']);
    assert.equal((await member.call('GET', '/session')).status, session, `the session, ${off / HOUR} hours off`);
    // Codes that were issued later than it is now are good all the same: the clock that issued them may have been right.
    await crowd.comeThrough(others.shift()!);
    await other.stop();
  }
  assert.equal((await portal.start()) && (await member.call('GET', '/session')).status, 401, 'it stays ended');
  await portal.servers.at(-1)!.stop();
  assert.equal(crowd.ledger.consented.size, 5);
  assert.deepEqual(await crowd.wrongs(), []);
});
