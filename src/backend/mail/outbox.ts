import type { Letter } from '../letter.js';
import type { Clock, Log, Mailer, Random, Secrets, Store } from '../ports.js';
import type { ClaimedLetter } from '../records.js';
import type { RenderedLetter } from './render-letter.js';
import { isServerAway, outageDelay, retryDelay, whatFailed } from './retry.js';

const LANES = 5;
// Longer than any mailer may take for one letter: until then nobody else sends it.
const LEASE_MS = 5 * 60_000;
const MOST_REFUSALS = 12;

/** Sends what waits in the store's outbox. */
export interface Outbox {
  /** Sends every letter that is due, and tells how many went out. */
  deliverDue(): Promise<number>;
  /** Does so again and again, until it is stopped. */
  start(intervalMs: number): void;
  /** Ends that, once the letters under way are done; takes no further one. */
  stop(): Promise<void>;
}

/**
 * Makes the worker that sends letters: each at least once, under an id that stays the same, so that a copy is recognized.
 * As many workers as wanted may run beside each other.
 *
 * A letter that can't be sent is tried again, later every time: for as long as it takes while the mail server is away, and
 * parked in the end where the server refuses it. One that can't even be read is parked at once. None holds up the others.
 */
export function createOutbox({
  store,
  secrets,
  mailer,
  render,
  clock,
  random,
  log,
}: {
  store: Pick<Store, 'claimLetters' | 'letterSent' | 'letterFailed'>;
  secrets: Pick<Secrets, 'open'>;
  mailer: Mailer;
  render: (letter: Letter) => RenderedLetter;
  clock: Clock;
  random: Pick<Random, 'integer'>;
  log: Log;
}): Outbox {
  async function failed(letter: ClaimedLetter, step: 'read' | 'send', error: unknown): Promise<void> {
    const now = clock.now();
    const away = step === 'send' && isServerAway(error);
    const park = !away && (step === 'read' || letter.attempts >= MOST_REFUSALS);
    const delay = away ? outageDelay(now - letter.queuedAt, random) : retryDelay(letter.attempts, random);
    const reason = `${step}: ${whatFailed(error)}`;
    log.error(park ? 'mail.parked' : 'mail.failed', {
      id: letter.id,
      kind: letter.kind,
      attempts: letter.attempts,
      reason,
    });
    await store.letterFailed(letter.id, park ? null : now + delay, reason, { counts: !away });
  }

  async function deliver(claimed: ClaimedLetter): Promise<boolean> {
    let mail;
    try {
      const letter = JSON.parse(await secrets.open(claimed.payload)) as Letter;
      mail = { id: claimed.id, to: letter.to, ...render(letter) };
    } catch (error) {
      await failed(claimed, 'read', error);
      return false;
    }
    try {
      await mailer.send(mail);
    } catch (error) {
      await failed(claimed, 'send', error);
      return false;
    }
    await store.letterSent(claimed.id, clock.now());
    log.info('mail.sent', { id: claimed.id, kind: claimed.kind, attempts: claimed.attempts });
    return true;
  }

  let stopping = false;

  // What nobody has taken waits for the next server: a full outbox would take minutes.
  const claim = async (): Promise<ClaimedLetter | undefined> =>
    stopping ? undefined : (await store.claimLetters({ limit: 1, leaseMs: LEASE_MS }, clock.now()))[0];

  // One letter after the other; a slow one holds up its own lane alone.
  async function lane(first?: ClaimedLetter): Promise<number> {
    let sent = 0;
    for (let claimed = first ?? (await claim()); claimed; claimed = await claim()) {
      try {
        if (await deliver(claimed)) sent += 1;
      } catch (error) {
        // The store couldn't note down how it ended: the letter comes again when its lease is over.
        log.error('mail.outbox_failed', { id: claimed.id, reason: whatFailed(error) });
      }
    }
    return sent;
  }

  async function deliverDue(): Promise<number> {
    const first = await claim();
    if (!first) return 0;
    const lanes = [lane(first), ...Array.from({ length: LANES - 1 }, () => lane())];
    const ends = await Promise.allSettled(lanes);
    const broken = ends.find((end) => end.status === 'rejected');
    if (broken) throw broken.reason;
    return ends.reduce((sum, end) => sum + (end.status === 'fulfilled' ? end.value : 0), 0);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = true;

  async function runOnce(intervalMs: number): Promise<void> {
    try {
      await deliverDue();
    } catch (error) {
      log.error('mail.outbox_failed', { reason: whatFailed(error) });
    }
    if (!stopped) timer = setTimeout(() => void (running = runOnce(intervalMs)), intervalMs);
  }

  return {
    deliverDue,
    start(intervalMs) {
      if (!stopped) return;
      stopped = false;
      stopping = false;
      running = runOnce(intervalMs);
    },
    async stop() {
      stopped = true;
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
