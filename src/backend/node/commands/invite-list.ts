import type { Deps } from '../../core/use-case.js';
import { importCsv, type ImportReport } from './import-csv.js';
import { table } from './table.js';

/** The options of `invite --csv`, as the command line names them. */
export interface ListOptions {
  csv?: string;
  dryRun?: boolean;
  max?: number;
  json?: boolean;
}

/** Invites everybody on a list and reports, with a bar on the way where somebody watches. */
export async function inviteList(
  deps: Deps,
  { csv, dryRun = false, max, json }: ListOptions & { csv: string },
): Promise<string> {
  const report = await importCsv(deps, csv, { dryRun, most: max, progress: bar(process.stderr) });
  return json ? `${JSON.stringify({ dryRun, ...report })}\n` : inWords(report, dryRun);
}

function inWords({ rows, issued, skipped, refused }: ImportReport, dryRun: boolean): string {
  const sum = [
    `${rows} rows.`,
    dryRun ? `${issued} people would be mailed a code.` : `${issued} codes wait to be mailed.`,
    `${skipped} skipped: they have a code that is good, or came through already.`,
    `${refused.length} refused${refused.length > 0 ? ':' : '.'}`,
  ];
  const reasons = refused.map(({ line, reason }) => [String(line), reason]);
  return `${sum.join('\n')}\n${reasons.length > 0 ? table(['line', 'reason'], reasons) : ''}`;
}

const WIDTH = 40;

function bar(stream: NodeJS.WriteStream): (done: number, all: number) => void {
  let shown = -1;
  return (done, all) => {
    const filled = Math.floor((WIDTH * done) / all);
    if (!stream.isTTY || (filled === shown && done < all)) return;
    shown = filled;
    stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${all}${done === all ? '\n' : ''}`);
  };
}
