// Mail that can't be delivered holds nobody up, and isn't lost. (How long it waits before it is tried again, and when it is
// given up, is tested with the outbox and with the mailer.)
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Dialect } from '../../src/backend/stores/schema.js';
import { Crowd } from './support/crowd.js';
import { inFullOnly, KINDS, missing } from './support/databases.js';
import { Installation } from './support/installation.js';
import { MailServer, type Behavior } from './support/mail-server.js';
import type { Otherwise } from './support/server-process.js';

interface Row {
  id: string;
  state: string;
  failure: string | null;
}

interface World {
  portal: Installation;
  mail: MailServer;
  start(otherwise?: Otherwise): ReturnType<Installation['start']>;
  rows(): Promise<Row[]>;
  /** Lets the time pass that letters wait, and that a worker which died had them for. */
  becomeDue(): Promise<void>;
  /** Waits until something is so of the letters; looking at them so often has to be enough. */
  until(is: (rows: Row[]) => boolean): Promise<boolean>;
}

async function open(t: TestContext, kind: Dialect): Promise<World> {
  const portal = await Installation.create(kind);
  t.after(() => portal.stop());
  const mail = await MailServer.start();
  t.after(() => mail.stop());
  const { db, store } = await portal.database.open();
  t.after(() => store.close());
  const rows = (): Promise<Row[]> => db.selectFrom('letters').select(['id', 'state', 'failure']).execute();
  return {
    portal,
    mail,
    rows,
    start: (otherwise) => portal.start({ otherwise: { mailbox: false, ...otherwise }, env: mail.env }),
    becomeDue: async () =>
      void (await db.updateTable('letters').set({ dueAt: 0 }).where('state', '=', 'waiting').execute()),
    async until(is) {
      for (let left = 400; left > 0; left -= 1) {
        if (is(await rows())) return true;
        await new Promise((resume) => setTimeout(resume, 50));
      }
      return false;
    },
  };
}

const areSent = (rows: Row[]): boolean => rows.every(({ state }) => state === 'sent');

/** Letters that are not at the mail server, and those that are there more than once. */
function notOnce(rows: Row[], { taken }: MailServer): string[] {
  const times = (id: string): number => taken.filter((one) => one === id).length;
  return rows.flatMap(({ id }) => (times(id) === 1 ? [] : [`a letter came ${times(id)} times`]));
}

/** People come through while the mail server misbehaves in every way; tells what went wrong. */
async function misbehave(
  t: TestContext,
  kind: Dialect,
  otherwise: Otherwise,
  behaviors: Behavior[],
): Promise<string[]> {
  const { portal, mail, start, rows, until, becomeDue } = await open(t, kind);
  await start(otherwise);
  const crowd = new Crowd(portal);
  const wrongs: string[] = [];
  for (const behavior of behaviors) {
    await mail.behave(behavior);
    const known = (await rows()).length;
    await crowd.comeTogether(await portal.invite(2));
    const tried = (all: Row[]): boolean => all.slice(known).every(({ failure }) => failure !== null);
    if (behavior !== 'hangs' && !(await until(tried))) wrongs.push(`nothing was noted down of ${behavior}`);
  }
  while (behaviors.includes('hangs') && mail.hanging === 0) await new Promise((resume) => setTimeout(resume, 20));
  t.diagnostic(
    `${kind}: ${crowd.toString()}; ${[...new Set((await rows()).map(({ failure }) => failure))].join(', ')}`,
  );
  if (crowd.statuses.size !== 1) wrongs.push('somebody noticed');
  await portal.servers[0]!.kill();
  wrongs.push(...(await crowd.wrongs()));

  await mail.behave('takes');
  await becomeDue();
  await start(otherwise);
  if (!(await until(areSent))) wrongs.push('letters wait, though nothing is in their way');
  return [...wrongs, ...notOnce(await rows(), mail)];
}

