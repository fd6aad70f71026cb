import { sql } from 'kysely';
import { tell } from '../figures.js';
import { activate } from './activate.js';
import { logIn, readSettings, verify } from './asks.js';
import { ratio } from './compare.js';
import type { Size } from './fill.js';
import { load, type Ask } from './load.js';
import { OPTIONS } from '../options.js';
import type { MeasuredPortal } from './portal.js';

type Rate = () => Promise<number>;

const { seconds, warmUpSeconds, rounds } = OPTIONS;

async function rate(portal: MeasuredPortal, next: () => Ask, connections: number): Promise<Rate> {
  const measure = (time: number) => load(portal.server.origin, next, { connections, seconds: time });
  await measure(warmUpSeconds);
  return async () => (await measure(seconds)).perSecond;
}

/** What L1, L3, L5 and L6 count. */
const RATES: Record<string, (portal: MeasuredPortal) => Promise<Rate>> = {
  'log-in': (portal) => rate(portal, logIn(portal), 20),
  verification: async (portal) => rate(portal, verify((await portal.invite(200)).map(({ code }) => code)), 50),
  activation: (portal) =>
    Promise.resolve(async () => (await activate(portal, { seconds, people: Math.ceil(seconds * 80) })).perSecond),
  'session check and settings': (portal) => rate(portal, readSettings(portal), 100),
};

/** L8: a full database beside one that holds next to nothing, in turn, and a start on it. */
export async function measureFull(full: MeasuredPortal, small: MeasuredPortal, size: Size): Promise<void> {
  const where = `L8 ${full.kind}, ${size.accounts} accounts`;
  const start = performance.now();
  await full.restart();
  tell(`${where}: stop and start`, (performance.now() - start) / 1_000, 's', { atMost: 3 });
  for (const [name, prepare] of Object.entries(RATES)) {
    const share = await ratio(rounds, await prepare(full), await prepare(small));
    tell(`${where}: ${name} beside a small database`, share, '', { atLeast: 0.75 });
  }
  for (const { name, scans } of await scansOf(full)) {
    // Housekeeping looks at every session, at the start and once an hour.
    tell(`${where}: whole reads of ${name}`, scans, '', name === 'sessions' ? {} : { atMost: 0 });
  }
}

/** How often PostgreSQL has read a large table whole since the database was filled. */
async function scansOf({ installation, kind }: MeasuredPortal): Promise<{ name: string; scans: number }[]> {
  if (kind !== 'postgres') return [];
  return installation.look(async (db) => {
    const { rows } = await sql<{ name: string; scans: number }>`
      select c.relname as name, s.seq_scan as scans from pg_stat_user_tables s join pg_class c on c.oid = s.relid
      where c.reltuples > 10000`.execute(db);
    return rows;
  });
}
