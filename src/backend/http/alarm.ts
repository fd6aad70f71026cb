import type { Log } from '../ports.js';
import { MINUTE } from '../units.js';

const MANY = 100;

/**
 * Tells the log when more than a hundred wrong codes a minute come in, from wherever: somebody is trying them from many
 * networks. It is told and refuses nobody, or anybody could shut the portal by it.
 *
 * @returns what to call for each wrong code
 */
export function createWrongCodeAlarm(log: Log): () => void {
  let since = 0;
  let wrong = 0;
  return () => {
    const now = Date.now();
    if (now - since >= MINUTE) [since, wrong] = [now, 0];
    wrong += 1;
    if (wrong === MANY + 1) log.error('codes.many_wrong', { inOneMinute: wrong });
  };
}
