import { openPostgres } from '../../../../src/backend/stores/postgres.js';
import { openSqlite } from '../../../../src/backend/stores/sqlite.js';
import type { Racing } from './processes.js';

/*
 * A process beside the tests' own: opens a database, says so, and then does the activations that it is told, telling of
 * each as soon as the store has acknowledged it.
 */

const database = process.argv[2]!;
const { store } = database.startsWith('postgres:') ? await openPostgres(database) : await openSqlite(database);

process.on('message', ({ acts, now, inTurn }: Racing) => {
  const run = async (act: Racing['acts'][number], index: number): Promise<void> => {
    const outcome = await store.activateAccount(act, now, { events: [{ at: now, name: 'account.created' }] });
    process.send!({ index, outcome });
  };
  const all = inTurn
    ? acts.reduce((before, act, index) => before.then(() => run(act, index)), Promise.resolve())
    : Promise.all(acts.map(run));
  void Promise.resolve(all)
    .then(() => store.close())
    .then(() => process.disconnect());
});
process.send!('ready');
