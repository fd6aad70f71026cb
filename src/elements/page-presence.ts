import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onAddress } from '../adapter/page-state.js';
import { adoptStyles } from '../styles/adopt-styles.js';

/** What an element does about the page it stands in. */
export interface PresenceActs {
  /** The address has brought something new along. */
  address: () => void;
  /** The page is left, or the element has left the page. */
  leave: () => void;
  /** The page is back as it was left, by the browser's own Back. */
  back: () => void;
  /** The session has ended. */
  loggedOut: () => void;
}

let warned = false;

/** Follows an element into a page and out of it: lends the page the styles, and tells when secrets have to go. */
export class PagePresence implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #acts: PresenceActs;
  #undo: (() => void)[] = [];
  #new = true;

  constructor(host: ReactiveControllerHost & HTMLElement, acts: PresenceActs) {
    this.#host = host;
    this.#acts = acts;
    host.addController(this);
  }

  /** Whether the element has just come into a page; true once for each time. */
  isNew(): boolean {
    const isNew = this.#new;
    this.#new = false;
    return isNew;
  }

  hostConnected(): void {
    const { address, back, leave, loggedOut } = this.#acts;
    const gone = new AbortController();
    const { signal } = gone;
    addEventListener('pagehide', leave, { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && back(), { signal });
    addEventListener('portal-logged-out', loggedOut, { signal });
    this.#undo = [adoptStyles(this.#host), onAddress(address), () => gone.abort()];
    if (this.#host.getRootNode() instanceof ShadowRoot) this.#warn();
  }

  hostDisconnected(): void {
    for (const undo of this.#undo.splice(0)) undo();
    // A node that is only moved comes back at once.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#new = true;
      this.#acts.leave();
    });
  }

  #warn(): void {
    if (warned) return;
    warned = true;
    console.warn(
      `<${this.#host.localName}> stands inside a shadow root, where some password managers find no fields. Put it into the page itself if you can.`,
    );
  }
}
