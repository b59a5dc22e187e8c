// The rows of an index that may match a query, and the files that it has yet to understand.
import { type Narrowing, narrowing } from '../../../app/journal/index-line.ts';
import { instantOfLine } from '../../../app/journal/unread-line.ts';
import { pathIn } from '../../../domain/entry/entry.ts';
import type { Query } from '../../../domain/search/query.ts';
import type { Database, TableRow } from './database.ts';
import { knownFolder, lineReader } from './folders.ts';
import { lastRowAt, UNREAD } from './rows.ts';

/**
 * The rows of entries that may match, the newest first; of one minute in any order.
 *
 * @param columns - What is wanted beside `row` and `path`.
 */
export function* candidates(database: Database, query: Query, columns: string): Iterable<TableRow> {
  const all = `SELECT row, path, ${columns} FROM entry`;
  const narrowed = narrowingIn(database, query);
  if (!narrowed) {
    yield* database.prepare(`${all} ORDER BY row DESC`).iterate();
    return;
  }
  const select = database.prepare(`${all} WHERE row = ?`);
  for (const { row } of places(database, query, narrowed)) {
    const found = select.get(row);
    if (found) yield found;
  }
}

/** A file that may match. */
export interface FoundPlace {
  /** Where its entry stands among rows. */
  readonly order: number;
  /** `UNREAD` where it was not understood yet. */
  readonly row: number;
  readonly path: string;
}

/** The files with words that are searched for, the newest first, whether they were understood or not. */
export function placesWith(database: Database, query: Query): Iterable<FoundPlace> {
  const narrowed = narrowingIn(database, query);
  return narrowed ? places(database, query, narrowed) : [];
}

function narrowingIn(database: Database, query: Query): Narrowing | undefined {
  const oldest = database.prepare('SELECT min(first) AS oldest FROM lines').get()?.['oldest'];
  return narrowing(query, String(oldest ?? ''));
}

function* places(database: Database, query: Query, narrowed: Narrowing): Iterable<FoundPlace> {
  const linesWith = lineReader(database, narrowed.pieces);
  const placesIn = (folder: string): readonly FoundPlace[] => {
    const lines = linesWith(folder);
    const known = lines === undefined ? undefined : knownFolder(database, folder);
    if (lines === undefined || !known) return [];
    return lines.split('\n').flatMap((line, at): readonly FoundPlace[] => {
      const row = known.rows[at];
      if (line === '' || row === undefined) return [];
      const isUnread = row === UNREAD;
      const passes = isUnread ? query.search?.mayMatchFolded(line) !== false : narrowed.passes(line);
      const order = isUnread ? lastRowAt(instantOfLine(line)) : row;
      return passes ? [{ order, row, path: pathIn(folder, known.names[at] ?? '') }] : [];
    });
  };
  const folders = database.prepare('SELECT path, newest, first, last FROM lines ORDER BY newest DESC').all();
  let waiting: FoundPlace[] = [];
  for (const { path, newest, first, last } of folders) {
    if (!narrowed.inDays(String(first), String(last))) continue;
    // No other folder has anything as new as these.
    const isNext = ({ order }: FoundPlace): boolean => order > Number(newest);
    yield* waiting.filter(isNext);
    waiting = [...waiting.filter((place) => !isNext(place)), ...placesIn(String(path))].sort(
      (one, other) => other.order - one.order,
    );
  }
  yield* waiting;
}
