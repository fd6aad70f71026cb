import { openPostgres } from '../../../../src/backend/stores/postgres.js';
import { findPostgres, startPostgres } from './postgres.js';

const bin = findPostgres();

/** Why nothing can be tested on PostgreSQL here; false where it can. */
export const skip = bin ? false : 'there are no programs of a PostgreSQL server on this machine';
if (skip) console.log(`The PostgreSQL store is not tested: ${skip}.`);

/** A server of the tests' own; whoever imports this stops it. */
export const server = bin ? await startPostgres(bin) : undefined;

let migrated: string | undefined;

/** Makes a database with the newest schema, and tells its address. */
export async function createMigrated(): Promise<string> {
  if (!migrated) {
    migrated = await server!.createDatabase();
    await (await openPostgres(migrated)).store.close();
  }
  return server!.createDatabase(migrated);
}
