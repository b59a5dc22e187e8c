// Entries that match, taken from an index, and those of files that it has yet to understand.
import { gather, type Gathering, readMatching } from '../../../app/journal/gather-entries.ts';
import type { Found } from '../../../app/ports/entry-index.ts';
import type { JournalFiles } from '../../../app/ports/journal-files.ts';
import { readEntryName } from '../../../domain/entry/entry.ts';
import type { Query } from '../../../domain/search/query.ts';
import { mayMatch } from '../../../formats/entry/raw-entry.ts';
import { candidates, placesWith } from './candidates.ts';
import { type Database, rollBack, type TableRow } from './database.ts';
import { type Mistaken, mistakenFiles } from './mistaken.ts';
import { endOf, readEntry, UNREAD } from './rows.ts';

/** So many files that may match are understood for one search. With more, it is time to understand all. */
const MOST_UNREAD = 100;

/**
 * What a search finds where some files were not understood yet.
 *
 * @returns Undefined where too many of these may match.
 */
export async function findUnread(
  database: Database,
  query: Query,
  files: JournalFiles,
): Promise<Found | undefined> {
  const gathering = gather(files, query);
  let unread = 0;
  database.exec('BEGIN');
  try {
    const select = database.prepare('SELECT path, json FROM entry WHERE row = ?');
    for (const { order, row, path } of placesWith(database, query)) {
      if (endOf(order) <= gathering.oldest()) break;
      if (row === UNREAD) {
        if (unread++ === MOST_UNREAD) return undefined;
        const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
        await readMatching(path, isNamed, query, files, gathering);
      } else takeRow(select.get(row), gathering);
    }
    refuseMatching(mistakenFiles(database, files), query, gathering);
  } finally {
    rollBack(database);
  }
  return gathering.found();
}

function takeRow(row: TableRow | undefined, gathering: Gathering): void {
  if (row) gathering.take({ entry: readEntry(row['json']), path: String(row['path']) });
}

export function refuseMatching(mistaken: readonly Mistaken[], query: Query, gathering: Gathering): void {
  for (const { mistakes, text } of mistaken) {
    if (text === undefined || mayMatch(text, query)) gathering.refuse(mistakes, text);
  }
}

export function takeMatching(database: Database, query: Query, gathering: Gathering): void {
  for (const found of candidates(database, query, 'json')) {
    if (endOf(found['row']) <= gathering.oldest()) break;
    takeRow(found, gathering);
  }
}
