// The rows of a table in CSV, of which a few hundred are held at once.
import Papa from 'papaparse';
import { CoachError } from '../../domain/text/errors.ts';
import { notUtf8 } from '../../pages/machine/file-refusals.ts';
import type { SourceLine } from '../source.ts';

/** One row of a table. */
export interface CsvRow {
  /** The number of its first line, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Where it is not as CSV has it: what is wrong. */
  readonly mistake?: string;
}

/** The signs between cells: a comma, and what spreadsheets write where the comma is for decimals. */
const DELIMITERS = [',', ';', '\t'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** No table has so many columns. */
const LONGEST_HEAD = 10_000;

/** As many lines are taken apart together. */
const BLOCK = 500;

/** No row is longer than this: a quote in it was never closed. */
const LONGEST_ROW = 16 * 2 ** 20;

/**
 * The names of the columns in the first line of a text, and the sign between them: the one that makes the most columns.
 *
 * @example
 * csvHead('full_date;mood\n2026-11-22;good') //=> { delimiter: ';', columns: ['full_date', 'mood'] }
 */
export function csvHead(head: string): {
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
} {
  const [first = ''] = head.replace(/^\ufeff/, '').split(/[\r\n]/, 1);
  const line = first.slice(0, LONGEST_HEAD);
  const [most] = DELIMITERS.map((delimiter) => ({
    delimiter,
    columns: (rowsOf(line, delimiter)[0]?.cells ?? []).map((name) => name.trim()),
  })).toSorted((one, other) => other.columns.length - one.columns.length);
  return most ?? { delimiter: ',', columns: [] };
}

/**
 * The rows of a table, the names of its columns first. Rows without a word in them are left out. Line ends in a cell become line feeds.
 *
 * @param lines - All of the text, in order.
 * @throws CoachError where a line is not UTF-8, or a quote is not closed for very long.
 *
 * @example
 * const lines = [{ number: 1, text: 'a,b\r' }, { number: 2, text: '"one' }, { number: 3, text: 'and two",3' }];
 * [...csvRows(lines, 'a.csv', ',')][1] //=> { line: 2, cells: ['one\nand two', '3'] }
 */
export function* csvRows(lines: Iterable<SourceLine>, name: string, delimiter: Delimiter): Generator<CsvRow> {
  let held: string[] = [];
  let first = 1;
  let wanted = BLOCK;
  for (const { number, text } of singleLines(lines, name)) {
    held.push(text);
    if (held.length < wanted) continue;
    const { rows, open } = complete(held, first, delimiter);
    yield* rows;
    held = open === undefined ? [] : held.slice(open - first);
    if (sizeOf(held) > LONGEST_ROW) throw openQuote(name, open ?? first);
    // A row that is not complete is looked at again with twice as many lines, and not line by line.
    wanted = Math.max(BLOCK, held.length * 2);
    first = number + 1 - held.length;
  }
  const { rows, open } = complete(held, first, delimiter);
  yield* rows;
  if (open === undefined) return;
  const last = first + held.findLastIndex((line) => line !== '');
  yield {
    line: open,
    cells: [],
    mistake: `a quote that begins here is not closed before the end of the file${unread(open, last)}`,
  };
}

/** Each line by itself, also where a carriage return alone ends it, as some spreadsheets write. */
function* singleLines(
  lines: Iterable<SourceLine>,
  name: string,
): Generator<SourceLine & { readonly text: string }> {
  let number = 0;
  for (const { text } of lines) {
    if (text === undefined) throw notUtf8(name);
    const line = number === 0 ? text.replace(/^\ufeff/, '') : text;
    for (const part of withoutEnd(line).split('\r')) yield { number: ++number, text: part };
  }
}

function unread(from: number, to: number): string {
  return to > from ? `, so nothing from line ${from} to line ${to} can be read` : '';
}

function openQuote(name: string, line: number): CoachError {
  return new CoachError(`${name}:${line}: a quote that begins here is not closed for many lines`, {
    hint: 'Fix the quote, or export the file again.',
  });
}

/** The rows that some lines hold, and the line at which one begins that has no end in them. */
function complete(
  lines: readonly string[],
  first: number,
  delimiter: Delimiter,
): { readonly rows: readonly CsvRow[]; readonly open?: number } {
  if (lines.length === 0) return { rows: [] };
  const all = rowsOf(lines.join('\n'), delimiter);
  const rows: CsvRow[] = [];
  let line = first;
  for (const { cells, error } of all) {
    if (error === 'MissingQuotes') return { rows, open: line };
    const last = cells.reduce((sum, cell) => sum + feedsIn(cell), line);
    const mistake = error !== undefined && {
      mistake: `there is text after the closing quote of a cell${unread(line, last)}`,
    };
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells, ...mistake });
    line = last + 1;
  }
  return { rows };
}

interface ParsedRow {
  readonly cells: readonly string[];
  readonly error?: string | undefined;
}

function rowsOf(text: string, delimiter: Delimiter): readonly ParsedRow[] {
  const rows: ParsedRow[] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }) => {
      const codes = errors.map(({ code }) => code);
      rows.push({ cells: data, error: codes.find((code) => code === 'MissingQuotes') ?? codes[0] });
    },
  });
  return rows;
}

function feedsIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function withoutEnd(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
