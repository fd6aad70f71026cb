import type { Store } from '../backend/ports.js';
import { accounts } from './store/accounts.js';
import { activation } from './store/activation.js';
import { activationRaces } from './store/activation-races.js';
import { attempts } from './store/attempts.js';
import type { Case, Cases } from './store/cases.js';
import { consents } from './store/consents.js';
import { contact } from './store/contact.js';
import { letters } from './store/letters.js';
import { linking } from './store/linking.js';
import { mailedTokens } from './store/mailed-tokens.js';
import { people } from './store/people.js';
import { sessions } from './store/sessions.js';
import { staff } from './store/staff.js';
import { trail } from './store/trail.js';

/** What the suite needs. */
export interface StoreSuiteOptions {
  /** The runner's own: `test` of node:test, `it` of Mocha. */
  test: (name: string, body: () => Promise<void>) => unknown;
  /** Makes an empty store; each case has its own, and closes it. */
  createStore: () => Store | Promise<Store>;
  /** How often each race is run; once unless told. */
  rounds?: number;
}

const AREAS: Cases[] = [
  people,
  staff,
  attempts,
  activation,
  activationRaces,
  linking,
  accounts,
  contact,
  sessions,
  consents,
  mailedTokens,
  letters,
  trail,
];

/**
 * Holds a store to every sentence of the port, and to who wins its races.
 *
 * @example
 * import { test } from 'node:test';
 * storeSuite({ test, createStore: () => createMyStore() });
 */
export function storeSuite({ test, createStore, rounds = 1 }: StoreSuiteOptions): void {
  const declare =
    (times: number): Case =>
    (name, body) => {
      test(name, async () => {
        const store = await createStore();
        try {
          for (let round = 0; round < times; round += 1) await body(store);
        } finally {
          await store.close();
        }
      });
    };
  for (const area of AREAS) area(declare(1), declare(rounds));
}
