import type { PortalAdapter } from '../../src/adapter/portal-adapter.js';

/** A call that waits for its answer until a test lets it through. */
export interface HeldCall {
  input: Record<string, unknown>;
  signal: AbortSignal;
  answer(): Promise<void>;
}

/** An adapter one operation of which is answered when a test says so, in whatever order. */
export function hold(adapter: PortalAdapter, name: keyof PortalAdapter): { adapter: PortalAdapter; held: HeldCall[] } {
  const held: HeldCall[] = [];
  const ask = adapter[name] as (input: object, options?: object) => Promise<unknown>;
  const later = (input: Record<string, unknown>, { signal }: { signal: AbortSignal }): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const answer = async (): Promise<void> => {
        // As by a backend that has done it already: to give up doesn't undo anything.
        await ask(input).then(resolve, reject);
      };
      held.push({ input, signal, answer });
    });
  return { adapter: { ...adapter, [name]: later }, held };
}
