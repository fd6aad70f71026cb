import type { Store } from '../../../../src/backend/ports.js';

/** Stores on one database as if they were one: each call goes to the next. */
export function inTurn(stores: readonly Store[]): Store {
  let turn = 0;
  return new Proxy({} as Store, {
    get: (_, name: keyof Store | 'then') => {
      // Not a promise, whoever asks.
      if (name === 'then') return undefined;
      if (name === 'close') return () => Promise.all(stores.map((store) => store.close()));
      return (...args: never[]) => {
        const store = stores[(turn = (turn + 1) % stores.length)]!;
        return (store[name] as (...given: never[]) => unknown)(...args);
      };
    },
  });
}
