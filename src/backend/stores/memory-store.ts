import type { Store } from '../ports.js';
import { accounts } from './memory/accounts.js';
import { activation } from './memory/activation.js';
import { attempts } from './memory/attempts.js';
import { consents } from './memory/consents.js';
import { createDatabase, type Sync } from './memory/database.js';
import { letters } from './memory/letters.js';
import { mailedTokens } from './memory/mailed-tokens.js';
import { people } from './memory/people.js';
import { sessions } from './memory/sessions.js';
import { staff } from './memory/staff.js';
import { trail } from './memory/trail.js';

/**
 * A store that forgets everything with the process: for tests, and for the mock in the browser.
 *
 * Atomic because every method runs through at once, and takes back what it did when it throws. What goes in and comes
 * out is copied: nobody outside holds a row.
 */
export function createMemoryStore(): Store {
  const db = createDatabase();
  const methods: Sync<Store> = {
    ...people(db),
    ...staff(db),
    ...attempts(db),
    ...activation(db),
    ...accounts(db),
    ...sessions(db),
    ...consents(db),
    ...mailedTokens(db),
    ...letters(db),
    ...trail(db),
  };
  const acts = Object.entries(methods as Record<string, (...args: unknown[]) => unknown>).map(([name, method]) => [
    name,
    async (...args: unknown[]) => structuredClone(db.atomically(() => method(...structuredClone(args)))),
  ]);
  return Object.fromEntries(acts) as Store;
}
