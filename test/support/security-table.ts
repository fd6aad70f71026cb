import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADVISORIES, REQUIREMENTS, SECTIONS, type Advisory, type Requirement } from '../security/rows.js';
import { root } from './documents.js';
import { cell, cover, listed, namedTests, namesAstray, type Covered, type NamedTest } from './named-tests.js';

const DOCUMENT = join(root, 'docs/security.md');

/** What is below this line is printed; what is above it is written by hand. */
const MARK =
  '<!-- Printed by `node test/security/print-table.mjs` from test/security/rows.ts and the names of tests. -->';

/** Both tables with their tests. */
export function coverage(all = namedTests()): {
  requirements: Covered<Requirement>[];
  advisories: Covered<Advisory>[];
} {
  return { requirements: cover(REQUIREMENTS, all), advisories: cover(ADVISORIES, all) };
}

/** Everything that is wrong with the tables, in sentences; empty when all is well. */
export function problems(all = namedTests()): string[] {
  const { requirements, advisories } = coverage(all);
  return [
    ...requirements
      .filter(({ row, tests }) => row.priority !== 'P2' && tests.length === 0 && !row.outOfScope)
      .map(({ row }) => `${row.id} (${row.priority}) has no test.`),
    ...advisories
      .filter(({ row, tests }) => tests.length === 0 && !row.because)
      .map(({ row }) => `${row.id} has neither a test nor a reason.`),
    ...namesAstray([...REQUIREMENTS, ...ADVISORIES], all),
  ];
}

function tables(all: readonly NamedTest[]): string {
  const { requirements, advisories } = coverage([...all]);
  const lines: string[] = [];
  for (const { title, from, to } of SECTIONS) {
    lines.push(`### ${title}`, '', '| row | priority | what is asked | tests |', '| --- | --- | --- | --- |');
    for (const { row, tests } of requirements) {
      const number = Number(row.id.slice(2));
      if (number < from || number > to) continue;
      const outside = row.outOfScope ? [`*Out of scope:* ${cell(row.outOfScope)}`] : [];
      const shown = [...(tests.length > 0 ? [listed(tests)] : []), ...outside].join('<br>') || 'none yet';
      lines.push(`| ${row.id} | ${row.priority} | ${cell(row.says)} | ${shown} |`);
    }
    lines.push('');
  }
  lines.push('## What went wrong elsewhere', '');
  lines.push(
    'Failures of other systems in flows like these, each tried here. Where it can’t happen, the table says why.',
    '',
  );
  lines.push('| row | what went wrong | tests |', '| --- | --- | --- |');
  for (const { row, tests } of advisories) {
    const because = row.because ? [cell(row.because)] : [];
    lines.push(
      `| ${row.id} | ${cell(row.says)} | ${[...(tests.length > 0 ? [listed(tests)] : []), ...because].join('<br>')} |`,
    );
  }
  return lines.join('\n');
}

/** The document as it stands. */
export const documentNow = (): string => readFileSync(DOCUMENT, 'utf8');

/** The document as it should be: its introduction as it stands, and the tables anew. */
export function printed(all = namedTests()): string {
  const [introduction = ''] = documentNow().split(MARK);
  return `${introduction}${MARK}\n\n${tables(all)}\n`;
}

/** Writes it. */
export const writeDocument = (): void => writeFileSync(DOCUMENT, printed());
