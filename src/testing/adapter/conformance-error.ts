/**
 * Where a rule is written down: a row of the table in docs/security.md, a section of docs/http.md, or a type that carries
 * it in its doc comment.
 */
export type Rule = `docs/security.md R-${number}` | `docs/http.md ${string}` | `PortalAdapter: ${string}`;

/** A rule that a backend breaks: what was expected of it, what came, and where the rule is written down. */
export class ConformanceError extends Error {
  override name = 'ConformanceError';
  readonly expected: string;
  readonly came: string;
  readonly rule: Rule | undefined;

  constructor(expected: string, came: string, rule?: Rule) {
    super(`Expected ${expected}. Got ${came}.${rule ? ` Rule: ${rule}.` : ''}`);
    this.expected = expected;
    this.came = came;
    this.rule = rule;
  }
}

/** A case that can't be tried on this backend: its message is the reason. */
export class NotApplicable extends Error {
  override name = 'NotApplicable';
}

const MOST_SHOWN = 400;

/** A value for a sentence, cut where it gets long. */
export function inShort(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** Demands that something holds. The two texts end the sentences "Expected …" and "Got …". */
export function demand(holds: boolean, expected: string, came: unknown, rule?: Rule): asserts holds {
  if (!holds) throw new ConformanceError(expected, inShort(came), rule);
}
