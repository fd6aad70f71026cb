import { portalSheet } from './portal-styles.js';

type StyleRoot = Document | ShadowRoot;

const users = new WeakMap<StyleRoot, number>();

/**
 * Lends the form's style sheet to the document or shadow root that a node stands in, once however many ask; returns how
 * to give it back. The last one to leave takes it along.
 */
export function adoptStyles(node: Node): () => void {
  const root = node.getRootNode() as StyleRoot;
  if (!('adoptedStyleSheets' in root)) return () => {};
  const sheet = portalSheet();
  const before = users.get(root) ?? 0;
  users.set(root, before + 1);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];

  return () => {
    const left = (users.get(root) ?? 1) - 1;
    users.set(root, left);
    if (left === 0) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
