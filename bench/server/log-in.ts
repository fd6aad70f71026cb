import { PUBLIC_URL } from '../../test/faults/support/installation.js';
import { median } from '../auc.js';
import { tell } from '../figures.js';
import { logIn, readSettings } from './asks.js';
import { ratio, type Bare } from './compare.js';
import { countOf, load, memoryOf, middleOne, type Outcome } from './load.js';
import { OPTIONS } from '../options.js';
import type { MeasuredPortal } from './portal.js';

/**
 * Waits until a log-in comes through: all that were asked before it are done then.
 *
 * @returns after how many milliseconds
 */
async function firstLogIn(portal: MeasuredPortal): Promise<number> {
  const start = performance.now();
  const { path, body } = logIn(portal)();
  const headers = { origin: PUBLIC_URL, 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1' };
  for (;;) {
    const answer = await fetch(portal.server.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    await answer.arrayBuffer();
    if (answer.status === 200) return performance.now() - start;
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** L1: log-ins with the right password, beside bare argon2id. */
export async function measureLogIn(portal: MeasuredPortal, bare: Bare): Promise<void> {
  const { origin } = portal.server;
  const { seconds, warmUpSeconds, rounds } = OPTIONS;
  await load(origin, logIn(portal), { connections: 20, seconds: warmUpSeconds });
  const pids = await portal.pids();
  const outcomes: Outcome[] = [];
  const costs: number[] = [];
  const share = await ratio(
    rounds,
    async () => {
      await firstLogIn(portal);
      const outcome = await load(origin, logIn(portal), { connections: 20, seconds, pids });
      outcomes.push(outcome);
      return outcome.perSecond;
    },
    async () => {
      const { perSecond, cpuMs } = await bare.verifications(seconds);
      costs.push(cpuMs);
      return perSecond;
    },
  );
  const middle = middleOne(outcomes);
  const errors = outcomes.map((outcome) => countOf(outcome, (status) => status >= 500 || status === 0));
  const name = `L1 ${portal.kind}: log-in`;
  tell(name, middle.perSecond, 'a second', { atLeast: 60 });
  tell(`${name}, beside bare argon2id`, share, '', { atLeast: 0.87 });
  tell(`${name}, the same in processor time`, median(costs) / middle.cpuMs, '');
  tell(`${name}, processor`, middle.cpuMs, 'ms');
  tell(`${name}, median`, middle.p50, 'ms', { atMost: 300 });
  tell(`${name}, 99th percentile`, middle.p99, 'ms', { atMost: 600 });
  tell(`${name}, answers of 500 and above`, Math.max(...errors), '', { atMost: 0 });
}

/** L2: a flood of log-ins with wrong passwords, while others read. */
export async function measureFlood(portal: MeasuredPortal): Promise<void> {
  const { origin, child } = portal.server;
  const { seconds } = OPTIONS;
  const reads = (time: number) => load(origin, readSettings(portal), { connections: 5, seconds: time, rate: 20 });
  await firstLogIn(portal);
  await reads(1);
  const before = memoryOf(child.pid!);
  const wrong = logIn(portal, 'Not-the-password-7');
  const [flood, during] = await Promise.all([load(origin, wrong, { connections: 200, seconds }), reads(seconds)]);
  const grown = memoryOf(child.pid!) - before;
  const recovery = await firstLogIn(portal);
  const unexpected = countOf(flood, (status) => ![401, 429, 503].includes(status));
  const name = `L2 ${portal.kind}: flood of wrong passwords`;
  tell(`${name}, reads meanwhile, 99th percentile`, during.p99, 'ms', { atMost: 100 });
  tell(
    `${name}, reads that failed`,
    countOf(during, (status) => status !== 200),
    '',
    { atMost: 0 },
  );
  tell(`${name}, answers but 401, 429, 503`, unexpected, '', { atMost: 0 });
  tell(
    `${name}, shed`,
    countOf(flood, (status) => status === 503 || status === 429),
    'answers',
    { atLeast: 1 },
  );
  tell(`${name}, memory`, grown, 'MB more', { atMost: 150 });
  tell(`${name}, first right log-in afterwards`, recovery, 'ms', { atMost: 2_000 });
}
