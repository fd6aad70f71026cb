import { after, describe, test } from 'node:test';
import { openPostgres } from '../../../src/backend/stores/postgres.js';
import { storeSuite } from '../../../src/testing/store-suite.js';
import { inTurn } from './support/in-turn.js';
import { createMigrated, server, skip } from './support/migrated-postgres.js';

describe('two PostgreSQL stores on one database', { skip }, () => {
  after(() => server?.stop());

  storeSuite({
    test,
    createStore: async () => {
      const url = await createMigrated();
      const open = async () => (await openPostgres(url, { connections: 5 })).store;
      return inTurn([await open(), await open()]);
    },
  });
});
