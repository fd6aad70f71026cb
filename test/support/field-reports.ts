import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './documents.js';
import { namedTests, type NamedTest } from './named-tests.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** What went wrong elsewhere, by its id: what has to have a test here, and what may. */
export const REPORTS = JSON.parse(read('test/cases/field-reports.json')) as {
  required: Record<string, string>;
  optional: Record<string, string>;
};

const REASONS = ['needs a real device', 'needs a real password manager'];
const AT_MOST = 0.1;

const ID = '(?:[A-G]\\d+|case \\d+)';
const LEADING = new RegExp(`^(${ID}(?: ${ID})*): `);

/** The reports that a test's name begins with. */
export const reportsOf = (name: string): string[] => LEADING.exec(name)?.[1]?.match(new RegExp(ID, 'g')) ?? [];

/** The rows of the table of reports without a test, each with its reason. */
export const rowsOf = (table: string): { id: string; reason: string }[] =>
  [...table.matchAll(/^\| (.+?) \| (.+?) \|$/gm)]
    .map(([, id = '', reason = '']) => ({ id, reason }))
    .filter(({ id }) => id !== 'report' && id !== '---');

/** Everything that is wrong, in sentences; empty when each report has a test, or one of the two reasons. */
export function problems(all: readonly NamedTest[] = namedTests(), table = read('test/field-reports.md')): string[] {
  const rows = rowsOf(table);
  const required = Object.keys(REPORTS.required);
  const named = new Set(all.flatMap(({ name }) => reportsOf(name)));
  const excused = new Set(rows.map(({ id }) => id));
  const known = new Set([...required, ...Object.keys(REPORTS.optional)]);
  return [
    ...required
      .filter((id) => !named.has(id) && !excused.has(id))
      .map((id) => `${id} has neither a test nor a reason: ${REPORTS.required[id]}.`),
    ...rows
      .filter(({ reason }) => !REASONS.some((allowed) => reason.startsWith(allowed)))
      .map(({ id, reason }) => `${id} has a reason that isn’t one: ${reason}.`),
    ...rows.filter(({ id }) => named.has(id)).map(({ id }) => `${id} has a test, and needs no reason.`),
    ...[...named, ...excused].filter((id) => !known.has(id)).map((id) => `${id} is no report.`),
    ...(excused.size > required.length * AT_MOST ? [`${excused.size} reports have no test; that is too many.`] : []),
  ];
}
