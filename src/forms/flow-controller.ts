import type { ReactiveController } from 'lit';
import type { CheckedOperation } from '../adapter/portal-adapter.js';
import type { Input, Output } from '../contract/operations.js';
import { PortalError } from '../contract/portal-error.js';
import type { Says } from '../locale/messages.js';
import { ask } from './ask.js';
import { Countdown } from './countdown.js';
import type { Explain, FieldError, FieldErrors, FormValues, RunOptions, Step } from './flow-types.js';
import { moveFocus } from './focus.js';
import type { FlowHost, Portal } from './portal.js';
import { onSession } from './session-events.js';

export type * from './flow-types.js';

let count = 0;

/**
 * Drives one form: which step it is at, the one request that may be under way, and what went wrong last.
 *
 * One request at a time; a late answer is dropped, and all of it ends when the element leaves the page.
 */
export class FlowController<State extends Step = Step> implements ReactiveController {
  /**
   * Begins every id of this form, so that two forms on a page don't share any. The tag is in it, because each tag is
   * registered by one copy of the package alone, and a page may hold two.
   */
  readonly id: string;
  readonly host: FlowHost;
  state: State;
  pending = false;
  error: PortalError | undefined;
  fieldErrors: FieldErrors = {};
  /** The names of all that was wrong when it was said, each at its place; what is put right leaves its place empty. */
  listed: readonly string[] = [];
  /** What the last act achieved; stays until the next. */
  saved: Says | undefined;
  /** What "Try again" does after the last request; without it the form is sent. */
  again: (() => unknown) | undefined;
  /** How long to wait before the next try. */
  readonly wait: Countdown;
  /** Whether that time is over. What was said stays, but for that: nothing moves while nobody does anything. */
  waited = false;

  readonly #marks = new Set<string>();
  #running: AbortController | undefined;

  constructor(host: FlowHost, state: State) {
    this.host = host;
    this.id = `${host.localName}-${++count}`;
    this.state = state;
    this.wait = new Countdown(host, () => (this.waited = true));
    host.addController(this);
    host.flows.add(this);
    onSession(host, () => this.error?.code === 'session_required' && this.clear());
  }

  get portal(): Portal {
    return this.host.portal;
  }

  /** Whether something was refused, here or by the backend. */
  get invalid(): boolean {
    return this.error !== undefined || Object.keys(this.fieldErrors).length > 0;
  }

  /** The form element, once it is drawn. */
  get form(): HTMLFormElement | null {
    return this.host.querySelector<HTMLFormElement>(`form#${this.id}`);
  }

  /** What the native controls hold now: a password manager may have written there without a word. */
  get values(): FormValues {
    const data = this.form ? new FormData(this.form) : undefined;
    return (name) => {
      const value = data?.get(name);
      return typeof value === 'string' ? value : '';
    };
  }

  /**
   * Asks the backend. Resolves to its answer; or to `undefined` when another request is under way, when it failed (then
   * the form says so), or when nobody waits for it any longer.
   *
   * @param explain which fields a failure is about
   */
  async run<Name extends CheckedOperation>(
    name: Name,
    input: Input<Name>,
    explain?: Explain,
    { back, again, language = this.portal.language }: RunOptions<State> = {},
  ): Promise<Output<Name> | undefined> {
    if (this.pending) return undefined;
    if (this.wait.left > 0) return void this.fail(new PortalError('too_many_attempts', { retryAfter: this.wait.left }));
    const running = new AbortController();
    this.#running = running;
    this.again = again;
    this.#leaveAlert();
    this.clear();
    this.pending = true;
    this.host.requestUpdate();
    try {
      const answer = await ask({ ...this.portal, language }, name, input, running.signal);
      return running.signal.aborted ? undefined : answer;
    } catch (error) {
      if (running.signal.aborted) return undefined;
      const failure = error as PortalError;
      const fields = explain?.(failure);
      const step = back?.(failure);
      if (step) this.go(step);
      if (this.host.operationFailed(failure.code, name)) this.fail(failure, fields);
      return undefined;
    } finally {
      if (this.#running === running) this.pending = false;
      this.host.requestUpdate();
    }
  }

  /** Ends the request under way; its answer is dropped. */
  abort(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.pending = false;
  }

  /** Shows another step. */
  go(state: State): void {
    const moved = state.step !== this.state.step;
    this.state = state;
    this.clear();
    this.#marks.clear();
    this.host.requestUpdate();
    // What an element begins with isn't a change.
    if (moved && this.host.hasUpdated) void this.host.stepShown(state.step);
  }

  /** Says which fields keep the form from being sent. */
  refuse(fields: FieldErrors): void {
    this.clear();
    this.#list(fields);
    void this.#focusAlert();
  }

  /** Shows a failure of something that wasn't asked by `run`. */
  fail(error: PortalError, fields: FieldErrors = {}): void {
    this.clear();
    this.error = error;
    this.#list(fields);
    if (error.code === 'too_many_attempts' && error.retryAfter) this.wait.start(error.retryAfter);
    void this.#focusAlert();
  }

  /** Says what was achieved. */
  tell(says: Says): void {
    this.clear();
    this.saved = says;
    this.host.requestUpdate();
  }

  /** Takes back what was said about the last act. */
  clear(): void {
    this.error = undefined;
    this.fieldErrors = {};
    this.saved = undefined;
    this.waited = false;
    this.host.requestUpdate();
  }

  /** A field was edited: what was said about it, and about the act as a whole, no longer holds. */
  edited(control: string): void {
    const holds = ([name, { at, about = [] }]: [string, FieldError]): boolean =>
      ![name, at, ...about].includes(control);
    this.fieldErrors = Object.fromEntries(Object.entries(this.fieldErrors).filter(holds));
    if (this.wait.left === 0) this.error = undefined;
    this.host.requestUpdate();
  }

  /** Whether a field is marked so, such as a password that is shown. */
  has(mark: string): boolean {
    return this.#marks.has(mark);
  }

  /** Sets or takes off a mark of a field. */
  mark(mark: string, on: boolean): void {
    if (this.#marks.has(mark) === on) return;
    if (on) this.#marks.add(mark);
    else this.#marks.delete(mark);
    this.host.requestUpdate();
  }

  /** Takes a kind of mark off all fields. */
  unmark(kind: string): void {
    for (const mark of [...this.#marks]) if (mark.startsWith(kind)) this.mark(mark, false);
  }

  hostDisconnected(): void {
    // A node that is only moved comes back at once.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.abort();
    });
  }

  #list(fields: FieldErrors): void {
    this.fieldErrors = fields;
    this.listed = Object.keys(fields);
  }

  // What was pressed in the alert goes away with it: the focus goes to what does the same, or stays at that place.
  #leaveAlert(): void {
    const alert = this.host.querySelector<HTMLElement>(`#${this.id}-alert`);
    if (!alert?.matches(':focus-within:not(:focus)')) return;
    (this.form?.querySelector<HTMLElement>('[type="submit"]') ?? alert).focus();
  }

  async #focusAlert(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    moveFocus(this.host, `#${this.id}-alert`);
  }
}
