import { createMailbox } from '../../../src/backend/mail/memory.js';
import { openPortal } from '../../../src/backend/node/portal.js';
import { serve } from '../../../src/backend/node/server.js';
import { createCheapHasher } from '../../../src/backend/web-crypto.js';
import type { Limits } from '../../../src/backend/settings.js';
import { spoil, type Spoiled } from './spoil.js';

/** What a server of the tests' own does otherwise than the product. */
export interface Otherwise extends Spoiled {
  /** Passwords cost nothing: only here, for there is no setting that could make them so. */
  cheapPasswords?: boolean;
  limits?: Partial<Limits>;
  /** Takes mail and forgets it; else what the environment says. */
  mailbox?: boolean;
  /** How far its clock is off, in milliseconds. */
  clockOff?: number;
  /** Ends at once where it is told to stop. */
  stopsAtOnce?: boolean;
  /** Notes letters down as sent before they are. */
  notesBeforeSending?: boolean;
  /** Knows nobody who comes again with a ticket that they spent. */
  forgetsTickets?: boolean;
  /** Claims letters for no time at all. */
  withoutLeases?: boolean;
}

/*
 * The product's server as its command line starts it, except for what the tests change. It tells its port on the first
 * line, and ends with whoever started it.
 */

const otherwise = JSON.parse(process.env['OTHERWISE'] ?? '{}') as Otherwise;
spoil(otherwise);
if (otherwise.clockOff) {
  const { now } = Date;
  Date.now = () => now() + otherwise.clockOff!;
}

const portal = await openPortal({
  ...(otherwise.mailbox && { mailer: createMailbox() }),
  adjust: (settings) => ({ ...settings, limits: { ...settings.limits, ...otherwise.limits } }),
});
const { store, hasher, secrets } = portal.deps;
if (otherwise.cheapPasswords) Object.assign(hasher, createCheapHasher(secrets));
if (otherwise.forgetsTickets) store.findAccountByTicket = () => Promise.resolve(undefined);
const { claimLetters } = store;
if (otherwise.withoutLeases) store.claimLetters = (most, now) => claimLetters({ ...most, leaseMs: 0 }, now);
if (otherwise.notesBeforeSending) {
  store.claimLetters = async (most, now) => {
    const claimed = await claimLetters(most, now);
    for (const { id } of claimed) await store.letterSent(id, now);
    return claimed;
  };
}

const server = await serve(portal);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(
    signal,
    () => void (otherwise.stopsAtOnce ? process.exit(0) : server.stop().then(() => process.exit(0))),
  );
process.stdin.on('end', () => process.exit(1)).resume();
process.stdout.write(`on port ${server.port}\n`);
