// Who wins where several want the same, at once, against real servers: `RACES=1000` for a full run (`npm run test:faults`).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, type Answer } from './support/client.js';
import { KINDS, missing } from './support/databases.js';
import { Installation, type Invited } from './support/installation.js';

const ROUNDS = Number(process.env['RACES'] ?? 3);
const AT_ONCE = 8;

const won = ({ status }: Answer): boolean => status === 200;
const codesOf = (answers: Answer[]): unknown[] =>
  answers.filter((answer) => !won(answer)).map(({ json }) => json['code']);

/** One winner, and nobody who was told of a fault. */
function assertOneWinner(answers: Answer[], refusals: string[]): void {
  assert.deepEqual(
    answers.filter(({ status }) => status === 0 || status >= 500),
    [],
  );
  assert.equal(answers.filter(won).length, 1, JSON.stringify(codesOf(answers)));
  for (const code of codesOf(answers)) assert.ok(refusals.includes(String(code)), `The answer was ${String(code)}.`);
}

for (const kind of KINDS)
  for (const processes of [1, 2])
    test(
      `races on ${kind}, ${processes === 1 ? 'one process' : 'two processes'}`,
      { skip: missing(kind) },
      async (t) => {
        const portal = await Installation.create(kind);
        t.after(() => portal.stop());
        for (let i = 0; i < processes; i += 1) await portal.start();
        const issuer = await portal.issuer();
        const { db, store } = await portal.database.open();
        t.after(() => Promise.all([issuer.close(), store.close()]));
        const client = (index: number): Client => new Client(() => portal.servers[index % processes]!.origin);
        const clients = Array.from({ length: AT_ONCE }, (_, index) => client(index));
        const ticketOf = async (one: Client, invited: Invited): Promise<unknown> => {
          const answer = await one.verify(invited);
          assert.equal(answer.status, 200, JSON.stringify(answer.json));
          return answer.json['ticket'];
        };
        const accountsOf = async (code: Invited): Promise<number> => {
          const rows = await db
            .selectFrom('accountLinks')
            .innerJoin('invitations', 'invitations.personId', 'accountLinks.personId')
            .where('invitations.email', '=', code.email)
            .select('accountLinks.accountId')
            .execute();
          return rows.length;
        };

        await t.test('one code makes one account, whoever asks with it', async () => {
          for (let round = 0; round < ROUNDS; round += 1) {
            const [invited] = await portal.inviteBy(issuer, 1);
            // One after the other: eight at once would be too many tries of one code.
            const tickets: unknown[] = [];
            for (const one of clients) tickets.push(await ticketOf(one, invited!));
            const answers = await Promise.all(
              clients.map((one, index) => one.create(tickets[index], `racer-${index}-of-${invited!.email}`)),
            );
            assertOneWinner(answers, ['ticket_expired']);
            assert.equal(await accountsOf(invited!), 1);
          }
        });

        await t.test('one address gets one account, whatever codes ask for it', async () => {
          for (let round = 0; round < ROUNDS; round += 1) {
            const invited = await portal.inviteBy(issuer, AT_ONCE);
            const tickets = await Promise.all(clients.map((one, index) => ticketOf(one, invited[index]!)));
            const wanted = `wanted-${invited[0]!.email}`;
            const answers = await Promise.all(clients.map((one, index) => one.create(tickets[index], wanted)));
            assertOneWinner(answers, ['email_taken']);
            const linked = await Promise.all(invited.map(accountsOf));
            assert.equal(
              linked.reduce((sum, count) => sum + count),
              1,
            );
          }
        });

        await t.test('a code is linked or activated, never both', async () => {
          for (let round = 0; round < ROUNDS; round += 1) {
            const [wanted, ...own] = await portal.inviteBy(issuer, 1 + AT_ONCE / 2);
            const linking = clients.slice(0, AT_ONCE / 2).map((_, index) => client(index));
            for (const [index, one] of linking.entries()) {
              const created = await one.create(await ticketOf(one, own[index]!), own[index]!.email);
              assert.equal(created.status, 200);
              assert.equal((await one.consent('portal-consent')).status, 200);
            }
            const activating = clients.slice(AT_ONCE / 2);
            const tickets: unknown[] = [];
            for (const one of activating) tickets.push(await ticketOf(one, wanted!));
            const answers = await Promise.all([
              ...linking.map((one) => one.link(wanted!.code)),
              ...activating.map((one, index) => one.create(tickets[index], `activates-${index}-${wanted!.email}`)),
            ]);
            assertOneWinner(answers, ['ticket_expired', 'no_records_found']);
            assert.equal(await accountsOf(wanted!), 1);
          }
        });
      },
    );
