import { textOf } from './composed.js';

/** What somebody who doesn't see the page is told by itself: a region that speaks, or a move of the focus. */
export type Told = { said: string; by: string; appeared: boolean } | { focused: Element };

const LIVE = '[role=alert], [role=status], [role=log], [role=timer], [aria-live], output';
const log: Told[] = [];
const last = new WeakMap<Element, string>();

const regionOf = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest(LIVE) ?? null;

function speak(region: Element, appeared: boolean): void {
  const silent = region.getAttribute('aria-live') === 'off' || region.getAttribute('role') === 'timer';
  if (silent || !region.checkVisibility({ visibilityProperty: true })) return;
  const said = textOf(region, (each) => each.getAttribute('aria-hidden') !== 'true');
  if (said === (last.get(region) ?? '')) return;
  last.set(region, said);
  if (said) log.push({ said, by: region.getAttribute('role') ?? region.localName, appeared });
}

const brings = ({ type, addedNodes }: MutationRecord): boolean =>
  type === 'characterData' || [...addedNodes].some((node) => node.textContent?.trim());

function watch(root: Document | ShadowRoot): void {
  new MutationObserver((records) => {
    // What is only taken away isn't read out.
    const changed = new Set(records.filter(brings).flatMap(({ target }) => regionOf(target) ?? []));
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (!(node instanceof Element) || regionOf(node.parentNode ?? node)) continue;
        for (const region of [node, ...node.querySelectorAll(LIVE)]) if (region.matches(LIVE)) speak(region, true);
      }
    for (const region of changed) speak(region, false);
  }).observe(root, { subtree: true, childList: true, characterData: true });
  // In each root, since a move within a shadow root isn't heard outside.
  root.addEventListener('focusin', (event) => {
    const [focused] = event.composedPath() as [Element];
    if (!byHand && focused.getRootNode() === root) log.push({ focused });
  });
}

// Whoever moves the focus by Tab or by pressing something knows where it goes.
let byHand = false;
for (const type of ['keydown', 'pointerdown'])
  addEventListener(
    type,
    (event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Tab') return;
      byHand = true;
      setTimeout(() => (byHand = false));
    },
    true,
  );
// Every shadow root, from its beginning.
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  watch(root);
  return root;
};
watch(document);

/** What was told since this was asked last. */
export const told = (): Told[] => log.splice(0);
