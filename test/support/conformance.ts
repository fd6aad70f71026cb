import type { TestContext } from 'node:test';
import { givenUp } from '../../mock-server/faults.js';
import { addPerson } from '../../src/backend/core/invitations/add-person.js';
import { issueInvitation } from '../../src/backend/core/invitations/issue-invitation.js';
import { issuedCode } from '../../src/backend/core/invitations/issued-code.js';
import type { Deps } from '../../src/backend/core/use-case.js';
import { createOutbox } from '../../src/backend/mail/outbox.js';
import { createMailbox } from '../../src/backend/mail/memory.js';
import { letterRenderer } from '../../src/backend/mail/render-letter.js';
import type { Mail, Store } from '../../src/backend/ports.js';
import { createMemoryStore } from '../../src/backend/stores/memory-store.js';
import { StoreUnavailable } from '../../src/backend/store-unavailable.js';
import type { AdapterUnderTest, Outage } from '../../src/testing/adapter/adapter-under-test.js';
import type { DeclareTest } from '../../src/testing/adapter-suite.js';
import { httpBackend } from '../../src/testing/http-client.js';
import { createWorld } from './deps.js';
import { createDoors, ORIGIN } from './http.js';
import type { TestServer } from './server.js';

/** Limits of a network that no case comes near: all of them come from one. */
export const WIDE = {
  wrongCodesPerMinute: 10_000,
  wrongCodesPerHour: 10_000,
  wrongPasswordsPerMinute: 10_000,
  wrongPasswordsPerBlock: 10_000,
};

/** Two portals that are as different as they can be: whatever can't be tried on one of them can on the other. */
export const CONFIGS = [
  { confirmNewEmail: true },
  {
    verification: { methods: ['phone'] },
    link: { verification: 'phone' },
    renewal: false,
    settings: { sessions: false, people: false },
  },
];

/** How the reference backend is seeded and looked into, wherever it runs. */
export function seeders(deps: Deps, mails: () => Promise<readonly Mail[]>) {
  const issue = async (personId: string) => issuedCode(deps, await issueInvitation(deps, { personId, mail: false }));
  return {
    invite: async (person) => issue((await addPerson(deps, person)).id),
    inviteAgain: issue,
    mailbox: async (address) => (await mails()).filter(({ to }) => to === address),
    trail: async () => (await deps.store.listEvents({})).map((event) => JSON.stringify(event)),
  } satisfies Partial<AdapterUnderTest>;
}

/** A server that runs, as a client sees it; mail is there once its worker was there. */
export const overHttp = ({ origin, portal: { deps }, mailbox }: TestServer): AdapterUnderTest =>
  httpBackend({ baseUrl: `${origin}/api/portal`, ...seeders(deps, async () => mailbox.messages) });

/** The handler in this process, on a memory store and a clock that can be moved, behind a `fetch` of its own. */
export async function inProcess(over?: Parameters<typeof createWorld>[0]): Promise<AdapterUnderTest> {
  let failing: Outage | undefined;
  const { deps, clock } = await createWorld({
    ...over,
    store: failingStore(createMemoryStore(), () => failing),
  });
  Object.assign(deps.settings.limits, WIDE);
  const { handler } = createDoors({ deps });
  const mails = createMailbox(clock);
  const silent = { info: () => undefined, error: () => undefined };
  const outbox = createOutbox({ ...deps, mailer: mails, render: letterRenderer(deps.settings), log: silent });
  const through: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    if (failing === 'network') throw new TypeError('fetch failed');
    return Promise.race([handler(request, { network: '192.0.2.1' }), givenUp(request.signal)]);
  };
  return httpBackend({
    baseUrl: `${ORIGIN}/api/portal`,
    fetch: through,
    clock,
    async outage(how, work) {
      failing = how;
      await work().finally(() => (failing = undefined));
    },
    ...seeders(deps, async () => {
      await outbox.deliverDue();
      return mails.messages;
    }),
  });
}

/** A store each of whose methods fails while it is told to. */
const failingStore = (store: Store, failing: () => Outage | undefined): Store =>
  new Proxy(store, {
    get(target, name) {
      const how = failing();
      if (how === 'unavailable') return () => Promise.reject(new StoreUnavailable('The database is gone.'));
      if (how === 'server_error') return () => Promise.reject(new Error('select * from accounts: at store.ts:1:1'));
      return target[name as keyof Store];
    },
  });

/** Declares each case below a test of node:test. */
export const under =
  (t: TestContext): DeclareTest =>
  (name, run) =>
    t.test(name, run);
