import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import {
  ADVISORIES,
  REQUIREMENTS,
  SECTIONS,
  type Advisory,
  type Elsewhere,
  type Requirement,
} from '../security/rows.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENT = join(root, 'docs/security.md');

/** What is below this line is printed; what is above it is written by hand. */
const MARK =
  '<!-- Printed by `node test/security/print-table.mjs` from test/security/rows.ts and the names of tests. -->';

/** A test as it stands in a file. */
export interface NamedTest {
  /** `security/codes` for `test/security/codes.test.ts`; others by their path without its ending. */
  file: string;
  name: string;
  /** The rows that its name begins with: `R-12 A-3: …`. */
  rows: string[];
}

const DECLARES = ['test', 'it', 'race'];
const ROWS = /^((?:[RA]-\d+ )*[RA]-\d+): /;

/** Every test that is named by plain words. Names put together at run time and tests that are always skipped don't count. */
export function namedTests(): NamedTest[] {
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file));
  const files = [...below('test'), ...below('src/testing')].filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
  );
  return files.sort().flatMap((file) => testsIn(readFileSync(file, 'utf8'), keyOf(file)));
}

const keyOf = (file: string): string =>
  relative(root, file)
    .split(sep)
    .join('/')
    .replace(/^test\//, '')
    .replace(/(\.test)?\.ts$/, '');

/** The tests of one source text. */
export function testsIn(source: string, file: string): NamedTest[] {
  const found: NamedTest[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [first, second] = node.arguments;
      if (first && ts.isStringLiteral(first) && isTest(node.expression) && !isAlwaysSkipped(second)) {
        found.push({ file, name: first.text, rows: ROWS.exec(first.text)?.[1]?.split(' ') ?? [] });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return found;
}

function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return DECLARES.includes(callee.text);
  return ts.isPropertyAccessExpression(callee) && DECLARES.includes(callee.name.text);
}

function isAlwaysSkipped(options: ts.Expression | undefined): boolean {
  if (!options || !ts.isObjectLiteralExpression(options)) return false;
  return options.properties.some(
    (property) =>
      ts.isPropertyAssignment(property) &&
      ts.isIdentifier(property.name) &&
      ['skip', 'todo'].includes(property.name.text) &&
      (property.initializer.kind === ts.SyntaxKind.TrueKeyword || ts.isStringLiteral(property.initializer)),
  );
}

/** A row with the tests that were found for it. */
export interface Covered<Row> {
  row: Row;
  tests: NamedTest[];
}

const inOther = (elsewhere: Elsewhere | undefined): { file: string; name: string }[] =>
  Object.entries(elsewhere ?? {}).flatMap(([file, names]) => names.map((name) => ({ file, name })));

function cover<Row extends { id: string; elsewhere?: Elsewhere }>(
  rows: readonly Row[],
  all: readonly NamedTest[],
): Covered<Row>[] {
  return rows.map((row) => {
    const others = inOther(row.elsewhere).flatMap((other) =>
      all.filter(({ file, name }) => file === other.file && name === other.name).slice(0, 1),
    );
    return { row, tests: [...all.filter(({ rows: named }) => named.includes(row.id)), ...others] };
  });
}

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
  const known = new Set([...REQUIREMENTS, ...ADVISORIES].map(({ id }) => id));
  return [
    ...requirements
      .filter(({ row, tests }) => row.priority !== 'P2' && tests.length === 0 && !row.outOfScope)
      .map(({ row }) => `${row.id} (${row.priority}) has no test.`),
    ...advisories
      .filter(({ row, tests }) => tests.length === 0 && !row.because)
      .map(({ row }) => `${row.id} has neither a test nor a reason.`),
    ...[...REQUIREMENTS, ...ADVISORIES].flatMap((row) =>
      inOther(row.elsewhere)
        .filter((other) => !all.some(({ file, name }) => file === other.file && name === other.name))
        .map(({ file, name }) => `${row.id} names a test that isn't there: "${name}" in ${file}.`),
    ),
    ...all.flatMap(({ file, name, rows }) =>
      rows.filter((id) => !known.has(id)).map((id) => `"${name}" in ${file} names ${id}, which is no row.`),
    ),
  ];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const listed = (tests: readonly NamedTest[]): string =>
  tests.map(({ file, name }) => `${cell(name)} (${file})`).join('<br>');

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
