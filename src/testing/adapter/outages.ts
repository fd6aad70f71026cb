import type { OperationName } from '../../contract/operations.js';
import { defineCases } from './adapter-case.js';
import type { Outage } from './adapter-under-test.js';
import { PASSWORD } from './portal.js';
import { refuses, takes } from './refusals.js';

const NAMES: Record<Outage, string> = {
  server_error: 'a program that fails says that something went wrong, and no more',
  unavailable: 'a backend that has lost its data for a while says so',
  network: 'a backend that can’t be reached is told as that',
};

const CALLS: readonly OperationName[] = ['logIn', 'readAccount'];

/** What somebody is told while the backend doesn't work, and that all goes on afterwards. */
export const outages = defineCases(
  'errors',
  (Object.keys(NAMES) as Outage[]).map((code) => ({
    name: NAMES[code],
    rule: 'docs/http.md Errors of every operation',
    covers: CALLS.map((operation) => ({ operation, error: code })),
    run: async (portal) => {
      const outage = portal.demand('outage');
      const { adapter, email } = await portal.member();
      const visitor = portal.visitor();
      await outage(code, async () => {
        await refuses(adapter.readAccount(), code, 'reading the account meanwhile');
        const logIn = visitor.adapter.logIn({ username: email, password: PASSWORD });
        await refuses(logIn, code, 'a log-in meanwhile');
      });
      await takes(adapter.readAccount(), 'reading the account afterwards');
    },
  })),
);
