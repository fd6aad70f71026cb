import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askOtherTabs } from '../../adapter/activity.js';

/** Tells the time, and wakes up. */
export interface IdleClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back after so many milliseconds; returns how to stop that. */
  wake(ms: number, act: () => void): () => void;
}

const SYSTEM_CLOCK: IdleClock = {
  now: () => Date.now(),
  wake: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Seconds before the end at which the warning comes. */
const WARNING = 60;
// Said when the warning comes and at these: a voice that counts down leaves nobody time to act.
const TOLD = [30, 10];
// A timer of more than 24 days would go off at once.
const LONGEST = 86_400_000;
// How long the other tabs have to say when they used the session last.
const ANSWER_MS = 250;

/**
 * Knows when a session ends that nobody uses: from the last use that anybody told of, by the clock on the wall, since
 * timers stand still while a computer sleeps. It never asks the server, which would be a use.
 */
export class IdleController implements ReactiveController {
  /** Seconds that are left once it is time to warn. */
  left: number | undefined;
  /** Seconds that were left when it was said last. */
  told: number | undefined;
  clock = SYSTEM_CLOCK;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #over: () => void;
  #idleMs: number | undefined;
  #lastUse = 0;
  #stopTimer: (() => void) | undefined;

  /** @param over called when the time has run out */
  constructor(host: ReactiveControllerHost & HTMLElement, over: () => void) {
    this.#host = host;
    this.#over = over;
    host.addController(this);
  }

  /** Watches a session that was used just now and ends after so many seconds without a use. */
  start(idleSeconds: number): void {
    this.#idleMs = idleSeconds * 1_000;
    this.#lastUse = this.clock.now();
    this.#look();
  }

  /** Stops watching. */
  stop(): void {
    this.#idleMs = undefined;
    this.#stopTimer?.();
    this.#show(undefined);
  }

  /** Notes a use, so many milliseconds ago. */
  used(ago: number): void {
    if (this.#idleMs === undefined) return;
    this.#lastUse = Math.max(this.#lastUse, this.clock.now() - ago);
    this.#look();
  }

  /** Waits. */
  readonly pause = (ms: number): Promise<void> => new Promise((over) => void this.clock.wake(ms, over));

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#resume);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#resume);
    // A node that is only moved comes back at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.stop();
    });
  }

  // Before a warning, and before an end that was slept through, the other tabs are heard.
  #look(heard = false): void {
    this.#stopTimer?.();
    if (this.#idleMs === undefined) return;
    const left = (this.#lastUse + this.#idleMs - this.clock.now()) / 1_000;
    const warning = Math.min(WARNING, this.#idleMs / 2_000);
    if (left > warning) {
      this.#show(undefined);
      this.#wake(Math.min((left - warning) * 1_000, LONGEST));
    } else if (this.left === undefined && !heard) {
      askOtherTabs();
      this.#wake(ANSWER_MS, true);
    } else if (left > 0) {
      this.#show(Math.ceil(left));
      this.#wake((left % 1 || 1) * 1_000);
    } else {
      this.stop();
      this.#over();
    }
  }

  #wake(ms: number, heard = false): void {
    this.#stopTimer = this.clock.wake(ms, () => this.#look(heard));
  }

  readonly #resume = (): void => {
    if (!document.hidden) this.#look();
  };

  #show(left: number | undefined): void {
    const { left: before } = this;
    if (left === before) return;
    if (left === undefined || before === undefined || TOLD.some((mark) => left <= mark && mark < before))
      this.told = left;
    this.left = left;
    this.#host.requestUpdate();
  }
}
