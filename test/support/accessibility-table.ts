import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CRITERIA, REQUIREMENTS } from '../accessibility/rows.js';
import { root } from './documents.js';
import { cell, cover, listed, namedTests, namesAstray, type NamedTest } from './named-tests.js';

const DOCUMENT = join(root, 'docs/accessibility.md');

/** What is below this line is printed; what is above it is written by hand. */
const MARK =
  '<!-- Printed by `node test/accessibility/print-table.mjs` from test/accessibility/rows.ts and the names of tests. -->';

/** Everything that is wrong with the table, in sentences; empty when all is well. */
export function problems(all = namedTests()): string[] {
  const ids = REQUIREMENTS.map(({ id }) => id);
  const asked = CRITERIA.flatMap(({ rows }) => rows);
  return [
    ...cover(REQUIREMENTS, all)
      .filter(({ tests }) => tests.length === 0)
      .map(({ row }) => `${row.id} (${row.priority}) has no test.`),
    ...CRITERIA.filter(({ rows, because }) => (rows.length === 0) !== (because !== undefined)).map(
      ({ number }) => `${number} needs either requirements or a reason.`,
    ),
    ...asked.filter((id) => !ids.includes(id)).map((id) => `A criterion names ${id}, which is no row.`),
    ...ids.filter((id) => !asked.includes(id)).map((id) => `No criterion names ${id}.`),
    ...namesAstray(REQUIREMENTS, all),
  ];
}

function tables(all: readonly NamedTest[]): string {
  const covered = new Map(cover(REQUIREMENTS, all).map((each) => [each.row.id, each]));
  const lines = ['| criterion | level | what is asked | tests |', '| --- | --- | --- | --- |'];
  for (const { number, name, level, rows } of CRITERIA.filter((each) => each.rows.length > 0)) {
    rows.forEach((id, index) => {
      const { row, tests } = covered.get(id)!;
      const criterion = index === 0 ? [`${number} ${name}`, level] : ['', ''];
      lines.push(`| ${[...criterion, `${id}: ${cell(row.says)}`, listed(tests)].join(' | ')} |`);
    });
  }
  lines.push(
    '',
    '## What doesn’t apply, or is the page’s',
    '',
    '| criterion | level | because |',
    '| --- | --- | --- |',
  );
  for (const { number, name, level, because } of CRITERIA)
    if (because) lines.push(`| ${number} ${name} | ${level} | ${cell(because)} |`);
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