/** A server dies at each step of sending a letter. */
async function dieAtEachStep(t: TestContext, kind: Dialect): Promise<void> {
  const { portal, mail, start, rows, until, becomeDue } = await open(t, kind);
  const deaths: Record<string, Otherwise> = {
    'as it takes a letter from the outbox': { diesAt: '"attempts" = "attempts" +' },
    'as it begins to send': {},
    'before the mail server has said yes': {},
    'before it could note down that the letter went out': { diesAt: '"sent_at" =' },
  };
  for (const [moment, otherwise] of Object.entries(deaths)) {
    await portal.invite(1, { mail: true });
    await becomeDue();
    await mail.behave(moment.includes('said yes') ? 'hangs' : 'takes');
    const server = await start(otherwise);
    if (moment.includes('begins')) mail.onSender = () => void server.child.kill('SIGKILL');
    while (server.child.signalCode === null) {
      if (moment.includes('said yes') && mail.hanging > 0) server.child.kill('SIGKILL');
      await new Promise((resume) => setTimeout(resume, 10));
    }
    mail.onSender = () => undefined;
    assert.ok(
      (await rows()).every(({ state }) => state === 'waiting'),
      moment,
    );
  }
  const before = [...mail.taken];
  await becomeDue();
  await start();
  assert.ok(await until(areSent));
  const ids = (await rows()).map(({ id }) => id);
  assert.equal(ids.length, 4);
  assert.deepEqual(mail.taken.slice(before.length).sort(), ids.sort(), 'each is sent now, once');
  t.diagnostic(`${kind}: ${before.length} letters went out twice, under the same Message-ID`);
  assert.ok(
    before.length > 0 && before.every((id) => ids.includes(id)),
    'those of the last death went out before, too',
  );
}

/** Two servers send what waits, and one letter of it can't be read; tells what went wrong. */
async function sendByTwo(t: TestContext, kind: Dialect, otherwise: Otherwise = {}): Promise<string[]> {
  const { portal, mail, start, rows, until } = await open(t, kind);
  // While a letter is under way, others look for what to send.
  await mail.behave('slowly');
  await portal.invite(30, { mail: true });
  const poison = (await rows())[7]!.id;
  await portal.look((db) => db.updateTable('letters').set({ payload: 'poison' }).where('id', '=', poison).execute());
  await Promise.all([start(otherwise), start(otherwise)]);
  const done = await until((all) => all.every(({ state }) => state !== 'waiting'));
  const [parked, others] = [(row: Row) => row.id === poison, (row: Row) => row.id !== poison];
  const all = await rows();
  t.diagnostic(`${kind}: ${all.length} letters, ${mail.taken.length} sent`);
  return [
    ...(done ? [] : ['letters wait, though nothing is in their way']),
    ...(all.find(parked)?.state === 'parked' ? [] : ['what can’t be read was not put aside']),
    ...notOnce(all.filter(others), mail),
  ];
}

for (const kind of KINDS) {
  const skip = missing(kind) || (kind === 'postgres' && inFullOnly);

  test(
    `fault F5: a mail server that is down, refuses or falls silent holds up nobody on ${kind}, and no letter is lost`,
    { skip },
    async (t) => assert.deepEqual(await misbehave(t, kind, {}, ['down', 450, 550, 'hangs']), []),
  );

  test(
    `fault F5: letters that are noted down before they are sent are lost on ${kind}, and that is noticed`,
    { skip },
    async (t) => assert.notDeepEqual(await misbehave(t, kind, { notesBeforeSending: true }, ['hangs']), []),
  );

  test(`fault F6: a server that dies at any step of sending loses no letter on ${kind}`, { skip }, (t) =>
    dieAtEachStep(t, kind),
  );

  test(
    `fault F6: two servers on ${kind} send each letter once, and one that can’t be read holds up none`,
    { skip },
    async (t) => assert.deepEqual(await sendByTwo(t, kind), []),
  );

  test(`fault F6: without leases, letters on ${kind} are sent twice, and that is noticed`, { skip }, async (t) =>
    assert.notDeepEqual(await sendByTwo(t, kind, { withoutLeases: true }), []),
  );
}
