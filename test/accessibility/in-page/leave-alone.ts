import type { PortalSession } from '../../../src/elements/session/portal-session.js';

const AWAY_SECONDS = 29 * 60 + 15;

/** Leaves the page alone until it warns; there the time stands still. */
export async function leaveAlone(): Promise<void> {
  const session = document.querySelector<PortalSession>('portal-session')!;
  const { idle } = session;
  const since = Date.now() + AWAY_SECONDS * 1_000;
  idle.clock = { ...idle.clock, now: () => since };
  idle.used(AWAY_SECONDS * 1_000);
  while (!session.querySelector('dialog[open]')) await new Promise((resolve) => setTimeout(resolve, 20));
}
