import type { Instant } from '../records.js';

/** A moment as the contract writes it: ISO 8601 in UTC. */
export const iso = (at: Instant): string => new Date(at).toISOString();
