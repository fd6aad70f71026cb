/**
 * Whether an element may move the focus by itself: somebody is looking at the page, and has it in this element or nowhere,
 * not in another part of the page by now.
 */
export function mayTakeFocus(element: HTMLElement): boolean {
  const { activeElement } = document;
  // In somebody's shadow root the document only sees the host of that.
  const within = (element.getRootNode() as Document | ShadowRoot).activeElement;
  const nowhere = !activeElement || activeElement === document.body;
  return !document.hidden && (nowhere || element.contains(within));
}

/** Moves the focus to a part of an element, after an act that has taken time. */
export function moveFocus(element: HTMLElement, to: string): void {
  if (mayTakeFocus(element)) element.querySelector<HTMLElement>(to)?.focus();
}
