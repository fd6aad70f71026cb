import type { Browser } from 'playwright-core';

/** What a visit to a page has cost. */
export interface Visit {
  /** Milliseconds from the request until the last of the fields stands and a submit of its form is taken. */
  ready: number;
  /** Milliseconds of script, and all of what keeps the page from answering for more than 50 ms at a time, beyond these 50. */
  script: number;
  blocking: number;
  /** Megabytes of the heap once all is done and tidied up. */
  heap: number;
  /** How far what stood there already has moved: the sum of the layout shifts. */
  shift: number;
}

/** Runs in the page before all else. */
function watch(count: number): void {
  const state = { blocking: 0, shift: 0 };
  const observe = (type: string, add: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
  observe('longtask', ({ duration }) => (state.blocking += duration - 50));
  observe('layout-shift', (entry) => (state.shift += (entry as unknown as { value: number }).value));

  const ready = new Promise<number>((resolve) => {
    const look = (): void => {
      const fields = document.querySelectorAll<HTMLInputElement>('input[name="username"]');
      const last = fields[count - 1];
      if (!last?.checkVisibility()) return;
      const now = performance.now();
      observer.disconnect();
      last.value = 'ann@example.org';
      // Of a form without script the browser itself takes what is submitted.
      let taken = document.scripts.length === 0;
      const submitted = (event: Event): void => {
        taken ||= event.defaultPrevented;
        event.preventDefault();
      };
      addEventListener('submit', submitted, { once: true });
      last.form!.requestSubmit();
      if (taken) resolve(now);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  });
  Object.assign(window, { visit: { ready, state } });
}

/** Opens a page for the first time, with nothing of it stored, on a processor that many times as slow. */
export async function visit(browser: Browser, url: string, count: number, slowdown: number): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const devTools = await context.newCDPSession(page);
    await devTools.send('Performance.enable');
    if (slowdown > 1) await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    // The compiler names functions by a helper of its own, which the page doesn't have.
    await page.addInitScript('globalThis.__name = (it) => it');
    await page.addInitScript(watch, count);
    await page.goto(url);
    const { ready, blocking, shift } = await page.evaluate(async () => {
      const { ready, state } = (window as unknown as { visit: { ready: Promise<number>; state: Visit } }).visit;
      const time = await ready;
      await new Promise((idle) => requestIdleCallback(idle));
      return { ...state, ready: time };
    });
    await devTools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devTools.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((entry) => entry.name === name)!.value;
    return { ready, blocking, shift, script: metric('ScriptDuration') * 1_000, heap: metric('JSHeapUsedSize') / 1e6 };
  } finally {
    await context.close();
  }
}
