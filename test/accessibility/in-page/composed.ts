/** All elements of the page in the order in which they are seen: through shadow roots and slots. */
export function composed(node: ParentNode | Node = document.body): Element[] {
  return childrenOf(node).flatMap((child) => (child instanceof Element ? [child, ...composed(child)] : []));
}

/** The children of a node as they are seen: of a shadow root what it shows, of a slot what is put into it. */
export const childrenOf = (node: Node): Node[] => [
  ...(node instanceof HTMLSlotElement
    ? node.assignedNodes({ flatten: true })
    : ((node as Partial<Element>).shadowRoot ?? node).childNodes),
];

/** The document and every shadow root below it. */
export const roots = (): (Document | ShadowRoot)[] => [
  document,
  ...composed().flatMap(({ shadowRoot }) => shadowRoot ?? []),
];

/** The words in a node, as they follow each other on the page, of those elements that count. */
export function textOf(node: Node, counts: (element: Element) => boolean): string {
  const pieces = (each: Node): string[] => {
    if (each instanceof Text) return [each.data];
    if (!(each instanceof Element) || each instanceof SVGElement || !counts(each)) return [];
    const inside = childrenOf(each).flatMap(pieces);
    return getComputedStyle(each).display.startsWith('inline') ? inside : [' ', ...inside, ' '];
  };
  return pieces(node).join('').replace(/\s+/g, ' ').trim();
}
