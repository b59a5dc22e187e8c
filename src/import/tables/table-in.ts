// A file as a table: which kind of source its columns tell of, and the entries in its rows.
import { CoachError } from '../../domain/text/errors.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';
import { wordList } from '../../pages/text/word-list.ts';
import { csvHead, csvRows, type Delimiter } from './csv-rows.ts';
import type { Knowledge } from '../foreign-entry.ts';
import type { ImportSource, Recognised } from '../source.ts';
import { type SourceKind, SOURCE_KINDS } from '../source-kinds.ts';
import { kindWhere, SOURCE_READERS } from '../source-readers.ts';
import type { TableRow } from './table-row.ts';

/**
 * The kind of source that a table is, by the names of its columns.
 *
 * @example
 * kindOfTable('full_date,date,weekday,time,mood,activities\n') //=> 'daylio'
 */
export function kindOfTable(head: string): SourceKind | undefined {
  const named = new Set(csvHead(head).columns);
  return kindWhere(({ table }) => table?.knownBy.every((column) => named.has(column)));
}

/** By so many files it is told whether there is a table among them. */
const FILES_LOOKED_AT = 20;

/**
 * Refuses a folder or a zip with tables in it, which are read one by one.
 *
 * @throws CoachError that names the first of them.
 *
 * @example
 * refuseTables('out', sample('day-one.json'), ['day-one.json']) //=> undefined
 */
export function refuseTables(named: string, source: ImportSource, names: readonly string[]): void {
  const table = names
    .filter((name) => /\.csv$/i.test(name))
    .slice(0, FILES_LOOKED_AT)
    .find((name) => kindOfTable(new TextDecoder().decode(source.head(name))) !== undefined);
  if (table === undefined) return;
  throw new CoachError(`cannot import ${named} as a whole`, {
    hint: `${source.shape === 'zip' ? 'Extract it, and import' : 'Import'} the file ${shown(table)} in it by itself.`,
  });
}

/**
 * A file as a table with all entries.
 *
 * @throws CoachError where it lacks columns that are needed, or has one twice.
 *
 * @example
 * [...tableIn(sample('daylio.csv'), 'daylio.csv', 'daylio', { hash, offsetIn }).read()].length //=> 4
 */
export function tableIn(
  source: ImportSource,
  name: string,
  kind: SourceKind,
  knowledge: Knowledge,
): Recognised {
  const { delimiter, columns } = csvHead(new TextDecoder().decode(source.head(name)));
  const { table } = SOURCE_READERS[kind];
  const missing = table?.needs.filter((column) => !columns.includes(column)) ?? [];
  if (missing.length > 0) throw withoutColumns(name, kind, missing);
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) < at);
  if (twice !== undefined) {
    throw new CoachError(`${name} has two columns named "${shown(twice)}"`, {
      hint: `Export it again from ${SOURCE_KINDS[kind].name}.`,
    });
  }
  const rows = (): Iterable<TableRow> => tableRows(source, name, delimiter, columns);
  return { kind, read: () => table?.read(rows, knowledge) ?? [] };
}

function withoutColumns(name: string, kind: SourceKind, missing: readonly string[]): CoachError {
  const columns = missing.length === 1 ? 'the column' : 'the columns';
  const named = wordList(
    missing.map((column) => `"${column}"`),
    'and',
  );
  return new CoachError(`${name} has no first line with ${columns} ${named}`, {
    hint: `Import the CSV file as ${SOURCE_KINDS[kind].name} exported it, or export it again.`,
  });
}

function* tableRows(
  source: ImportSource,
  name: string,
  delimiter: Delimiter,
  columns: readonly string[],
): Generator<TableRow> {
  let isHead = true;
  for (const { line, cells, mistake } of csvRows(source.lines(name), name, delimiter)) {
    const place = `${name}:${line}`;
    if (isHead) isHead = false;
    else if (mistake !== undefined) yield { place, mistake };
    else if (cells.length !== columns.length) {
      yield { place, mistake: `expected ${columns.length} cells, not ${cells.length}` };
    } else yield { place, cells: new Map(columns.map((column, at) => [column, cells[at] ?? ''])) };
  }
}

function shown(words: string): string {
  return oneLine(plainText(words));
}
