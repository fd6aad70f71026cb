import type { CheckedOperation } from '../adapter/portal-adapter.js';
import type { Session } from '../contract/login.js';
import type { Input, Output } from '../contract/operations.js';
import { ERROR_STATUS, PortalError, type PortalErrorDetails } from '../contract/portal-error.js';
import type { Portal } from './portal.js';

const PATIENCE = 20_000;

/** Fetches what reads answers ahead of the first answer that has to be checked. */
export const warmUp = (): void => void import('../adapter/check-answer.js').catch(() => {});

/** What was thrown, as a `PortalError`: by its name, not its class, since an adapter may come with a copy of its own. */
export function portalErrorOf(thrown: unknown): PortalError {
  if (thrown instanceof PortalError) return thrown;
  const { name, code, ...details } = (thrown ?? {}) as PortalErrorDetails & { name?: unknown; code?: unknown };
  const known = name === 'PortalError' && typeof code === 'string' && Object.hasOwn(ERROR_STATUS, code);
  return known
    ? new PortalError(code as keyof typeof ERROR_STATUS, details)
    : new PortalError('server_error', { cause: thrown });
}

function patience(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new PortalError('network')), PATIENCE);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/**
 * Asks a backend, and trusts nothing of it: whatever it throws becomes a `PortalError`, what takes too long a `network`,
 * and an answer that isn't the contract's a `server_error`.
 */
export async function ask<Name extends CheckedOperation>(
  { adapter, language }: Portal,
  name: Name,
  input: Input<Name>,
  signal: AbortSignal = new AbortController().signal,
): Promise<Output<Name>> {
  const done = new AbortController();
  try {
    const checking = import('../adapter/check-answer.js').catch((cause: unknown) => {
      throw new PortalError('network', { cause });
    });
    const asking = (async () => (adapter[name] as (...call: unknown[]) => unknown)(input, { signal, language }))();
    const [{ checkAnswer, checkDocument, noteAnswer }, answer] = await Promise.race([
      Promise.all([checking, asking.catch(portalErrorOf)]),
      patience(AbortSignal.any([signal, done.signal])),
    ]);
    noteAnswer(adapter, name, answer instanceof PortalError ? answer.code : undefined);
    signal.throwIfAborted();
    if (!(answer instanceof PortalError)) return checkAnswer(name, answer);
    if (answer.code === 'consent_outdated') checkDocument(answer.document);
    throw answer;
  } catch (thrown) {
    signal.throwIfAborted();
    throw portalErrorOf(thrown);
  } finally {
    done.abort();
  }
}

/** The session of whoever is logged in already, if anybody is; no failure, since nobody asked for it. */
export const whoIsLoggedIn = (portal: Portal): Promise<Session | undefined> =>
  ask(portal, 'readSession', {}).catch(() => undefined);
