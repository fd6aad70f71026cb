import type { Dialect } from '../../src/backend/stores/schema.js';
import { tell } from '../figures.js';
import { measureActivation, measureSoak } from './activate.js';
import { startBare, type Bare } from './compare.js';
import type { Size } from './fill.js';
import { measureFull } from './full.js';
import { measureInvitations } from './invitations.js';
import { measureFlood, measureLogIn } from './log-in.js';
import { OPTIONS } from '../options.js';
import { DATABASES } from './databases.js';
import { startPortal, type MeasuredPortal } from './portal.js';
import { measureSessions, measureSlowSockets } from './sessions.js';
import { measureLimit, measureVerify } from './verify.js';

const SMALL: Size = { accounts: 1_000, codes: 200, sessions: 100 };
const FULL: Size = { accounts: OPTIONS.accounts, codes: OPTIONS.accounts / 5, sessions: OPTIONS.accounts / 10 };

type Run = (portal: MeasuredPortal, bare: Bare) => Promise<void>;

/** The runs by their names in the plan, in the order in which one database bears them. */
const RUNS: Record<string, Run> = {
  L1: measureLogIn,
  L2: measureFlood,
  L3: measureVerify,
  L5: measureActivation,
  L6: measureSessions,
  L7: measureSlowSockets,
  L4: measureLimit,
  L9: measureSoak,
  L8: (portal) => withPortal(portal.kind, FULL, (full) => measureFull(full, portal, FULL)),
  L10: measureInvitations,
};

/** Measures the server under load: L1 to L10, or those that are named. */
export async function measureServer(named: readonly string[]): Promise<void> {
  const unknown = named.filter((name) => !(name in RUNS));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(RUNS).join(', ')}.`);
  for (const kind of DATABASES) {
    console.log(`\nThe server on ${kind}, ${OPTIONS.seconds} s each, the middle of ${OPTIONS.rounds} rounds.`);
    await withPortal(kind, SMALL, async (portal) => {
      const bare = await startBare(portal.installation.database.folder);
      for (const [name, run] of Object.entries(RUNS)) {
        if (named.length === 0 || named.includes(name)) await run(portal, bare);
      }
      bare.stop();
    });
  }
}

async function withPortal(kind: Dialect, size: Size, work: (portal: MeasuredPortal) => Promise<void>): Promise<void> {
  const start = performance.now();
  const portal = await startPortal(kind, size);
  tell(`${kind}: filled with ${size.accounts} accounts`, (performance.now() - start) / 1_000, 's');
  try {
    await work(portal);
  } finally {
    await portal.stop();
  }
}
