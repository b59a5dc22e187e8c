// The rows of an index that may match a query.
import { narrowing } from '../../../app/journal/index-line.ts';
import type { Query } from '../../../domain/search/query.ts';
import type { Database, TableRow } from './database.ts';
import { knownFolder, lineReader } from './folders.ts';

/**
 * The rows of entries that may match, the newest first; of one minute in any order.
 *
 * @param columns - What is wanted beside `row` and `path`.
 */
export function* candidates(database: Database, query: Query, columns: string): Iterable<TableRow> {
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
  const folders = database.prepare('SELECT path, newest, first, last FROM lines ORDER BY newest DESC').all();
  const linesWith = lineReader(database, narrowed.pieces);
  let waiting: number[] = [];
  for (const { path, newest, first, last } of folders) {
    if (!narrowed.inDays(String(first), String(last))) continue;
    // No other folder has anything as new as these.
    const isNext = (row: number): boolean => row > Number(newest);
    yield* found(waiting.filter(isNext));
    const lines = linesWith(String(path));
    const places = lines === undefined ? [] : narrowed.among(lines);
    const rows = places.length === 0 ? undefined : knownFolder(database, String(path))?.rows;
    const more = places.flatMap((at) => rows?.[at] ?? []);
    waiting = [...waiting.filter((row) => !isNext(row)), ...more].sort((one, other) => other - one);
  }
  yield* found(waiting);
}
