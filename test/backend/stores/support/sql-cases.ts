import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Store } from '../../../../src/backend/ports.js';
import { migrate } from '../../../../src/backend/stores/migrate.js';
import { migrations } from '../../../../src/backend/stores/migrations/index.js';
import type { Db, Dialect } from '../../../../src/backend/stores/schema.js';
import { createActs } from '../../../../src/backend/stores/sql/acts.js';
import { consent, letter, mailedToken, noting, NOW } from '../../../../src/testing/store/rows.js';
import { activate, invite, prepare } from '../../../../src/testing/store/world.js';
import { contents, failOn, heal } from './failures.js';
import { startRacers } from './processes.js';

interface Opened {
  store: Store;
  db: Db;
}

/** What is asked of both databases beyond the port: crashes, processes, migrations, and rows that nobody may change. */
export function sqlCases(
  dialect: Dialect,
  { create, open }: { create: () => Promise<string>; open: (database: string) => Promise<Opened> },
): void {
  const with_ = async (body: (opened: Opened, database: string) => Promise<void>): Promise<void> => {
    const database = await create();
    const opened = await open(database);
    try {
      await body(opened, database);
    } finally {
      await opened.store.close();
    }
  };

  const STATEMENTS = [
    ['update', 'tickets'],
    ['update', 'invitations'],
    ['insert', 'accounts'],
    ['insert', 'account_links'],
    ['insert', 'sessions'],
    ['insert', 'mailed_tokens'],
    ['update', 'people'],
    ['insert', 'letters'],
    ['insert', 'events'],
  ] as const;
  for (const [verb, table] of STATEMENTS) {
    test(`an activation that fails at the ${verb} of ${table} leaves nothing, and can be done again`, () =>
      with_(async ({ store, db }) => {
        const { invitation } = await invite(store);
        const prepared = await prepare(store, invitation);
        const act = { ...prepared, personEmail: 'new@example.com', confirmation: mailedToken(prepared.account) };
        const along = () => ({ ...noting(), letters: [letter()] });
        const before = await contents(db);
        await failOn(db, dialect, verb, table);
        await assert.rejects(store.activateAccount(act, NOW, along()), /injected/);
        assert.equal(await contents(db), before);
        await heal(db, dialect, table);
        assert.equal(await store.activateAccount(act, NOW, along()), 'activated');
      }));
  }

  test('refuses to change or delete a consent or an event', () =>
    with_(async ({ store, db }) => {
      const { account } = await activate(store);
      await store.recordConsent(consent(account.id), noting());
      const attempts = ['consent_entries', 'events'].flatMap((table) => [
        `delete from ${table}`,
        `update ${table} set account_id = account_id`,
        ...(dialect === 'postgres' ? [`truncate ${table}`] : []),
      ]);
      for (const attempt of attempts) await assert.rejects(sql.raw(attempt).execute(db), /append-only/, attempt);
      assert.equal((await store.listConsentEntries(account.id)).length, 1);
    }));

  test('waits for the disk, but where it only counts', () =>
    with_(async ({ db }) => {
      const { act, actInPassing } = createActs(db, dialect);
      const waits = async (trx: Db) => {
        const asked = dialect === 'sqlite' ? sql`pragma synchronous` : sql`show synchronous_commit`;
        return String(Object.values((await asked.execute(trx)).rows[0] as object)[0]);
      };
      const [always, not] = dialect === 'sqlite' ? ['2', '1'] : ['on', 'off'];
      assert.equal(await act(waits), always);
      assert.equal(await actInPassing(waits), not);
      assert.equal(await actInPassing((_, undo) => undo('nothing')), 'nothing');
      await assert.rejects(
        actInPassing(() => Promise.reject(new Error('broken'))),
        /broken/,
      );
      assert.equal(await act(waits), always);
      assert.equal(await waits(db), always);
    }));

  test('of two processes with one code exactly one gets the account, code after code', () =>
    with_(async ({ store }, database) => {
      const invited = await Promise.all(Array.from({ length: 40 }, () => invite(store)));
      const racers = await startRacers(database, 2);
      for (const { child } of racers) {
        const acts = await Promise.all(invited.map(({ invitation }) => prepare(store, invitation)));
        child.send({ acts, now: NOW });
      }
      await Promise.all(racers.map(({ ended }) => ended));
      invited.forEach((_, index) => {
        const outcomes = racers.map(({ acknowledged }) => acknowledged.get(index)).sort();
        assert.deepEqual(outcomes, ['activated', 'ticket_spent']);
      });
    }));

  test('what was acknowledged outlives a process that is killed, and nothing is there by halves', () =>
    with_(async ({ store, db }, database) => {
      for (const fatal of [1, 7, 23]) {
        const invited = await Promise.all(Array.from({ length: 60 }, () => invite(store)));
        const acts = await Promise.all(invited.map(({ invitation }) => prepare(store, invitation)));
        const [racer] = await startRacers(database, 1);
        racer!.child.on('message', () => racer!.acknowledged.size >= fatal && racer!.child.kill('SIGKILL'));
        racer!.child.send({ acts, now: NOW, inTurn: true });
        await racer!.ended;
        assert.ok(
          racer!.acknowledged.size >= fatal && racer!.acknowledged.size < acts.length,
          'It was not killed in between.',
        );

        for (const [index, act] of acts.entries()) {
          const account = await store.findAccount(act.account.id);
          if (racer!.acknowledged.has(index)) assert.deepEqual(account, act.account);
          const used = (await store.findInvitationById(act.link.invitationId))?.invitation.usedAt;
          const links = await store.listLinks(act.account.id);
          assert.equal(
            used !== null,
            account !== undefined,
            'A code is used without an account, or the other way round.',
          );
          assert.equal(links.length, account ? 1 : 0);
        }
      }
      if (dialect === 'sqlite') {
        assert.deepEqual((await sql`pragma integrity_check`.execute(db)).rows, [{ integrityCheck: 'ok' }]);
        assert.deepEqual((await sql`pragma foreign_key_check`.execute(db)).rows, []);
      }
    }));

  test('several processes may start at once on an empty database', async () => {
    const database = await create();
    const racers = await startRacers(database, 4);
    for (const { child } of racers) child.send({ acts: [], now: NOW });
    await Promise.all(racers.map(({ ended }) => ended));
  });

  test('a migration that breaks leaves nothing of itself, and goes on when it is whole', () =>
    with_(async ({ db }) => {
      const next = (statement: string) => ({
        ...migrations(dialect),
        '9999-next': {
          up: async (trx: Db) => {
            await sql`create table later (id text)`.execute(trx);
            await sql.raw(statement).execute(trx);
          },
        },
      });
      await assert.rejects(migrate(db, dialect, next('insert into nowhere values (1)')), /nowhere/);
      await assert.rejects(sql`select * from later`.execute(db), /later/);
      await migrate(db, dialect, next('select 1'));
      await sql`select * from later`.execute(db);
    }));

  test('refuses a database that a newer version has been at', () =>
    with_(async ({ db }, database) => {
      await migrate(db, dialect, { ...migrations(dialect), '9999-newer': { up: () => Promise.resolve() } });
      await assert.rejects(open(database), {
        name: 'StoreUnavailable',
        message: /newer version of this program \(9999-newer\)/,
      });
    }));
}
