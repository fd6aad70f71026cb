import { createHttpAdapter } from '../../adapter/http-adapter.js';
import type { PortalAdapter } from '../../adapter/portal-adapter.js';
import type { OperationName } from '../../contract/operations.js';
import type { Jar } from '../http-client.js';
import type { AdapterUnderTest } from './adapter-under-test.js';
import { NotApplicable } from './conformance-error.js';
import { endOf, factsOf, isRefusal } from './refusals.js';
import { watched } from './watched.js';
import { openWire, type Wire } from './wire.js';

const MINUTE = 60;

/** Somebody in front of the portal, with a session of their own. */
export interface Visitor {
  /** The way in, under watch; calling what the backend doesn't have ends the case as one that can't be tried. */
  adapter: PortalAdapter;
  /** The same without a watch. */
  unwatched: PortalAdapter;
  /** The wire below it; asking for it ends the case as one that can't be tried where there is none. */
  readonly wire: Wire;
  readonly hasWire: boolean;
  /** The same visitor, who doesn't wait where a limit asks for it: there the limit is what is tested. */
  readonly hasty: Visitor;
}

/** Waits for as long as a backend asks, unless that is longer than it has patience for; tells whether it did. */
const waiter =
  ({ clock, patience = clock ? MINUTE : 0 }: AdapterUnderTest) =>
  async (seconds: number): Promise<boolean> => {
    if (!(seconds > 0 && seconds <= patience)) return false;
    if (clock) await clock.advance(seconds * 1_000);
    else await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    return true;
  };

/** Lets somebody in, with these cookies on the wire. */
export function openVisitor(
  backend: AdapterUnderTest,
  demandFeature: (name: OperationName) => Promise<void>,
  cookies: Jar = new Map(),
): Visitor {
  const { http } = backend;
  const connected = http ? undefined : backend.connect();

  function visitor(wait: (seconds: number) => Promise<boolean>): Visitor {
    const wire = http && openWire(http, { jar: cookies, wait });
    const unwatched = connected ?? createHttpAdapter({ baseUrl: http!.baseUrl, fetch: wire!.fetch });
    const adapter = watched(unwatched, async (name, call) => {
      await demandFeature(name);
      for (;;) {
        try {
          return await call();
        } catch (error) {
          const busy = isRefusal(error) && error.code === 'too_many_attempts' && !wire;
          if (!busy || !(await wait(error.retryAfter ?? 0))) throw error;
        }
      }
    });
    return {
      adapter,
      unwatched,
      hasWire: wire !== undefined,
      get wire(): Wire {
        if (!wire) throw new NotApplicable('it shows on the wire alone, and no `http` is given');
        return wire;
      },
      get hasty(): Visitor {
        return visitor(async () => false);
      },
    };
  }
  return visitor(waiter(backend));
}

// What differs from answer to answer whatever it says.
const PASSING =
  /^(date|age|connection|keep-alive|server-timing|traceparent|tracestate|cf-ray|.*request-?id|x-runtime)$/;
const COUNTING = /^(x-)?rate-?limit/;

/**
 * All that somebody can see of how a call ends, as text: on the wire status, headers and body, byte for byte; else what
 * the adapter answers or throws.
 */
export async function exactly(visitor: Visitor, name: OperationName, input: Record<string, unknown>): Promise<string> {
  if (visitor.hasWire) {
    const { status, headers, text } = await visitor.wire.ask(name, input);
    const kept = [...headers].filter(([header]) => !PASSING.test(header) && !COUNTING.test(header));
    return `${status} ${text} ${JSON.stringify(kept)}`;
  }
  const call = visitor.adapter[name] as (input: unknown) => Promise<unknown>;
  const end = await endOf(call(input));
  return JSON.stringify('refused' in end ? factsOf(end.refused) : end);
}
