/*
 * As much of an assertion library as the suite needs, so that it runs in every runner and in a browser.
 */

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A value as text in which equal values are equal, whatever the order of their keys. */
export const shown = (value: unknown): string => JSON.stringify(value, inOrder) ?? String(value);

/** Demands that two values say the same, however they are nested. */
export function equal(actual: unknown, expected: unknown, what = 'The value'): void {
  if (shown(actual) !== shown(expected)) throw new Error(`${what}: expected ${shown(expected)}, got ${shown(actual)}`);
}

/** Demands that something holds. */
export function ok(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Demands that an act is refused by throwing. */
export async function fails(act: Promise<unknown>, what: string): Promise<void> {
  const outcome = await act.then(
    () => 'done',
    () => 'refused',
  );
  equal(outcome, 'refused', what);
}

/** The value, which must be there. */
export function there<Value>(value: Value | null | undefined, what = 'Something'): Value {
  if (value === undefined || value === null) throw new Error(`${what} is missing.`);
  return value;
}

/** Does a thing many times at once and counts the answers. */
export async function together<Answer>(times: number, act: (index: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => act(index)));
}

/** How often each answer came. */
export function tally(answers: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[String(answer)] = (counts[String(answer)] ?? 0) + 1;
  return counts;
}
