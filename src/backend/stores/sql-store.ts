import type { Store } from '../ports.js';
import type { Db, Dialect } from './schema.js';
import { accounts } from './sql/accounts.js';
import { activation } from './sql/activation.js';
import { createActs } from './sql/acts.js';
import { attempts } from './sql/attempts.js';
import { consents } from './sql/consents.js';
import { isOutage } from './sql/failures.js';
import { letters } from './sql/letters.js';
import { mailedTokens } from './sql/mailed-tokens.js';
import { people } from './sql/people.js';
import { sessions } from './sql/sessions.js';
import { staff } from './sql/staff.js';
import { trail } from './sql/trail.js';
import { StoreUnavailable } from '../store-unavailable.js';

/**
 * The store on SQLite or PostgreSQL: one set of statements for both.
 *
 * What is used once is used by a conditional statement that finds one row, what is unique is a constraint, and what
 * belongs together is one transaction that no network or hash is waited for in. Where the database doesn't answer, or not
 * in time, its methods throw `StoreUnavailable`.
 *
 * @param db a connection whose tables are there (`migrate`) and which speaks camel case (`CamelCasePlugin`), as
 *   `openSqlite` and `openPostgres` make it; closing the store closes it
 */
export function createSqlStore(db: Db, dialect: Dialect): Store {
  const acts = createActs(db, dialect);
  return tellingOutages({
    ...people(acts),
    ...staff(acts),
    ...attempts(acts),
    ...activation(acts),
    ...accounts(acts),
    ...sessions(acts),
    ...consents(acts),
    ...mailedTokens(acts),
    ...letters(acts),
    ...trail(acts),
  });
}

function tellingOutages(store: Store): Store {
  const methods = Object.entries(store as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>);
  const told = methods.map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await method(...args);
      } catch (error) {
        throw isOutage(error) ? new StoreUnavailable('The database does not answer.', { cause: error }) : error;
      }
    },
  ]);
  return Object.fromEntries(told) as Store;
}
