import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median } from '../auc.js';
import { cpuOf } from './load.js';

/** What a portal is compared with. */
export interface Bare {
  /** Where one row is read: `/rows/1` to `/rows/1000`. */
  origin: string;
  pid: number;
  /** argon2id verifications a second, as many at once as there are cores, and what each cost the processor. */
  verifications(seconds: number): Promise<{ perSecond: number; cpuMs: number }>;
  stop(): void;
}

/** Starts it, with a database file in a folder. */
export async function startBare(folder: string): Promise<Bare> {
  const child: ChildProcess = fork(fileURLToPath(new URL('bare.ts', import.meta.url)), [`${folder}/bare.sqlite`], {
    execArgv: ['--import', 'tsx'],
  });
  const said = async <Message>(): Promise<Message> => ((await once(child, 'message')) as [Message])[0];
  const { port } = await said<{ port: number }>();
  return {
    pid: child.pid!,
    origin: `http://127.0.0.1:${port}`,
    async verifications(seconds) {
      const before = cpuOf([child.pid!]);
      child.send({ seconds });
      const { perSecond, count } = await said<{ perSecond: number; count: number }>();
      return { perSecond, cpuMs: (cpuOf([child.pid!]) - before) / count };
    },
    stop: () => child.disconnect(),
  };
}

/**
 * How one thing stands to another, measured in turn: what else the machine does meanwhile meets both. The middle of so
 * many rounds.
 */
export async function ratio(rounds: number, one: () => Promise<number>, other: () => Promise<number>): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Whoever comes second in one round comes first in the next.
    const [first, second] = round % 2 === 0 ? [await one(), await other()] : [await other(), await one()].reverse();
    ratios.push(first! / second!);
  }
  return median(ratios);
}
