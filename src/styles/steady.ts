import { unsafeCSS, type CSSResult } from 'lit';

/**
 * Counts the `rem` of a sheet from 16 pixels at least. A page may have made its own smaller, as Bootstrap 3 does and
 * everybody who writes `html { font-size: 62.5% }`: then nothing could be read, and no button be hit. What the sheet asks
 * of the screen stays as it is, since a page’s own size has no say in it.
 */
export const steady = (sheet: CSSResult): CSSResult =>
  unsafeCSS(
    sheet.cssText.replace(/@[^{]*|(?<!max\()(-?[\d.]+)rem\b/g, (found, count?: string) =>
      count ? `calc(${count} * var(--_rem))` : found,
    ),
  );
