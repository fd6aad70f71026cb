/** What a mailed link can carry in the page's address. */
export type Carried = 'code' | 'reset' | 'confirm';

const KINDS: readonly Carried[] = ['code', 'reset', 'confirm'];

interface Shared {
  carried: Map<Carried, string>;
  listeners: Set<() => void>;
  listening: boolean;
}

// Kept under a registered symbol: of two copies of this module on a page the first takes it out of the address, and the
// tag that needs it may be of the second.
const KEY = Symbol.for('portal-elements.address');
const shared = ((globalThis as unknown as Record<symbol, Shared>)[KEY] ??= {
  carried: new Map(),
  listeners: new Set(),
  listening: false,
});
const { carried, listeners } = shared;

interface HistoryState {
  portalCode?: unknown;
}

// What this entry of the history holds for a reload.
function note(code: string | undefined, address: string): void {
  const { portalCode, ...rest } = (history.state ?? {}) as HistoryState;
  if (portalCode === code && address === location.href) return;
  history.replaceState({ ...rest, ...(code && { portalCode: code }) }, '', address);
}

// Tells whether there was anything in it.
function readAddress(): boolean {
  const url = new URL(location.href);
  const fragment = new URLSearchParams(url.hash.slice(1));
  // In a fragment a plus is a plus; only in a form it is a space. A custom backend's codes may hold some.
  const literal = new URLSearchParams(url.hash.slice(1).replaceAll('+', '%2B'));
  const found = KINDS.filter((kind) => literal.get(kind));
  for (const kind of found) carried.set(kind, literal.get(kind)!);
  for (const kind of KINDS) fragment.delete(kind);

  // An answer to a single sign-on carries a `code` too, beside a `state`: that one isn't ours.
  const inQuery = url.searchParams.has('state') ? null : url.searchParams.get('code');
  if (inQuery && !found.includes('code')) carried.set('code', inQuery);

  const brought = found.length > 0 || !!inQuery;
  if (found.length > 0) url.hash = fragment.toString();
  if (inQuery) url.searchParams.delete('code');
  // A link within the page begins an entry of its own, which holds the code too, as long as it is at hand.
  note(carried.get('code'), brought ? url.href.replace(/#$/, '') : location.href);
  return brought;
}

function read(): void {
  if (shared.listening || !globalThis.location) return;
  shared.listening = true;
  const kept = (history.state as HistoryState | null)?.portalCode;
  if (typeof kept === 'string' && kept) carried.set('code', kept);
  readAddress();
  // A second mail's link, opened in a page that is there already: its code replaces the first.
  addEventListener('hashchange', () => {
    if (!readAddress()) return;
    for (const listener of [...listeners]) listener();
  });
}

/**
 * What the page's address carried. It is read once and taken out of the address; the code outlives a reload, in
 * `history.state`, until it is forgotten.
 */
export function fromAddress(kind: Carried): string | undefined {
  read();
  return carried.get(kind);
}

/** Forgets what the address carried, once it was used or refused. */
export function forget(kind: Carried): void {
  carried.delete(kind);
  if (kind === 'code' && globalThis.history) note(undefined, location.href);
}

/** Another page takes the code over: who comes back to this one after it was used doesn't find it here. */
export function handOn(): void {
  note(undefined, location.href);
  // The browser may bring the page back as it was left. Till then another tag may still want it.
  addEventListener('pagehide', () => carried.delete('code'), { once: true });
}

/** Calls the listener when a new address brought something along; returns how to stop that. */
export function onAddress(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
