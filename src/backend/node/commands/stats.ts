import type { Deps } from '../../core/use-case.js';
import { UsageError } from '../../usage-error.js';
import { table } from './table.js';

/** Reads `2026-01-31`, or a time with a zone; a date is the day's beginning in UTC. */
function readSince(text: string | undefined): number {
  if (text === undefined) return 0;
  const at = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new UsageError(`--since should be a date like 2026-01-31, not "${text}".`);
  return at;
}

/** How far those came who were invited, and how the mail stands: counts, and nobody's name. */
export async function stats(
  { store, clock }: Deps,
  { since, json }: { since?: string; json?: boolean },
): Promise<string> {
  const { invited, tried, verified, refusals, states } = await store.countActivations(readSince(since), clock.now());
  const { used: finished, ...others } = states;
  const letters = await store.countLetters();
  if (json) return `${JSON.stringify({ invited, tried, verified, finished, refusals, others, letters })}\n`;
  const rows: [string, number][] = [
    ['people invited', invited],
    ['codes tried', tried],
    ['codes verified', verified],
    ['codes used: account made or code added', finished],
    ['codes that wait', others.pending],
    ['codes that expired', others.expired],
    ['codes that died of wrong proofs', others.locked],
    ['codes that a newer one replaced', others.replaced],
    ['codes that were revoked', others.revoked],
    ['tries that were refused', refusals],
    ['letters that wait to be sent', letters.waiting],
    ['letters that were given up (redeliver)', letters.parked],
  ];
  return table(
    ['what', 'how many'],
    rows.map(([name, count]) => [name, String(count)]),
  );
}
