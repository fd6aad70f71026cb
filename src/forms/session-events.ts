import type { ReactiveControllerHost } from 'lit';

type LoggedOut = DocumentEventMap['portal-logged-out'];

/** Tells an element, as long as it is on the page, that somebody has logged in there or out, by whichever tag. */
export function onSession(
  host: ReactiveControllerHost,
  loggedIn: () => unknown,
  loggedOut?: (event: LoggedOut) => unknown,
): void {
  const hear = (event: Event): unknown =>
    event.type === 'portal-logged-out' ? loggedOut?.(event as LoggedOut) : loggedIn();
  const each = (act: 'addEventListener' | 'removeEventListener') => () => {
    const page: EventTarget = document;
    for (const type of ['portal-logged-in', 'portal-activated', 'portal-logged-out']) page[act](type, hear);
  };
  host.addController({ hostConnected: each('addEventListener'), hostDisconnected: each('removeEventListener') });
}
