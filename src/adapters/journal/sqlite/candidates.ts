// The rows of an index that may match a query, and the files that it has yet to understand.
import { narrowing } from '../../../app/journal/index-line.ts';
import { instantOfLine } from '../../../app/journal/unread-line.ts';
import { pathIn } from '../../../domain/entry/entry.ts';
import type { Query } from '../../../domain/search/query.ts';
import type { Database, TableRow } from './database.ts';
import { knownFolder, lineReader } from './folders.ts';
import { UNREAD } from './rows.ts';

/** A file that was not understood yet and may match. */
export interface UnreadFile {
  readonly path: string;
  /** Where its entry stands in time, in milliseconds since 1970; Infinity where that does not show. */
  readonly instant: number;
}

/**
 * The rows of entries that may match, the newest first; of one minute in any order.
 *
 * @param columns - What is wanted beside `row` and `path`.
 * @param unread - Takes the files that may match and were not understood yet. All of them come before the first row.
 */
export function* candidates(
  database: Database,
  query: Query,
  columns: string,
  unread: UnreadFile[] = [],
): Iterable<TableRow> {
  const all = `SELECT row, path, ${columns} FROM entry`;
  const oldest = database.prepare('SELECT min(first) AS oldest FROM lines').get()?.['oldest'];
  const narrowed = narrowing(query, String(oldest ?? ''));
  if (!narrowed) {
    yield* database.prepare(`${all} ORDER BY row DESC`).iterate();
    return;
  }
  const select = database.prepare(`${all} WHERE row = ?`);
  const found = function* (rows: readonly number[]): Iterable<TableRow> {
    for (const row of rows) {
      const one = select.get(row);
      if (one) yield one;
    }
  };
  const linesWith = lineReader(database, narrowed.pieces);
  const rowsIn = (folder: string): readonly number[] => {
    const known = linesWith(folder);
    if (known === undefined) return [];
    const { names, rows } = knownFolder(database, folder) ?? { names: [], rows: [] };
    return known.split('\n').flatMap((line, at) => {
      const row = rows[at];
      if (line === '' || row === undefined) return [];
      if (row !== UNREAD) return narrowed.passes(line) ? [row] : [];
      if (query.search?.mayMatchFolded(line) !== false)
        unread.push({ path: pathIn(folder, names[at] ?? ''), instant: instantOfLine(line) });
      return [];
    });
  };
  const folders = database.prepare('SELECT path, newest, first, last FROM lines ORDER BY newest DESC').all();
  let waiting: number[] = [];
  for (const { path, newest, first, last } of folders) {
    if (!narrowed.inDays(String(first), String(last))) continue;
    // No other folder has anything as new as these.
    const isNext = (row: number): boolean => row > Number(newest);
    yield* found(waiting.filter(isNext));
    waiting = [...waiting.filter((row) => !isNext(row)), ...rowsIn(String(path))].sort(
      (one, other) => other - one,
    );
  }
  yield* found(waiting);
}
