import { css, unsafeCSS, type CSSResult } from 'lit';
import { buttonStyles } from './button-styles.js';
import { fieldStyles } from './field-styles.js';
import { modeStyles } from './mode-styles.js';
import { noticeStyles } from './notice-styles.js';
import { steady } from './steady.js';
import { PORTAL_TAGS } from './tags.js';
import { focusStyles, textStyles } from './text-styles.js';

const inside: CSSResult[] = [];
const beside: CSSResult[] = [];

const join = (styles: readonly CSSResult[]): CSSResult => unsafeCSS(styles.join(' '));

/**
 * How the form in the light DOM looks, as far as the tags that are loaded need it.
 *
 * Every rule resolves to `:where(tags):is(*, .portal) .portal-x`, unlayered. An `:is` weighs what its heaviest choice
 * does, whichever it finds: that weight (0,2,0) beats the resets and frameworks of a page, and a client beats it with a
 * token or with one more class.
 */
export const portalStyles = (): string =>
  steady(css`
    :where(${unsafeCSS(PORTAL_TAGS.join())}):is(*, .portal) {
      /* What a page's own rules for bare tags would otherwise bring in. Its own nodes, in a slot, are left alone. */
      :where(.portal-root, .portal-root *, .portal-button, .portal-link)[class^='portal-'],
      :where(.portal-root) :where(p, ul, ol, li, span, bdi):not([class]) {
        float: none;
        clear: none;
        box-sizing: border-box;
        inline-size: auto;
        block-size: auto;
        max-inline-size: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        letter-spacing: normal;
        list-style: inherit;
        text-align: start;
        text-indent: 0;
        text-shadow: none;
        text-transform: none;
      }
      .portal-root {
        color: var(--_text);
        line-height: 1.5;
      }
      ${textStyles} ${fieldStyles} ${buttonStyles} ${noticeStyles} ${join(inside)} ${focusStyles} ${modeStyles}
      [class^='portal-'][hidden] {
        display: none;
      }
    }
    ${join(beside)}
    @keyframes portal-turn {
      to {
        rotate: 1turn;
      }
    }
  `).cssText;

let sheet: CSSStyleSheet | undefined;

/** The one sheet that every root adopts. */
export function portalSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(portalStyles());
  }
  return sheet;
}

/**
 * Takes styles in that not every tag needs: whatever has the classes imports the file that does this. The first kind is
 * nested in the tags like all others; the second names its tags itself.
 */
export function dress(nested: CSSResult, own?: CSSResult): void {
  inside.push(nested);
  if (own) beside.push(own);
  sheet?.replaceSync(portalStyles());
}
