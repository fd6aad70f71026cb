import { roots } from './composed.js';

const STYLES = {
  large: ':root { font-size: 200% !important }',
  spaced: `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`,
};

let sheet: CSSStyleSheet | undefined;

/** Lays a reader’s own style over everything, in every shadow root too; or takes it off again. */
export function restyle(which?: keyof typeof STYLES): void {
  for (const root of roots()) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  if (!which) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES[which]);
  for (const root of roots()) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
