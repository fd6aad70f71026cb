import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../../../src/backend/ports.js';

/** What a process is told to do. */
export interface Racing {
  acts: Parameters<Store['activateAccount']>[0][];
  now: number;
  /** One after the other, not all at once. */
  inTurn?: boolean;
}

/** A process beside the tests' own. */
export interface Racer {
  child: ChildProcess;
  /** What the store acknowledged, by the index of the act. */
  acknowledged: Map<number, string>;
  ended: Promise<unknown>;
}

/** Starts processes that open the same database at the same time, and waits until all have. */
export async function startRacers(database: string, count: number): Promise<Racer[]> {
  return Promise.all(Array.from({ length: count }, () => startRacer(database)));
}

async function startRacer(database: string): Promise<Racer> {
  const child = fork(fileURLToPath(new URL('racer.ts', import.meta.url)), [database], {
    execArgv: ['--import', 'tsx'],
  });
  const ended = once(child, 'exit');
  const first: unknown = await Promise.race([once(child, 'message').then(([message]: unknown[]) => message), ended]);
  if (first !== 'ready') throw new Error(`A process ended before it had opened ${database}.`);
  const acknowledged = new Map<number, string>();
  child.on('message', ({ index, outcome }: { index: number; outcome: string }) => acknowledged.set(index, outcome));
  return { child, acknowledged, ended };
}
