/** Runs in the page: what overlaps, what is cut off, what sticks out. */
export function measure(within?: string): string[];
