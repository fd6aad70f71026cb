import type { Page } from 'playwright-core';
import type { PortalPage } from './portal-page.js';
import { focusedNode, line } from './tree.js';

const ROOM = 10;

/** A picture of what has the focus, with some room around it. */
async function picture(
  page: Page,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Promise<string> {
  const clip = {
    x: Math.max(0, x - ROOM),
    y: Math.max(0, y - ROOM),
    width: width + 2 * ROOM,
    height: height + 2 * ROOM,
  };
  return (await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })).toString('base64');
}

/** At each stop of Tab: the ring has at least the area of a line of two pixels, at 3 to 1, and nothing lies over the stop. */
export async function ringMistakes({ page }: PortalPage): Promise<{ stops: number; mistakes: string[] }> {
  const mistakes: string[] = [];
  const stops: string[] = [];
  // Behind a modal dialog there is no way to it.
  const first = page.getByRole('link', { name: 'Above' });
  if ((await first.count()) > 0) await first.focus();
  for (;;) {
    await page.keyboard.press('Tab');
    const node = await focusedNode(page);
    if (!node || node.role === 'none') continue;
    if (node.name === 'Below' || stops.includes(line(node))) break;
    stops.push(line(node));
    await page.evaluate(() => window.inPage.deselect());
    if (await page.evaluate(() => window.inPage.isFocusHidden())) mistakes.push(`${line(node)} is covered`);
    const { box, perimeter } = await page.evaluate(() => window.inPage.focusBox());
    const on = await picture(page, box);
    await page.evaluate(() => window.inPage.unfocus());
    const off = await picture(page, box);
    await page.evaluate(() => window.inPage.refocus());
    const area = await page.evaluate(([one, other]) => window.inPage.changedArea(one, other, 3), [off, on] as const);
    if (area < 2 * perimeter) mistakes.push(`${line(node)}: ${area} pixels of ${2 * perimeter} change by 3 to 1`);
  }
  return { stops: stops.length, mistakes };
}
