import { isTransient } from './failures.js';

const RETRIES = 3;
const LONGEST_PAUSE_MS = 20;

/** Runs work that is atomic, and again up to three times where others were in its way. */
export async function retried<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let left = RETRIES; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isTransient(error)) throw error;
      await pause();
    }
  }
}

/** A short wait, never the same twice: two that were in each other's way don't meet again. */
export function pause(): Promise<void> {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return new Promise((resume) => setTimeout(resume, 1 + (byte / 255) * LONGEST_PAUSE_MS));
}
