import { createHttpAdapter } from '../src/adapter/http-adapter.js';
import type { PortalAdapter } from '../src/adapter/portal-adapter.js';
import { createCore } from '../src/backend/core/core.js';
import type { Deps } from '../src/backend/core/use-case.js';
import { createHandler } from '../src/backend/http/handler.js';
import type { SessionTransport } from '../src/backend/http/session-transport.js';
import { createOutbox } from '../src/backend/mail/outbox.js';
import { createMailbox } from '../src/backend/mail/memory.js';
import { letterRenderer } from '../src/backend/mail/render-letter.js';
import { phones } from '../src/backend/phones.js';
import type { Log, Mail } from '../src/backend/ports.js';
import { createMemoryStore } from '../src/backend/stores/memory-store.js';
import { createCheapHasher, createRandom, createSecrets } from '../src/backend/web-crypto.js';
import { MOCK_BASE_PATH } from './base-path.js';
import { answer, givenUp } from './faults.js';
import { mockSettings } from './mock-settings.js';
import { populate } from './populate.js';
import { scenarios, type Fault, type Scenario, type ScenarioName } from './scenarios.js';

/** A whole portal in memory, in the state that a scenario names. */
export interface MockBackend {
  /** Answers a request of the API, as the server would. */
  handler(request: Request): Promise<Response>;
  /** The same for elements, without a network. */
  adapter: PortalAdapter;
  /** A further client, on a device of its own: it shares no session with the others. */
  connect(): PortalAdapter;
  /** The mails sent so far, oldest first. */
  mailbox(): Promise<Mail[]>;
  /** The portal's time, in milliseconds since 1970; it stands still until it is moved. */
  clock: { now(): number; advance(ms: number): void };
  /** What goes wrong from now on; at first what the scenario says. */
  fault: Fault | undefined;
  /** What the portal is made of, for tests that look closer. */
  deps: Deps;
}

const silent: Log = { info: () => undefined, error: () => undefined };

/** The session token in a variable, since a browser's `Request` hides cookies. */
function variableSession(): SessionTransport & { forget(): void } {
  let token: string | undefined;
  const forget = (): void => void (token = undefined);
  return { read: () => token, write: (_headers, value) => void (token = value), clear: forget, forget };
}

/**
 * Starts the reference backend on the memory store, in the world that a scenario describes. Nothing is answered by hand:
 * what it says is what the server says.
 */
export async function createMockBackend(which: ScenarioName | Scenario = 'fresh-code'): Promise<MockBackend> {
  const scenario: Scenario = typeof which === 'string' ? scenarios[which] : which;
  let now = Date.now();
  const clock = { now: () => now, advance: (ms: number) => void (now += ms) };
  const secrets = await createSecrets(new Uint8Array(32).fill(7));
  const settings = mockSettings(scenario);
  const deps: Deps = {
    store: createMemoryStore(),
    hasher: createCheapHasher(secrets),
    secrets,
    phones,
    commonPasswords: { has: (password) => /^password/i.test(password) },
    clock,
    random: createRandom(),
    settings,
  };
  const core = createCore(deps);
  const clientWith = (transport: SessionTransport) => {
    const handle = createHandler(core, { basePath: MOCK_BASE_PATH, transport, log: silent });
    return (request: Request): Promise<Response> => handle(request, { network: '192.0.2.1' });
  };
  const transport = variableSession();
  const call = clientWith(transport);
  await populate(deps, scenario, { call, clock, takeNewDevice: () => transport.forget() });

  const mails = createMailbox(clock);
  const outbox = createOutbox({ ...deps, mailer: mails, render: letterRenderer(settings), log: silent });
  const answering = (client: typeof call) => async (request: Request) => {
    if (scenario.delayMs) await new Promise((resolve) => setTimeout(resolve, scenario.delayMs));
    return answer(request, client, backend.fault);
  };
  const adapterOf = (handler: typeof call): PortalAdapter =>
    createHttpAdapter({
      baseUrl: `https://portal.example${MOCK_BASE_PATH}`,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        request.signal.throwIfAborted();
        return Promise.race([handler(request), givenUp(request.signal)]);
      },
    });
  const handler = answering(call);
  const backend: MockBackend = {
    fault: scenario.fault,
    handler,
    adapter: adapterOf(handler),
    connect: () => adapterOf(answering(clientWith(variableSession()))),
    mailbox: async () => {
      await outbox.deliverDue();
      return [...mails.messages];
    },
    clock,
    deps,
  };
  return backend;
}
