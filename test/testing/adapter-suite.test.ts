import { test } from 'node:test';
import assert from 'node:assert/strict';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import type { PortalHandler } from '../../src/backend/http/handler.js';
import { adapterSuite } from '../../src/testing/adapter-suite.js';
import { httpClient } from '../../src/testing/http-client.js';
import { createWorld, type World } from '../support/deps.js';
import { createDoors, ORIGIN } from '../support/http.js';
import { startServer } from '../support/server.js';

const wide = { wrongCodesPerMinute: 10_000, wrongCodesPerHour: 10_000, wrongPasswordsPerMinute: 10_000, wrongPasswordsPerBlock: 10_000 };

const invite = ({ deps }: Pick<World, 'deps'>) => async (person: Parameters<typeof addPerson>[1]) => {
  const { id } = await addPerson(deps, person);
  const { code } = await issueInvitation(deps, { personId: id, mail: false });
  return { code };
};

const inProcess = (handler: PortalHandler): typeof fetch =>
  ((input: RequestInfo | URL, init?: RequestInit) => {
    if (init?.signal?.aborted) return Promise.reject(new DOMException('Aborted', 'AbortError'));
    return handler(new Request(input, init), { network: '192.0.2.1' });
  });

test('the adapter, in process', async (t) => {
  const world = await createWorld();
  Object.assign(world.deps.settings.limits, wide);
  const { handler } = createDoors(world);
  await adapterSuite({
    test: (name, run) => t.test(name, run),
    backend: {
      connect: () => httpClient(`${ORIGIN}/api/portal`, inProcess(handler)),
      invite: invite(world),
    },
    skip: (name, reason) => assert.fail(`${name}: ${reason}`),
  });
});

test('the adapter, against the server on SQLite', async (t) => {
  const { origin, portal, stop } = await startServer({ limits: wide });
  t.after(stop);
  await adapterSuite({
    test: (name, run) => t.test(name, run),
    backend: {
      connect: () => httpClient(`${origin}/api/portal`),
      invite: invite(portal),
    },
    skip: (name, reason) => assert.fail(`${name}: ${reason}`),
  });
});
