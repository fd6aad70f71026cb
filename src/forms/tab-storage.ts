/** Does something with the storage. A page may be denied it, or it may be full; then nothing is kept, and nothing else is lost. */
export function quietly<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

// What begins the names of all that is kept, so that it can be dropped at once.
const PREFIX = 'portal-kept:';

/** Names an account without telling who it is; `''` where that can't be done. */
export async function ownerOf(username: string | undefined): Promise<string> {
  // Only there in a secure context.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!username || !subtle) return '';
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(username));
  return btoa(String.fromCharCode(...new Uint8Array(digest, 0, 12)));
}

/** Keeps something in this tab, for this owner alone: on a shared device the next person must not find it. */
export function keep(key: string, owner: string, value: unknown): void {
  if (owner) quietly(() => sessionStorage.setItem(PREFIX + key, JSON.stringify({ owner, value })));
}

/** What was kept for this owner; what was kept for another is forgotten. */
export function kept<Value>(key: string, owner: string): Value | undefined {
  if (!owner) return undefined;
  const found = quietly(() => JSON.parse(sessionStorage.getItem(PREFIX + key)!) as { owner: string; value: Value });
  if (found?.owner === owner) return found.value;
  drop(key);
  return undefined;
}

/** Forgets what was kept. */
export const drop = (key: string): void => quietly(() => sessionStorage.removeItem(PREFIX + key));

/** Forgets all that was kept, whichever tag has kept it. */
export const dropAll = (): void =>
  quietly(() => Object.keys(sessionStorage).forEach((key) => key.startsWith(PREFIX) && sessionStorage.removeItem(key)));
