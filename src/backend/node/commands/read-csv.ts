import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse/sync';
import type { NewPerson } from '../../core/invitations/read-person.js';
import { UsageError } from '../../usage-error.js';

const COLUMNS = [
  'email',
  'birthdate',
  'homePhone',
  'workPhone',
  'mobilePhone',
  'givenName',
  'familyName',
  'kind',
  'reference',
] as const;

type Column = (typeof COLUMNS)[number];

const DELIMITERS = [',', ';', '\t'];

/** A row of a list: somebody, or why it can't be read. `line` counts from 1, which names the columns. */
export type CsvRow = { line: number; person: NewPerson } | { line: number; reason: string };

const bare = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** The column that a heading means, however it is written: `Given name`, `given_name`, `given-name`. */
function columnOf(heading: string): Column {
  const column = COLUMNS.find((each) => bare(each) === bare(heading));
  if (column) return column;
  throw new UsageError(`The column "${heading}" is not known. There are: ${COLUMNS.join(', ')}.`);
}

function columnsOf(headings: string[]): Column[] {
  const columns = headings.map(columnOf);
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice) throw new UsageError(`The column "${twice}" stands there twice.`);
  if (!columns.includes('email')) throw new UsageError('There is no column "email": the first line names the columns.');
  return columns;
}

/** The cells of one line; `undefined` where its quotes make no sense. */
function cellsOf(line: string, delimiter: string): string[] | undefined {
  try {
    // Else it looks at each byte for what ends a record: four times the time, and nothing in a line does.
    return parse(line, { delimiter, recordDelimiter: '\n', trim: true, bom: true })[0];
  } catch {
    return undefined;
  }
}

/** What splits the first line into the most columns; the others are letters like any, also where nothing quotes them. */
function delimiterOf(headings: string): string {
  const columns = (delimiter: string): number => cellsOf(headings, delimiter)?.length ?? 0;
  return DELIMITERS.reduce((best, each) => (columns(each) > columns(best) ? each : best));
}

/**
 * Reads a list of people row by row, however long it is: UTF-8, the first line names the columns, split by commas,
 * semicolons or tabs, and whichever it is there splits the rows. A row is a line, so that a quote that is never closed holds up no other row.
 *
 * @throws UsageError when the file can't be read, or its columns make no sense
 */
export async function* readCsv(file: string): AsyncGenerator<CsvRow> {
  let columns: Column[] | undefined;
  let delimiter = '';
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() === '') continue;
      delimiter ||= delimiterOf(text);
      const cells = cellsOf(text, delimiter);
      if (!columns) columns = columnsOf(cells ?? [text]);
      else yield asRow(line, cells, columns);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const said = code === 'ENOENT' ? `There is no file ${file}.` : `${file} can't be read: ${message}`;
    throw new UsageError(said, { cause: error });
  }
  if (!columns) throw new UsageError(`${file} is empty.`);
}

function asRow(line: number, cells: string[] | undefined, columns: readonly Column[]): CsvRow {
  if (!cells) return { line, reason: 'its quotes make no sense' };
  if (cells.length !== columns.length)
    return { line, reason: `it has ${cells.length} cells, and there are ${columns.length} columns` };
  if (cells.some((cell) => cell.includes('\ufffd'))) return { line, reason: 'it holds letters that are not UTF-8' };
  const given = columns.map((column, index) => [column, cells[index]!] as const).filter(([, cell]) => cell !== '');
  const { email = '', ...rest } = Object.fromEntries(given) as Partial<Record<Column, string>>;
  return { line, person: { ...rest, email } };
}
