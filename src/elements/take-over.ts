/** Whether the page has put something into the element that belongs into no slot. Blanks between the tags are nothing. */
export const hasOwnContent = (element: Element): boolean =>
  [...element.childNodes].some((node) =>
    node instanceof Element ? !node.slot : node instanceof Text && node.data.trim() !== '',
  );

/**
 * What was typed into a form that the page has put into the element, before the element's own stood there, goes on in the
 * fields of the same name, and so does the focus. What has no such field, a password above all, is forgotten.
 */
export function takeOver(element: Element, container: Element): void {
  for (const form of element.querySelectorAll<HTMLFormElement>(':scope > form')) {
    for (const typed of form.querySelectorAll<HTMLInputElement>('input[name]')) {
      const own = container.querySelector<HTMLInputElement>(`input[name="${CSS.escape(typed.name)}"]`);
      if (!own) continue;
      if (typed.value) own.value = typed.value;
      if (typed.matches(':focus')) own.focus();
    }
    form.reset();
  }
}
