import { PUBLIC_URL } from '../../test/faults/support/installation.js';
import { BIRTHDATE } from '../../test/support/deps.js';
import { median } from '../auc.js';
import { tell } from '../figures.js';
import { unknownCode, verify } from './asks.js';
import { countOf, load, middleOne, type Outcome } from './load.js';
import { OPTIONS } from '../options.js';
import type { MeasuredPortal } from './portal.js';

/** The round in the middle, after a warm-up. */
export async function middleOf(rounds: number, measure: (seconds: number) => Promise<Outcome>): Promise<Outcome> {
  await measure(OPTIONS.warmUpSeconds);
  const outcomes: Outcome[] = [];
  for (let round = 0; round < rounds; round += 1) outcomes.push(await measure(OPTIONS.seconds));
  return middleOne(outcomes);
}

/** L3: codes are verified, half of them unknown. */
export async function measureVerify(portal: MeasuredPortal): Promise<void> {
  const codes = (await portal.invite(200)).map(({ code }) => code);
  const pids = await portal.pids();
  const next = verify(codes);
  const outcome = await middleOf(OPTIONS.rounds, (seconds) =>
    load(portal.server.origin, next, { connections: 50, seconds, pids }),
  );
  const name = `L3 ${portal.kind}: verification`;
  tell(name, outcome.perSecond, 'a second', { atLeast: 2_000 });
  tell(`${name}, 99th percentile`, outcome.p99, 'ms', { atMost: 50 });
  tell(
    `${name}, answers but 200 and 404`,
    countOf(outcome, (status) => ![200, 404].includes(status)),
    '',
    { atMost: 0 },
  );
  tell(`${name}, processor`, outcome.cpuMs, 'ms');
}

/** L4: one network tries codes, with the limits as they are. */
export async function measureLimit(portal: MeasuredPortal): Promise<void> {
  await portal.restart({ otherwise: { limits: {}, mailbox: true } });
  const budget = 10;
  let passed = 0;
  const times: number[] = [];
  for (let tries = 0; tries < 200; tries += 1) {
    const start = performance.now();
    const answer = await fetch(`${portal.server.origin}/api/portal/activation/verify`, {
      method: 'POST',
      headers: { origin: PUBLIC_URL, 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.77' },
      body: JSON.stringify({ code: unknownCode(), birthdate: BIRTHDATE }),
    });
    await answer.arrayBuffer();
    if (answer.status === 429) times.push(performance.now() - start);
    else passed += 1;
  }
  const name = `L4 ${portal.kind}: one network, 200 wrong codes`;
  tell(`${name}, let through in a minute`, passed, '', { atLeast: budget, atMost: budget });
  tell(`${name}, refusal, median`, times.length > 0 ? median(times) : Infinity, 'ms', { atMost: 5 });
  await portal.restart();
}
