import { PortalError } from '../../../contract/errors.js';
import { importPerson } from '../../core/invitations/import-person.js';
import type { Deps } from '../../core/use-case.js';
import { UsageError } from '../../usage-error.js';
import { readCsv, type CsvRow } from './read-csv.js';

/** What became of a list. */
export interface ImportReport {
  rows: number;
  issued: number;
  /** Somebody with a code that is good, or who has come through already. */
  skipped: number;
  refused: { line: number; reason: string }[];
}

/** How a list is read. */
export interface ImportOptions {
  dryRun: boolean;
  /** Mail goes to no more than so many people; with more, to nobody. */
  most: number | undefined;
  /** Is told after each row how many there were. */
  progress?: (done: number, all: number) => void;
}

const WORDS: Record<string, string> = {
  'email invalid': 'email is not an address',
  'birthdate invalid': 'birthdate is not a date like 1980-02-29',
  'birthdate missing': 'there is no birthdate, and so no way to prove to be the person',
  'phone missing': 'there is no phone number, and so no way to prove to be the person',
  'homePhone invalid': 'homePhone is not a phone number',
  'workPhone invalid': 'workPhone is not a phone number',
  'mobilePhone invalid': 'mobilePhone is not a phone number',
};

function reasonOf(error: PortalError): string {
  const problems = Object.entries(error.fields ?? {}).map(([name, { code }]) => `${name} ${code}`);
  return problems.map((problem) => WORDS[problem] ?? problem).join('; ') || error.code.replaceAll('_', ' ');
}

/**
 * Invites everybody on a list, once: read twice, it sends nothing twice. The list is first gone through without doing
 * anything, so that the brake is pulled before the first mail.
 *
 * @throws UsageError when the file makes no sense, or more would be mailed than allowed
 */
export async function importCsv(
  deps: Deps,
  file: string,
  { dryRun, most, progress }: ImportOptions,
): Promise<ImportReport> {
  const plan = await goThrough(deps, readCsv(file), { dryRun: true });
  if (most !== undefined && plan.issued > most)
    throw new UsageError(`${plan.issued} people would be mailed, and --max allows ${most}. Nothing was sent.`);
  if (dryRun) return plan;
  return goThrough(deps, readCsv(file), { dryRun: false, progress: (done) => progress?.(done, plan.rows) });
}

async function goThrough(
  deps: Deps,
  rows: AsyncIterable<CsvRow>,
  { dryRun, progress }: { dryRun: boolean; progress?: (done: number) => void },
): Promise<ImportReport> {
  const report: ImportReport = { rows: 0, issued: 0, skipped: 0, refused: [] };
  const seen = new Map<string, number>();
  for await (const row of rows) {
    report.rows += 1;
    const outcome = await importRow(deps, row, { dryRun, seen });
    if (typeof outcome === 'string') report[outcome] += 1;
    else report.refused.push({ line: row.line, ...outcome });
    progress?.(report.rows);
  }
  return report;
}

async function importRow(
  deps: Deps,
  row: CsvRow,
  { dryRun, seen }: { dryRun: boolean; seen: Map<string, number> },
): Promise<'issued' | 'skipped' | { reason: string }> {
  if ('reason' in row) return { reason: row.reason };
  const { person, line } = row;
  const key = person.reference ?? JSON.stringify(person);
  const before = seen.get(key);
  if (before !== undefined)
    return {
      reason: person.reference ? `the same reference as in line ${before}` : `the same person as in line ${before}`,
    };
  seen.set(key, line);
  try {
    return await importPerson(deps, person, { dryRun });
  } catch (error) {
    if (error instanceof PortalError) return { reason: reasonOf(error) };
    throw error;
  }
}
