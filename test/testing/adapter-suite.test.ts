import { test } from 'node:test';
import { createMockBackend } from '../../mock-server/create-mock-backend.js';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { inProcess, seeders, under, WIDE } from '../support/conformance.js';

test('the handler in this process, in memory', async (t) => {
  await adapterSuite({ test: under(t), backend: await inProcess({ config: { confirmNewEmail: true } }) });
});

test('the same, set up as differently as it can be', async (t) => {
  const config = {
    verification: { methods: ['phone'] },
    link: { verification: 'phone' },
    renewal: false,
    settings: { sessions: false },
  };
  await adapterSuite({ test: under(t), backend: await inProcess({ config }) });
});

test('the mock, as an adapter', async (t) => {
  const { deps, connect, mailbox, clock } = await createMockBackend({ about: 'A portal with nobody in it.' });
  Object.assign(deps.settings.limits, WIDE);
  await adapterSuite({ test: under(t), backend: { connect, clock, ...seeders(deps, mailbox) } });
});
