const KEY = 'portal-elements.contact';

/** What somebody had typed when their session ended, kept in this tab until they have logged in again. */
export interface Draft {
  /** Whose it is: nobody else who logs in here may see it. */
  username: string;
  values: Record<string, string>;
}

// A browser may refuse to keep anything; then nothing is kept.
function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** Keeps a draft. */
export function keepDraft(draft: Draft): void {
  try {
    storage()?.setItem(KEY, JSON.stringify(draft));
  } catch {
    // It is full.
  }
}

/** Forgets what was kept. */
export const forgetDraft = (): void => storage()?.removeItem(KEY);

/** What was kept for this account; what was kept for another is forgotten. */
export function draftOf(username: string): Draft['values'] | undefined {
  try {
    const draft = JSON.parse(storage()?.getItem(KEY) ?? 'null') as Draft | null;
    if (draft?.username === username) return draft.values;
  } catch {
    // Somebody else has written there.
  }
  forgetDraft();
  return undefined;
}
