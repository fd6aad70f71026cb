import { roots } from './composed.js';

const QUIET = 60;

/** Waits until no request is under way and nothing has changed for a moment. */
export async function settled(): Promise<void> {
  let last = performance.now();
  const observer = new MutationObserver(() => (last = performance.now()));
  const watch = (): void => {
    for (const root of roots())
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  watch();
  const busy = (): boolean => document.querySelector(':is(main *):state(pending)') !== null;
  while (performance.now() - last < QUIET || busy()) {
    await new Promise((resolve) => setTimeout(resolve, QUIET / 3));
    watch();
  }
  observer.disconnect();
}
