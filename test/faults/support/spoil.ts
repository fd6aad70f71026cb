import { CompiledQuery, PostgresDriver, type DatabaseConnection, type Driver } from 'kysely';
import { ImmediateSqliteDialect } from '../../../src/backend/stores/sql/sqlite-dialect.js';

/** Protections that a server of the tests' own lacks, so that it shows whether the checks would notice. */
export interface Spoiled {
  /** Every statement by itself, as if somebody had forgotten the transactions. */
  withoutTransactions?: boolean;
  /** Acknowledges before the disk has it. */
  withoutSync?: boolean;
  /** Isn't there any more when it comes to a statement that holds this text. */
  diesAt?: string;
}

/** Takes the protections from the drivers of both databases, for the whole process. */
export function spoil(spoiled: Spoiled): void {
  const change = <D extends Driver>(driver: D): D => Object.assign(driver, changes(driver, spoiled));
  change(PostgresDriver.prototype as unknown as Driver);
  const { createDriver } = ImmediateSqliteDialect.prototype;
  ImmediateSqliteDialect.prototype.createDriver = function () {
    return change(createDriver.call(this));
  };
}

const UNSYNCED = { sqlite: 'pragma synchronous = normal', postgres: 'set synchronous_commit = off' };

function changes(driver: Driver, { withoutTransactions, withoutSync, diesAt }: Spoiled): Partial<Driver> {
  const { acquireConnection } = driver;
  const isPostgres = driver === (PostgresDriver.prototype as unknown as Driver);
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    async acquireConnection(this: Driver) {
      const connection = await acquireConnection.call(this);
      if (withoutSync) await connection.executeQuery(CompiledQuery.raw(UNSYNCED[isPostgres ? 'postgres' : 'sqlite']));
      if (diesAt) dieAt(connection, diesAt);
      return connection;
    },
    ...(withoutTransactions && { beginTransaction: nothing, commitTransaction: nothing, rollbackTransaction: nothing }),
  };
}

function dieAt(connection: DatabaseConnection, text: string): void {
  const execute = Object.getPrototypeOf(connection).executeQuery as DatabaseConnection['executeQuery'];
  connection.executeQuery = function (this: DatabaseConnection, query) {
    if (query.sql.includes(text)) process.kill(process.pid, 'SIGKILL');
    return execute.call(this, query);
  } as DatabaseConnection['executeQuery'];
}
