import type { OperationName } from '../contract/operations.js';
import type { PortalErrorCode } from '../contract/portal-error.js';
import type { PortalAdapter } from './portal-adapter.js';

/**
 * What became of the session: it was used, so many milliseconds ago; a request was refused for want of it; or it was
 * logged out.
 */
type Activity = { kind: 'used'; ago: number } | { kind: 'refused' } | { kind: 'logged-out' };

/** Hears what became of a session. What other tabs tell comes without an adapter: the session is the browser's. */
export type ActivityListener = (activity: Activity, adapter?: PortalAdapter) => void;

// These don't count as use: they need no session, or end it.
const SESSIONLESS: ReadonlySet<OperationName> = new Set([
  'readConfig',
  'verifyCode',
  'renewCode',
  'logOut',
  'requestPasswordReset',
  'resetPassword',
  'confirmEmail',
]);
// Failures after which nobody knows whether the session was used.
const UNHEARD: ReadonlySet<PortalErrorCode> = new Set(['network', 'unavailable', 'server_error', 'too_many_attempts']);

const CHANNEL = 'portal-elements';
const listeners = new Set<ActivityListener>();
let lastUse: number | undefined;
let channel: BroadcastChannel | undefined;

function hear({ data }: MessageEvent<Activity | { kind: 'when' }>): void {
  if (data.kind !== 'when') tell(data);
  else if (lastUse !== undefined) post({ kind: 'used', ago: Date.now() - lastUse });
}

function post(message: Activity | { kind: 'when' }): void {
  if (!globalThis.BroadcastChannel) return;
  const open = channel ?? new BroadcastChannel(CHANNEL);
  open.postMessage(message);
  // An open channel keeps a page out of the browser's cache of pages.
  if (!channel) open.close();
}

function tell(activity: Activity, adapter?: PortalAdapter): void {
  for (const listener of [...listeners]) listener(activity, adapter);
}

/** Notes how a request ended, for those who watch the session, in this tab and in others. */
export function noteAnswer(adapter: PortalAdapter, name: OperationName, refusal?: PortalErrorCode): void {
  if (name === 'logOut' && !refusal) return share({ kind: 'logged-out' }, adapter);
  if (SESSIONLESS.has(name)) return;
  if (refusal === 'session_required') return tell({ kind: 'refused' }, adapter);
  if (refusal && UNHEARD.has(refusal)) return;
  lastUse = Date.now();
  share({ kind: 'used', ago: 0 }, adapter);
}

function share(activity: Activity, adapter: PortalAdapter): void {
  if (activity.kind === 'logged-out') lastUse = undefined;
  tell(activity, adapter);
  post(activity);
}

/** Asks the other tabs when they used the session last; what they know comes to the listeners. */
export const askOtherTabs = (): void => post({ kind: 'when' });

/** Calls the listener whenever something becomes of a session; returns how to stop that. */
export function onActivity(listener: ActivityListener): () => void {
  listeners.add(listener);
  if (!channel && globalThis.BroadcastChannel) {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = hear;
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = undefined;
  };
}
