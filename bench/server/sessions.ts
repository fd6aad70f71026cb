import { connect, type Socket } from 'node:net';
import { tell } from '../figures.js';
import { readRow, readSession, readSettings } from './asks.js';
import { ratio, type Bare } from './compare.js';
import { countOf, load, middleOne, type Outcome } from './load.js';
import { OPTIONS } from '../options.js';
import type { MeasuredPortal } from './portal.js';
import { middleOf } from './verify.js';

/** L6: sessions are checked and settings read; the check also beside a bare handler that reads one row. */
export async function measureSessions(portal: MeasuredPortal, bare: Bare): Promise<void> {
  const { origin } = portal.server;
  const pids = await portal.pids();
  const next = readSettings(portal);
  const outcome = await middleOf(OPTIONS.rounds, (seconds) => load(origin, next, { connections: 100, seconds, pids }));
  const name = `L6 ${portal.kind}: session check and settings`;
  tell(name, outcome.perSecond, 'a second', { atLeast: 3_000 });
  tell(`${name}, 99th percentile`, outcome.p99, 'ms', { atMost: 60 });
  tell(
    `${name}, answers but 200`,
    countOf(outcome, (status) => status !== 200),
    '',
    { atMost: 0 },
  );
  const pressure = { connections: 100, seconds: OPTIONS.seconds };
  const checks: Outcome[] = [];
  const rows: Outcome[] = [];
  const share = await ratio(
    OPTIONS.rounds,
    async () => {
      checks.push(await load(origin, readSession(portal), { ...pressure, pids }));
      return checks.at(-1)!.perSecond;
    },
    async () => {
      rows.push(await load(bare.origin, readRow, { ...pressure, pids: [bare.pid] }));
      return rows.at(-1)!.perSecond;
    },
  );
  const [checked, bareOne] = [middleOne(checks), middleOne(rows)];
  const check = `L6 ${portal.kind}: session check`;
  tell(`${check} beside a bare handler`, share, '', { atLeast: 0.85 });
  tell(`${check}, the same in processor time`, bareOne.cpuMs / checked.cpuMs, '');
  tell(`${check}, processor`, checked.cpuMs, 'ms');
}

const SLOW = 500;

/** L7: sockets that drip headers, drip a body, or don't read, while others ask half of what L6 showed. */
export async function measureSlowSockets(portal: MeasuredPortal): Promise<void> {
  const { origin, port } = portal.server;
  const next = readSettings(portal);
  const { perSecond } = await load(origin, next, { connections: 100, seconds: OPTIONS.seconds });
  const start = performance.now();
  const ends: number[] = [];
  const sockets = Array.from({ length: SLOW }, (_, i) => dripping(port, i, () => ends.push(performance.now() - start)));
  const outcome = await load(origin, readSettings(portal), {
    connections: 50,
    seconds: 20,
    rate: Math.max(1, perSecond / 2),
  });
  for (const socket of sockets) socket.destroy();
  const name = `L7 ${portal.kind}: ${SLOW} slow sockets`;
  tell(`${name}, still open after 20 s`, SLOW - ends.length, '', { atMost: 0 });
  tell(`${name}, last one closed after`, ends.length < SLOW ? Infinity : Math.max(...ends) / 1_000, 's', {
    atMost: 15,
  });
  tell(`${name}, others meanwhile, 99th percentile`, outcome.p99, 'ms', { atMost: 200 });
  tell(
    `${name}, others meanwhile, answers but 200`,
    countOf(outcome, (status) => status !== 200),
    '',
    { atMost: 0 },
  );
}

function dripping(port: number, i: number, ended: () => void): Socket {
  const socket = connect(port, '127.0.0.1');
  const head = 'POST /api/portal/session HTTP/1.1\r\nhost: localhost\r\n';
  // The body says that it is longer than what will come.
  const body = `${head}origin: http://localhost:4000\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{`;
  socket.on('connect', () => socket.write(i % 2 === 0 ? head : body));
  const timer = setInterval(() => socket.write(i % 2 === 0 ? `x-drip: ${i}\r\n` : ' '), 1_000);
  socket.on('error', () => undefined).resume();
  socket.on('close', () => {
    clearInterval(timer);
    ended();
  });
  return socket;
}
