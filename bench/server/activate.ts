import { Client } from '../../test/faults/support/client.js';
import { tell } from '../figures.js';
import { memoryOf, read } from './load.js';
import { OPTIONS } from '../options.js';
import type { MeasuredPortal } from './portal.js';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const AT_ONCE = 10;

interface Activations {
  perSecond: number;
  times: number[];
  failed: number;
  /** The addresses of those that were acknowledged. */
  acknowledged: string[];
}

/** Some people who come. */
interface Coming {
  seconds: number;
  /** At most so many. */
  people: number;
  perSecond?: number;
}

/** People come with codes until the time is over or everybody has come. */
export async function activate(
  portal: MeasuredPortal,
  { seconds, people: most, perSecond = Infinity }: Coming,
): Promise<Activations> {
  const people = await portal.invite(most);
  const acknowledged: string[] = [];
  const times: number[] = [];
  let failed = 0;
  let begun = 0;
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  const lane = async (): Promise<void> => {
    for (let one = people.pop(); one && elapsed() < seconds * 1_000; one = people.pop()) {
      begun += 1;
      const early = (begun / perSecond) * 1_000 - elapsed();
      if (early > 0) await new Promise((resume) => setTimeout(resume, early));
      const from = performance.now();
      const client = new Client(() => portal.server.origin);
      const { json } = await client.verify(one);
      const created = await client.create(json['ticket'], one.email);
      const consented = await client.consent('portal-consent');
      if (created.status === 200) acknowledged.push(one.email);
      if (created.status !== 200 || consented.status !== 200) failed += 1;
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { perSecond: times.length / (elapsed() / 1_000), times: times.sort((a, b) => a - b), failed, acknowledged };
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Infinity;

/** L5: whole activations, code to consent. */
export async function measureActivation(portal: MeasuredPortal): Promise<void> {
  const { seconds, warmUpSeconds } = OPTIONS;
  await activate(portal, { seconds: warmUpSeconds, people: 100 });
  const coming = { seconds, people: Math.ceil(seconds * 80) };
  const { perSecond, times, failed, acknowledged } = await activate(portal, coming);
  const name = `L5 ${portal.kind}: activation`;
  tell(name, perSecond, 'a second', { atLeast: 40 });
  tell(`${name}, 99th percentile`, percentile(times, 0.99), 'ms', { atMost: 800 });
  tell(`${name}, that failed`, failed, '', { atMost: 0 });
  const found = await portal.installation.look((db) =>
    db.selectFrom('accounts').select('username').where('username', 'like', 'invited-%').execute(),
  );
  const names = new Set(found.map(({ username }) => username));
  tell(`${name}, acknowledged and not there`, acknowledged.filter((one) => !names.has(one)).length, '', { atMost: 0 });
}

/** L9: half of what the server can do, for long. */
export async function measureSoak(portal: MeasuredPortal): Promise<void> {
  const { soakSeconds, seconds } = OPTIONS;
  const pid = portal.server.child.pid!;
  const can = await activate(portal, { seconds, people: Math.ceil(seconds * 80) });
  const coming = (time: number) => ({ seconds: time, people: Math.ceil(time * perSecond), perSecond });
  const perSecond = can.perSecond / 2;
  await activate(portal, coming(soakSeconds / 4));
  const before = { memory: memoryOf(pid), files: filesOf(pid) };
  let wal = 0;
  const watch = setInterval(() => (wal = Math.max(wal, walOf(portal))), 1_000);
  const { failed } = await activate(portal, coming(soakSeconds));
  clearInterval(watch);
  const minutes = soakSeconds / 60;
  const name = `L9 ${portal.kind}: ${minutes.toFixed(1)} minutes${minutes < 30 ? ' instead of 30' : ''}`;
  tell(`${name}, memory a minute`, (memoryOf(pid) - before.memory) / minutes, 'MB', { atMost: 1 });
  tell(`${name}, more open files`, filesOf(pid) - before.files, '', { atMost: 5 });
  if (portal.kind === 'sqlite') tell(`${name}, largest WAL`, wal, 'MB', { atMost: 64 });
  tell(`${name}, activations that failed`, failed, '', { atMost: 0 });
}

const filesOf = (pid: number): number => (read(`/proc/${pid}/status`) ? readdirSync(`/proc/${pid}/fd`).length : 0);
const walOf = ({ installation }: MeasuredPortal): number =>
  (statSync(join(installation.database.folder, 'portal.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0) / 1_048_576;
