import { isRightToLeft } from '../locale/load-messages.js';

/** Makes the container that the form is drawn in: a child of the element, where the whole page can see it. */
export function ownContainer(element: HTMLElement): HTMLElement {
  // A copy of the element brings a copy of a container along, which nobody draws in.
  element.querySelector(':scope > .portal-root[slot="portal-form"]')?.remove();
  const container = document.createElement('div');
  container.slot = 'portal-form';
  container.className = 'portal-root';
  element.append(container);
  return container;
}

/** Makes the container ready to be drawn in: in its place, and in the language of what will stand there. */
export function prepare(container: HTMLElement, element: HTMLElement, language: string): void {
  // Frameworks that own the element's children may have thrown ours out.
  if (container.parentNode !== element) element.append(container);
  container.lang = language;
  if (isRightToLeft(language)) container.dir = 'rtl';
  else container.removeAttribute('dir');
}

/** Whether the page has chosen no font, so that the browser's own serif would show. */
export const isPlainPage = (element: HTMLElement): boolean =>
  /^("?Times New Roman"?|Times|serif|-webkit-standard)$/i.test(getComputedStyle(element).fontFamily);
