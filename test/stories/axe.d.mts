import type { Page } from 'playwright-core';

/** What axe has against a part of the page; what it leaves open counts as well. */
export function axeMistakes(page: Page, colorScheme: string, within?: string): Promise<string[]>;
