import { Migrator, type Migration } from 'kysely';
import { migrations } from './migrations/index.js';
import type { Db, Dialect } from './schema.js';
import { retried } from './sql/retry.js';
import { StoreUnavailable } from '../store-unavailable.js';

const DONE = 'schema_migrations';

/**
 * Brings a database to today's tables: all steps that it lacks, or none of them. Any number of servers may start at once;
 * one does it while the others wait.
 *
 * @param steps by name, in the order of their names
 * @throws StoreUnavailable where a later version of this program has been here: it may keep things that this one would lose
 */
export async function migrate(
  db: Db,
  dialect: Dialect,
  steps: Record<string, Migration> = migrations(dialect),
): Promise<void> {
  const plain = db.withoutPlugins();
  const migrator = new Migrator({
    db: plain,
    provider: { getMigrations: () => Promise.resolve(steps) },
    migrationTableName: DONE,
    migrationLockTableName: `${DONE}_lock`,
  });
  try {
    await retried(async () => {
      const { error } = await migrator.migrateToLatest();
      if (error) throw error as Error;
    });
  } catch (error) {
    const unknown = await unknownSteps(plain, Object.keys(steps)).catch(() => []);
    if (unknown.length === 0) throw error;
    throw new StoreUnavailable(
      `The database was made by a newer version of this program (${unknown.join(', ')}). Update the program, or restore a backup of the database from before.`,
      { cause: error },
    );
  }
}

async function unknownSteps(db: Db, known: string[]): Promise<string[]> {
  const done = await db.withTables<{ [DONE]: { name: string } }>().selectFrom(DONE).select('name').execute();
  return done.map(({ name }) => name).filter((name) => !known.includes(name));
}
