import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts seconds down and has its host show them. */
export class Countdown implements ReactiveController {
  /** Seconds that are left; 0 when it doesn't run. */
  left = 0;

  readonly #host: ReactiveControllerHost;
  readonly #over: () => void;
  #ends = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param over called when the time has run out, not when it was stopped */
  constructor(host: ReactiveControllerHost, over: () => void) {
    this.#host = host;
    this.#over = over;
    host.addController(this);
  }

  /** Starts anew with this many seconds. */
  start(seconds: number): void {
    this.stop();
    this.#ends = Date.now() + seconds * 1_000;
    this.#timer = setInterval(() => this.#tick(), 1_000);
    this.#tick();
  }

  /** Ends it early. */
  stop(): void {
    clearInterval(this.#timer);
    this.left = 0;
  }

  hostDisconnected(): void {
    this.stop();
  }

  // By the clock: timers of a hidden page are late.
  #tick(): void {
    this.left = Math.max(0, Math.ceil((this.#ends - Date.now()) / 1_000));
    if (this.left === 0) {
      this.stop();
      this.#over();
    }
    this.#host.requestUpdate();
  }
}

/** Seconds as `4:32`. */
export const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
