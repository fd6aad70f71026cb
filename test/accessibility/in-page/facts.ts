import { composed, textOf } from './composed.js';

/** What stands on the page about a control: to hold against what the browser tells of it. */
export interface Facts {
  /** The words beside it: of its label or, for a group, its legend. */
  label: string;
  /** Whether they can be seen. */
  labelSeen: boolean;
  hint: string;
  rules: string;
  error: string;
  /** The words on it that can be seen. */
  seen: string;
  tag: string;
  type: string;
  name: string;
  autocomplete: string | null;
  placeholder: boolean;
  /** Whether the page finds it without looking into anybody's shadow root. */
  inLight: boolean;
  /** Whether it stands in a form that has a button to send it. */
  sent: boolean;
  /** Whether nobody gets there: it is there for password managers. */
  outOfReach: boolean;
}

/** Whether somebody who looks at the page sees it. */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  for (
    let each: Element | null = element;
    each;
    each = each.parentElement ?? (each.getRootNode() as ShadowRoot).host ?? null
  )
    if (getComputedStyle(each).clipPath === 'inset(50%)') return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/** The words that can be seen in an element. */
export const seenText = (element: Element): string => textOf(element, isSeen);

/** The words of an element, seen or not, but for what is told to nobody. */
const allText = (element: Element | null | undefined): string =>
  element ? textOf(element, (each) => each.getAttribute('aria-hidden') !== 'true') : '';

export function factsOf(element: HTMLElement): Facts {
  const control = element as HTMLInputElement;
  const field = element.closest('.portal-field');
  const label = element.localName === 'fieldset' ? element.querySelector('legend') : control.labels?.[0];
  // Of a field with several controls, such as a date, the error is that of the control that it describes or of all.
  const part = (name: string): string =>
    allText(field?.querySelector(`:scope > .portal-${name}, :scope > .portal-choices > .portal-${name}`));
  return {
    label: allText(label),
    labelSeen: label != null && isSeen(label),
    hint: part('hint'),
    rules: allText(field?.querySelector('.portal-rules')),
    error: part('error'),
    seen: seenText(element),
    tag: element.localName,
    type: element.getAttribute('type') ?? '',
    name: control.name ?? '',
    autocomplete: element.getAttribute('autocomplete'),
    placeholder: element.hasAttribute('placeholder') || element.hasAttribute('aria-placeholder'),
    sent: control.form?.querySelector('[type="submit"]') != null,
    inLight: element.getRootNode() === document,
    outOfReach: element.tabIndex < 0 && element.classList.contains('portal-visually-hidden'),
  };
}

/** Where pasting or dropping would be stopped. */
export function stoppedPastes(): string[] {
  return composed()
    .filter((each) => each.matches('input, textarea'))
    .flatMap((input) =>
      ['paste', 'drop', 'dragover', 'beforeinput', 'copy', 'cut'].flatMap((type) =>
        input.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }))
          ? []
          : [`${type} is stopped in ${(input as HTMLInputElement).name}`],
      ),
    );
}
