import { whoIsLoggedIn } from '../../forms/ask.js';
import type { Portal } from '../../forms/portal.js';

/** Waits until somebody can see the page: what opens in a tab behind is missed. */
async function seen(): Promise<void> {
  while (document.hidden)
    await new Promise((changed) => document.addEventListener('visibilitychange', changed, { once: true }));
}

/** Whether the account that is logged in hasn't closed the help yet; answered once the page is in sight. */
export async function isFirstVisit(portal: Portal): Promise<boolean> {
  await seen();
  const session = await whoIsLoggedIn(portal);
  await seen();
  return session?.firstVisit ?? false;
}
