import { test } from 'node:test';
import { createMockBackend } from '../../mock-server/create-mock-backend.js';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { CONFIGS, inProcess, seeders, under, WIDE } from '../support/conformance.js';

for (const [index, config] of CONFIGS.entries()) {
  test(`the handler in this process, in memory, set up in the ${index + 1}. of two ways`, async (t) => {
    await adapterSuite({ test: under(t), backend: await inProcess({ config }) });
  });
}

test('the mock, as an adapter', async (t) => {
  const { deps, connect, mailbox, clock } = await createMockBackend({ about: 'A portal with nobody in it.' });
  Object.assign(deps.settings.limits, WIDE);
  await adapterSuite({ test: under(t), backend: { connect, clock, ...seeders(deps, mailbox) } });
});
