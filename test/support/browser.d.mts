/** The Chromium or Chrome of this machine, if there is one. */
export function findBrowser(): string | undefined;
/** The same; where there is none, one is fetched. */
export function findOrFetchBrowser(): Promise<string>;
/** What Chromium needs to run as root in a container. */
export const browserArgs: string[];
