import { composed, roots } from './composed.js';

const rulesOf = (list: CSSRuleList): CSSRule[] =>
  [...list].flatMap((rule) => [rule, ...('cssRules' in rule ? rulesOf((rule as CSSGroupingRule).cssRules) : [])]);

/** What asks how a screen is held, or wants to be dragged. */
export function locksAndDrags(): string[] {
  const sheets = roots().flatMap((root) => [...root.adoptedStyleSheets, ...root.styleSheets]);
  const media = sheets
    .flatMap(({ cssRules }) => rulesOf(cssRules))
    .flatMap((rule) => (rule instanceof CSSMediaRule ? [rule.conditionText] : []));
  return [
    ...media.filter((condition) => /orientation|aspect-ratio/.test(condition)),
    ...composed().flatMap((each) =>
      each.matches('[draggable=true], [ondragstart]') ? [`<${each.localName}> is to be dragged`] : [],
    ),
  ];
}
