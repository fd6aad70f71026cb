import { sql } from 'kysely';
import type { Db, Dialect } from '../schema.js';
import { retried } from './retry.js';

/** Ends a transaction with an answer and without a trace. */
type Undo<Answer> = (answer: Answer) => never;

type Work<Answer> = (trx: Db, undo: Undo<Answer>) => Promise<Answer>;

/** What the parts of the SQL store share. */
export interface Acts {
  /** For reading, one statement at a time; within an act everything goes through its `trx`. */
  db: Db;
  dialect: Dialect;
  /** Does all of it or nothing: when it throws, or ends in `undo`, nothing has happened. It may run more than once. */
  act<Answer>(work: Work<Answer>): Promise<Answer>;
  /**
   * The same without waiting for the disk, for what is counted on the way to an answer. Everybody sees it at once, and it
   * outlives the process; until anything later is acknowledged, a power failure may take it.
   */
  actInPassing<Answer>(work: Work<Answer>): Promise<Answer>;
  /** Does a single statement that writes. */
  once<Answer>(statement: (one: Db) => Promise<Answer>): Promise<Answer>;
  /**
   * Holds a person or an account until the act ends, so that acts on it come one after the other. Taken before any other
   * row of theirs; SQLite has one writer at a time anyway.
   */
  hold(trx: Db, table: 'people' | 'accounts', id: string): Promise<void>;
}

class Undone extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('This was undone.');
    this.answer = answer;
  }
}

/** Opens transactions the way a database wants them. */
export function createActs(db: Db, dialect: Dialect): Acts {
  const begin = (one = db) =>
    dialect === 'postgres' ? one.transaction().setIsolationLevel('read committed') : one.transaction();

  async function done<Answer>(transact: (work: (trx: Db) => Promise<Answer>) => Promise<Answer>, work: Work<Answer>) {
    const undo: Undo<Answer> = (answer) => {
      throw new Undone(answer);
    };
    try {
      return await retried(() => transact((trx) => work(trx, undo)));
    } catch (error) {
      if (error instanceof Undone) return error.answer as Answer;
      throw error;
    }
  }

  const inPassing = <Answer>(work: (trx: Db) => Promise<Answer>): Promise<Answer> =>
    dialect === 'postgres'
      ? begin().execute(async (trx) => {
          await sql`set local synchronous_commit = off`.execute(trx);
          return work(trx);
        })
      : // Whoever waits for the connection meanwhile finds it as it was.
        db.connection().execute(async (one) => {
          await sql`pragma synchronous = normal`.execute(one);
          try {
            return await begin(one).execute(work);
          } finally {
            await sql`pragma synchronous = full`.execute(one);
          }
        });

  return {
    db,
    dialect,
    act: (work) => done((whole) => begin().execute(whole), work),
    actInPassing: (work) => done(inPassing, work),

    // On SQLite in a transaction too: only its beginning waits for other processes without stopping this one.
    once: (statement) => retried(() => (dialect === 'sqlite' ? begin().execute(statement) : statement(db))),

    async hold(trx, table, id) {
      if (dialect !== 'postgres') return;
      // Not `for update`: rows that refer to this one may be added meanwhile.
      await trx.selectFrom(table).select('id').where('id', '=', id).forNoKeyUpdate().execute();
    },
  };
}
