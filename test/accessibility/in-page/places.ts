import { composed } from './composed.js';
import { isSeen } from './facts.js';

/** The modal dialog that is open, if one is. */
export const modal = (): Element | undefined => composed().find((each) => each.matches('dialog:modal'));

/** What can be reached by Tab or pressed, in the order of the page; of what stands behind a modal dialog nothing. */
export function controls(): HTMLElement[] {
  const all = (around: Element | undefined): Element[] => (around ? composed(around) : composed());
  return all(modal()).filter(
    (each): each is HTMLElement =>
      each instanceof HTMLElement &&
      each.matches('a[href], button, input, select, textarea, summary') &&
      each.tabIndex >= 0 &&
      isSeen(each),
  );
}

const told = (element: HTMLElement): string =>
  `<${element.localName}> ${element.id || element.textContent.trim().slice(0, 30)}`;

/** What comes after something in the order of the page, and stands before it for whoever looks. */
export function outOfOrder(): string[] {
  const all = controls().map((control) => ({ control, box: control.getBoundingClientRect() }));
  return all.slice(1).flatMap(({ control, box }, index) => {
    const before = all[index]!;
    const above = box.bottom <= before.box.top;
    const beside = box.top < before.box.bottom && before.box.top < box.bottom;
    const ahead =
      getComputedStyle(control.parentElement!).direction === 'rtl'
        ? box.left >= before.box.right
        : box.right <= before.box.left;
    return above || (beside && ahead) ? [`${told(control)} stands before ${told(before.control)}`] : [];
  });
}

// The row of a choice belongs to its label, as does that of a document to its button.
function boxOf(control: HTMLElement): DOMRect {
  const row = control.closest('.portal-choice, .portal-document-row');
  return (row ?? control).getBoundingClientRect();
}

// A link in a sentence is as high as its line.
function isInline(control: HTMLElement): boolean {
  if (control.localName !== 'a' || getComputedStyle(control).display !== 'inline') return false;
  return [...(control.parentElement?.childNodes ?? [])].some((node) => node instanceof Text && node.data.trim() !== '');
}

/** Whether whom to turn to stands last in a tag that has such a line, and last in an alert. */
export function helpAstray(): string[] {
  const lines = composed().filter((each) => each.matches('.portal-support') && isSeen(each));
  if (lines.length === 0) return ['nobody is named to turn to'];
  return lines.flatMap((line) => {
    const around = line.closest('.portal-alert') ?? (line.getRootNode() as ShadowRoot).host;
    const after = composed(around).filter((each) => each.matches('a, button, input, select, p') && isSeen(each));
    return line === after.at(-1) || line.contains(after.at(-1)!)
      ? []
      : [`“${line.textContent.trim()}” isn’t the last thing in <${around.localName}>`];
  });
}

/** What is too small to be pressed: less than so many pixels wide or high. */
export const smallTargets = (least: number): string[] =>
  controls()
    .filter((control) => !isInline(control))
    .map((control) => ({ control, box: boxOf(control) }))
    .filter(({ box }) => Math.min(box.width, box.height) < least - 0.01)
    .map(({ control, box }) => `${told(control)} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);

/** Of what is a control and no link what is lower than a finger wants it. */
export const lowControls = (): string[] =>
  controls()
    .filter((control) =>
      control.matches('.portal-button, .portal-input, .portal-choice-input, .portal-document-button'),
    )
    .filter((control) => boxOf(control).height < 43.99)
    .map((control) => `${told(control)} is ${boxOf(control).height} high`);
