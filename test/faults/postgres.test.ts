// What may become of a PostgreSQL server, and of the connections to it, while people come through.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { Client } from './support/client.js';
import { Crowd } from './support/crowd.js';
import { inFullOnly, KINDS, missing } from './support/databases.js';
import { Installation } from './support/installation.js';

const PEOPLE = 24;
const skip = missing('postgres') || (!KINDS.includes('postgres') && 'this run is for another database');
const aWhile = (): Promise<void> => new Promise((resume) => setTimeout(resume, 20));

/** Has people come through while something is done to the database; tells what went wrong. */
async function during(
  t: TestContext,
  disturb: (portal: Installation, crowd: Crowd) => Promise<void>,
): Promise<string[]> {
  const portal = await Installation.create('postgres');
  t.after(() => portal.stop());
  const server = await portal.start();
  const invited = await portal.invite(PEOPLE);
  const crowd = new Crowd(portal);
  const coming = crowd.comeTogether(invited);
  await disturb(portal, crowd);
  await coming;
  t.diagnostic(crowd.toString());
  const wrongs = crowd.ledger.consented.size === PEOPLE ? [] : ['not everybody came through in the end'];
  if (server.child.exitCode !== null) wrongs.push('the server ended');
  await server.stop();
  return [...wrongs, ...(await crowd.wrongs())];
}

const halfway = async (crowd: Crowd, share = 2): Promise<void> => {
  while (crowd.ledger.activated.size < PEOPLE / share && crowd.odd.length === 0) await aWhile();
};

/** Three of four times, what makes an account fails with a code. People come one by one, so each is lucky at the fourth. */
async function storming(t: TestContext, code: string): Promise<string[]> {
  const portal = await Installation.create('postgres');
  t.after(() => portal.stop());
  const server = await portal.start();
  const invited = await portal.invite(6);
  await portal.look(async (db) => {
    // A sequence goes on where a transaction was undone.
    await sql`create sequence fate`.execute(db);
    await sql
      .raw(
        `create function fail() returns trigger language plpgsql as $$ begin if nextval('fate') % 4 <> 0 then raise exception 'injected' using errcode = '${code}'; end if; return new; end $$`,
      )
      .execute(db);
    await sql`create trigger storm before insert on account_links for each row execute function fail()`.execute(db);
  });
  const crowd = new Crowd(portal);
  await crowd.comeTogether(invited, 1);
  await server.stop();
  t.diagnostic(crowd.toString());
  return [...(crowd.statuses.size > 1 ? ['somebody noticed'] : []), ...(await crowd.wrongs())];
}

test(
  'fault F7: when a PostgreSQL server ends and comes back, people are told to come again, and do',
  { skip },
  async (t) =>
    assert.deepEqual(
      await during(t, async (portal, crowd) => {
        await halfway(crowd, 4);
        await portal.database.postgres!.crash();
      }),
      [],
    ),
);

test('fault F7: connections that PostgreSQL ends are replaced, again and again', { skip }, async (t) =>
  assert.deepEqual(
    await during(t, async (portal, crowd) => {
      let ended = 0;
      for (let acknowledged = 0; crowd.ledger.activated.size < PEOPLE && crowd.odd.length === 0; await aWhile()) {
        const now = crowd.statuses.get(200) ?? 0;
        if (now < acknowledged + 6) continue;
        acknowledged = now;
        ended += (
          await portal.database.postgres!.run(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portal-elements'`,
          )
        ).length;
      }
      t.diagnostic(`${ended} connections ended`);
      assert.ok(ended > 0);
    }),
    [],
  ),
);

test(
  'fault F7: when all connections wait, who comes is told to come again, and the pool heals',
  { skip: skip || inFullOnly },
  async (t) =>
    assert.deepEqual(
      await during(t, async (portal, crowd) => {
        const strangers = await portal.invite(16);
        const holder = new pg.Client(portal.database.url);
        await holder.connect();
        await holder.query('begin');
        await holder.query('lock table invitations in access exclusive mode');
        // More than the pool has connections.
        const more = Array.from({ length: 16 }, () => new Client(() => portal.servers[0]!.origin));
        const answers = await Promise.all(more.map((one, index) => one.verify(strangers[index]!)));
        for (const answer of answers) crowd.note(answer);
        assert.ok(answers.every(({ status }) => status === 503));
        await holder.query('rollback');
        await holder.end();
      }),
      [],
    ),
);

test('fault F7: what others were in the way of is done again, and nobody notices', { skip }, async (t) =>
  assert.deepEqual(await storming(t, '40001'), []),
);

test('fault F7: a failure that is none of those is noticed', { skip }, async (t) =>
  assert.notDeepEqual(await storming(t, 'P0001'), []),
);
