import type { PortalPage } from './portal-page.js';
import { describe, devTools, line, focusedNode, type TreeNode } from './tree.js';

export type Told = { said: string; by: string; appeared: boolean } | { focused: TreeNode | undefined };

/** What the page has told since it was asked last, by its regions and by moving the focus. */
export async function told({ page }: PortalPage): Promise<Told[]> {
  const session = await devTools(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: '(window.lastTold = window.inPage.told()).map((one) => "said" in one ? one : {})',
    returnByValue: true,
  });
  const entries = result.value as ({ said: string; by: string; appeared: boolean } | Record<string, never>)[];
  return Promise.all(
    entries.map(async (entry, index) =>
      'said' in entry ? (entry as Told) : { focused: await describe(page, `window.lastTold[${index}].focused`) },
    ),
  );
}

/** The same in lines for people to read. */
export const toldLines = (entries: readonly Told[]): string[] =>
  entries.map((entry) => {
    if ('said' in entry) return `${entry.by}${entry.appeared ? ', new on the page' : ''}: ${entry.said}`;
    const { focused } = entry;
    if (!focused) return 'focus on something that is gone';
    return `focus on ${line(focused)}${focused.description ? ` (${focused.description})` : ''}`;
  });

const MOST = 60;

/**
 * Goes through everything by Tab, from the link above our tags to the one below, or back; of a dialog, once around. A
 * line for each stop.
 */
export async function walk(portal: PortalPage, key: 'Tab' | 'Shift+Tab'): Promise<string[]> {
  const { page } = portal;
  const dialog = await page.evaluate(() => window.inPage.modal() !== undefined);
  const [start, end] = key === 'Tab' ? ['Above', 'Below'] : ['Below', 'Above'];
  if (!dialog) await page.getByRole('link', { name: start, exact: true }).focus();
  const stops: string[] = [];
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press(key);
    const node = await focusedNode(page);
    // The focus is in the browser's own window for a moment.
    if (!node || node.role === 'none') continue;
    const stop = line(node);
    if (!dialog && stop === `link "${end}"`) return stops;
    if (dialog && stops.includes(stop)) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab never comes to the end: ${stops.join(', ')}`);
}
