import { sql, type Kysely, type Migration } from 'kysely';
import type { Dialect } from '../schema.js';

/** What a database has to be used with: a mark of its secret. */
export const marks = (dialect: Dialect): Migration => ({
  async up(db: Kysely<unknown>) {
    const options = dialect === 'sqlite' ? 'strict' : '';
    await sql.raw(`create table marks (name text not null primary key, mark text not null) ${options}`).execute(db);
  },
});
