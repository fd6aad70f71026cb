import { EXAMPLES } from '../../contract/examples.js';
import type { OperationName } from '../../contract/operations.js';
import { defineCases } from './adapter-case.js';
import { demand } from './conformance-error.js';
import type { Visitor } from './visitor.js';

const CALLS: OperationName[] = ['readConfig', 'readSession', 'logIn'];

async function endOfAborted({ unwatched }: Visitor, name: OperationName, signal: AbortSignal): Promise<string> {
  // The watch asks for the features first, and with that the call would begin too late.
  const call = unwatched[name] as (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>;
  return call(EXAMPLES[name].input, { signal }).then(
    () => 'an answer',
    (error: Error) => error.name,
  );
}

const rule = 'PortalAdapter: CallOptions';
const covers = CALLS.map((operation) => ({ operation }));

/** A caller may give a call up. */
export const abort = defineCases('abort', [
  {
    name: 'a call that was given up before it began ends in an AbortError',
    rule,
    covers,
    run: async (portal) => {
      for (const name of CALLS) {
        const end = await endOfAborted(portal.visitor(), name, AbortSignal.abort());
        demand(end === 'AbortError', `${name} with an aborted signal to end in an AbortError`, end);
      }
    },
  },
  {
    name: 'a call that is given up under way ends in an AbortError',
    rule,
    covers,
    run: async (portal) => {
      for (const name of CALLS) {
        const visitor = portal.visitor();
        // What is loaded at the first call is there at the second.
        await visitor.adapter.readConfig();
        const controller = new AbortController();
        const ended = endOfAborted(visitor, name, controller.signal);
        controller.abort();
        const end = await ended;
        demand(end === 'AbortError', `${name} that is aborted under way to end in an AbortError`, end);
      }
    },
  },
  {
    name: 'a call that was given up stands in no other’s way',
    rule,
    covers: [{ operation: 'readConfig' }],
    run: async (portal) => {
      const visitor = portal.visitor();
      await endOfAborted(visitor, 'readConfig', AbortSignal.abort());
      await visitor.adapter.readConfig();
    },
  },
]);
