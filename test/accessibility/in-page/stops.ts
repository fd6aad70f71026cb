import { focused } from './focus.js';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is ringed when something has the focus: a document’s row for its button, else the thing itself. */
const ringed = (element: Element): Element => element.closest('.portal-document-row') ?? element;

/** How long the line around these boxes is; lines of a text that lie below each other have one line around them. */
function perimeterOf(rects: readonly DOMRect[]): number {
  const shared = rects.slice(1).map((rect, index) => {
    const before = rects[index]!;
    return Math.max(0, Math.min(rect.right, before.right) - Math.max(rect.left, before.left));
  });
  const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);
  return 2 * (sum(rects.map(({ width, height }) => width + height)) - sum(shared));
}

/** What has the focus: the box around it, and how long the line around it is. */
export function focusBox(): { box: Box; perimeter: number } {
  const rects = [...ringed(focused()!).getClientRects()];
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return {
    box: { x: left, y: top, width: right - left, height: bottom - top },
    perimeter: perimeterOf(rects),
  };
}

/** Whether the middle of what has the focus can be seen: nothing lies over it, and it is on the screen. */
export function isFocusHidden(): boolean {
  const element = focused()!;
  const [{ left, top, width, height } = new DOMRect()] = element.getClientRects();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  const isIt =
    hit !== null &&
    (element.contains(hit) || hit === element || (element as HTMLInputElement).labels?.[0]?.contains(hit));
  return !isIt;
}

let undo: (() => void) | undefined;

/** Takes the focus off, with nothing selected; returns to it with `refocus`. */
export function unfocus(): void {
  const element = focused() as HTMLElement;
  undo = () => element.focus();
  element.blur();
}

/** Gives the focus back. */
export const refocus = (): void => undo?.();

/** Nothing in the field is selected: what is, is painted too. */
export function deselect(): void {
  const element = focused();
  if (element instanceof HTMLInputElement && /^(text|tel|password|email)$/.test(element.type))
    element.setSelectionRange(0, 0);
}
