import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import type { Elsewhere } from '../security/rows.js';
import { root } from './documents.js';

/** A test as it stands in a file. */
export interface NamedTest {
  /** `security/codes` for `test/security/codes.test.ts`; others by their path without its ending. */
  file: string;
  name: string;
  /** The rows that its name begins with: `R-12 A-3: …`; `X-` are those of accessibility. */
  rows: string[];
}

const DECLARES = ['test', 'it', 'race'];
const ROWS = /^((?:[RAX]-\d+ )*[RAX]-\d+): /;
/** What names of reports from the field begin with; those are also tried once for each of a list. */
const REPORTS = /^(?:[A-G]\d+|case \d+)(?: [^:]*)?: /;

/**
 * Every test, by its name. One that is put together at run time counts when it begins with reports in plain words; one
 * that is always skipped doesn't.
 */
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
      const name = first && nameOf(first);
      if (name !== undefined && isTest(node.expression) && !isAlwaysSkipped(second)) {
        found.push({ file, name, rows: ROWS.exec(name)?.[1]?.split(' ') ?? [] });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
  return found;
}

function nameOf(given: ts.Expression): string | undefined {
  if (ts.isStringLiteral(given)) return given.text;
  return ts.isTemplateExpression(given) && REPORTS.test(given.head.text) ? `${given.head.text}…` : undefined;
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

/** Finds the tests of each row: those that carry it in their names, and those that it names itself. */
export function cover<Row extends { id: string; elsewhere?: Elsewhere }>(
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

/** What is wrong with the tests that rows name, and with the rows that tests name, in sentences. */
export function namesAstray(
  rows: readonly { id: string; elsewhere?: Elsewhere }[],
  all: readonly NamedTest[],
): string[] {
  const known = new Set(rows.map(({ id }) => id));
  const letters = new Set(rows.map(({ id }) => id[0]));
  return [
    ...rows.flatMap((row) =>
      inOther(row.elsewhere)
        .filter((other) => !all.some(({ file, name }) => file === other.file && name === other.name))
        .map(({ file, name }) => `${row.id} names a test that isn't there: "${name}" in ${file}.`),
    ),
    ...all.flatMap(({ file, name, rows: named }) =>
      named
        .filter((id) => letters.has(id[0]) && !known.has(id))
        .map((id) => `"${name}" in ${file} names ${id}, which is no row.`),
    ),
  ];
}

/** Text as a cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
/** Tests as a cell of a table. */
export const listed = (tests: readonly NamedTest[]): string =>
  tests.map(({ file, name }) => `${cell(name)} (${file})`).join('<br>');
