import { PortalError } from '../../contract/errors.js';

/**
 * Lets so many tasks run at once and so many more wait, in the order they came; the rest are sent away at once.
 *
 * @throws PortalError `unavailable`, from the function it makes
 */
export function createGate({
  atOnce,
  waiting,
}: {
  atOnce: number;
  waiting: number;
}): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];

  return async (task) => {
    if (running < atOnce) running += 1;
    else if (queue.length < waiting) await new Promise<void>((resolve) => queue.push(resolve));
    else throw new PortalError('unavailable', { retryAfter: 1 });
    try {
      return await task();
    } finally {
      // The place is handed on, not given back: nobody who comes in between can take it.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
