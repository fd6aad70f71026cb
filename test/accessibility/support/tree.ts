import type { CDPSession, Page } from 'playwright-core';
import type { Facts } from '../in-page/facts.js';

/** A node of the tree that the browser hands to assistive technology: what it has computed, not what the markup says. */
export interface TreeNode {
  role: string;
  name: string;
  description: string;
  value: string;
  /** What else is told of it: `required`, `checked`, `invalid`… */
  states: Record<string, unknown>;
  /** Where its name comes from: `labelfor`, `legend`, `contents`… */
  namedBy: string;
  children: TreeNode[];
  /** Names the element of the page. */
  element: number;
}

type Answer = Awaited<ReturnType<typeof fullTree>>;
type Raw = Answer['nodes'][number];

const fullTree = (session: CDPSession) => session.send('Accessibility.getFullAXTree');
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The line to the browser's own tools. */
export function devTools(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

const text = (value: { value?: unknown } | undefined): string =>
  typeof value?.value === 'string' || typeof value?.value === 'number'
    ? String(value.value).replace(/\s+/g, ' ').trim()
    : '';

function node({ role, name, description, value, properties, backendDOMNodeId }: Raw): TreeNode {
  const source = name?.sources?.find((each) => each.value ?? each.attributeValue);
  return {
    role: text(role),
    name: text(name),
    description: text(description),
    value: text(value),
    states: Object.fromEntries((properties ?? []).map((property) => [property.name, property.value.value as unknown])),
    namedBy: source?.nativeSource ?? source?.attribute ?? source?.type ?? '',
    children: [],
    element: backendDOMNodeId ?? 0,
  };
}

/** The whole tree of a page, without the nodes that nobody is told of. */
export async function treeOf(page: Page): Promise<TreeNode[]> {
  const { nodes } = await fullTree(await devTools(page));
  const byId = new Map(nodes.map((raw) => [raw.nodeId, raw]));
  const below = (id: string): TreeNode[] => {
    const raw = byId.get(id);
    if (!raw) return [];
    const children = (raw.childIds ?? []).flatMap(below);
    return raw.ignored ? children : [{ ...node(raw), children }];
  };
  return nodes.length > 0 ? below(nodes[0]!.nodeId) : [];
}

/** All nodes below these, in the order in which they are read. */
export const flat = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap((each) => [each, ...flat(each.children)]);

/** The node of an element that an expression names in the page, if it is there and told of. */
export async function describe(page: Page, expression: string): Promise<TreeNode | undefined> {
  const session = await devTools(page);
  const { result } = await session.send('Runtime.evaluate', { expression });
  const { objectId } = result;
  if (!objectId) return undefined;
  const answer = await session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
  await session.send('Runtime.releaseObject', { objectId });
  return answer.nodes[0] && node(answer.nodes[0]);
}

/** The node of the element that has the focus. */
export const focusedNode = (page: Page): Promise<TreeNode | undefined> => describe(page, 'window.inPage.focused()');

// What is told in words where it holds; the rest is of no use to anybody who listens.
const TOLD = ['required', 'invalid', 'readonly', 'disabled', 'checked', 'expanded', 'pressed', 'modal', 'hasPopup'];

/** A node in one line: role, name, value and state. */
export function line({ role, name, value, states }: TreeNode): string {
  const told = TOLD.flatMap((state) => {
    const is = states[state] === undefined ? 'absent' : JSON.stringify(states[state]).replaceAll('"', '');
    if (is === 'false') return ['checked', 'expanded', 'pressed'].includes(state) ? [`not ${state}`] : [];
    return is === 'absent' ? [] : [is === 'true' ? state : `${state} ${is}`];
  });
  if (role === 'heading') told.unshift(`level ${String(states['level'])}`);
  return [role, ...(name ? [`"${name}"`] : []), ...(value ? [`= "${value}"`] : []), ...told].join(' ');
}

/** Asks the page about the element of a node. */
export async function factsOf(page: Page, { element }: TreeNode): Promise<Facts> {
  const session = await devTools(page);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: element });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: 'function () { return window.inPage.factsOf(this) }',
    returnByValue: true,
  });
  return result.value as Facts;
}
